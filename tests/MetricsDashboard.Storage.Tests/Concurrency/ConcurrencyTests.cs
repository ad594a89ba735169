using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Concurrency;

public sealed class ConcurrencyTests
{
    private static readonly DateTimeOffset Now = World.At(World.W30, 1);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Add_BySixteenThreads_LosesNothing(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var added = await Threads.RunAsync(16, async thread =>
        {
            var ids = new List<Guid>();
            for (var i = 0; i < 25; i++) ids.Add(await world.AddAsync(World.Source, Now.AddSeconds(thread)));
            return ids;
        });
        var stored = await world.Uploads.StaleAsync(Actor.System, Now);
        Assert.Equal(400, stored.Count);
        Assert.Equal(added.SelectMany(ids => ids).Order(), stored.Order());
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Accept_ByTwoReviewersAtOnce_LetsOneWinAndTellsTheOther(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var sent = await world.SendAsync(World.County("east"), Now, world.Form(World.W30, "items", "east", (_, _) => 7));
        var results = await Threads.RunAsync(8, async thread =>
            (await world.Submissions.AcceptAsync(new Actor($"reviewer-{thread}", Role.CityReviewer), [sent.Submissions[0].Id], Now)).Results.Single());
        Assert.Single(results, result => result.Status is AcceptStatus.Accepted);
        Assert.Equal(7, results.Count(result => result is { Status: AcceptStatus.NotWaiting, Message: not null }));
        Assert.Equal(3, (await world.Observations.QueryAsync(World.Leader, new ObservationFilter())).Count);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Claim_ByManyWorkersAtOnce_LetsOneWin(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await world.AddAsync(World.Source, Now);
        var claims = await Threads.RunAsync(8, _ => world.Uploads.ClaimAsync(Actor.System, id, Now, Lease));
        Assert.Single(claims, claim => claim is not null);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task TryTake_ByManyServersAtOnce_LetsOneWin(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var taken = await Threads.RunAsync(8, _ => world.JobSlots.TryTakeAsync(Actor.System, "close-week", "2020-W30", Now));
        Assert.Single(taken, won => won);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_OfAllUnitsAtOnce_KeepsEverySubmissionAndAgreesWithARecomputation(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        string[] units = ["east", "west", "north", "dept"];
        await Threads.RunAsync(units.Length, async i =>
        {
            var sent = await world.SendAsync(World.Source, Now, world.Form(World.W30, "items", units[i], (_, _) => 10 + i));
            return await world.Submissions.AcceptAsync(World.Reviewer, [.. sent.Submissions.Select(receipt => receipt.Id)], Now);
        });
        Assert.Equal(10 + 11 + 12 + 13, (await world.Snapshots.WeekAsync(World.Leader, World.W30)).Find("visits", "city")!.Numerator);
        Assert.Empty(await world.Snapshots.RecomputeAsync(Actor.System, null, check: true, Now));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_OfTheSameFormByManyAtOnce_MakesRoundsWithoutGaps(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await Threads.RunAsync(6, i => world.SendAsync(World.Source, Now, world.Form(World.W30, "items", "east", (_, _) => 10 + i)));
        var rounds = await world.Submissions.ListAsync(World.Reviewer, World.W30, "east");
        Assert.Equal([6, 5, 4, 3, 2, 1], rounds.Select(row => row.Round));
        Assert.Equal(SubmissionState.Submitted, rounds[0].State);
        Assert.All(rounds.Skip(1), row => Assert.Equal(SubmissionState.Replaced, row.State));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Open_AndClose_ByManyJobsAtOnce_HappenOnce(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var closed = await Threads.RunAsync(6, _ => world.CloseAsync(World.W30));
        await Threads.RunAsync(6, _ => world.OpenAsync(World.W30.Next));
        Assert.Single(closed, outcome => outcome.Status is CloseStatus.Closed);
        Assert.Equal([(1, WeekState.Closed), (null, WeekState.Open)], (await world.Weeks.ListAsync(World.Leader)).Select(week => (week.Issue, week.State)));
    }

    [Fact]
    public async Task Gate_WithWaitingWriters_LetsThemInInTheirOrder()
    {
        var gate = WriteGate.Of($"Data Source={Path.GetRandomFileName()}");
        var order = new List<int>();
        var first = await gate.EnterAsync(CancellationToken.None);
        var writers = Enumerable.Range(0, 20).Select(async i =>
        {
            using var turn = await gate.EnterAsync(CancellationToken.None);
            order.Add(i);
        }).ToList();
        first.Dispose();
        await Task.WhenAll(writers);
        Assert.Equal(Enumerable.Range(0, 20), order);
    }

    [Fact]
    public async Task Gate_WithAWriterThatGaveUp_LetsTheNextOneIn()
    {
        var gate = WriteGate.Of($"Data Source={Path.GetRandomFileName()}");
        using var cancellation = new CancellationTokenSource();
        var first = await gate.EnterAsync(CancellationToken.None);
        var impatient = gate.EnterAsync(cancellation.Token);
        var patient = gate.EnterAsync(CancellationToken.None);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        first.Dispose();
        using var turn = await patient;
        Assert.False(gate.EnterAsync(CancellationToken.None).IsCompleted);
    }
}
