using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Concurrency;

/// <summary>The hour before the deadline: everybody sends at once, and two reviewers work on the same queue.</summary>
public sealed class WholeWeekTests
{
    private const int Senders = 16;

    private static readonly DateTimeOffset Now = World.At(World.W30, 9);

    [Theory, OnSqlite, OnSqlServer]
    public async Task EveryDuty_SentFromSixteenThreadsAndAcceptedByTwoReviewers_IsThereOnce(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var duties = await world.Duties.OfWeekAsync(World.Reviewer, World.W30);
        Assert.Equal(206, duties.Count);
        var forms = duties.Select(duty => world.Form(World.W30, duty.Form.Code, duty.Unit.Code, (element, unit) => element.Length + unit.Length)).ToList();

        var sending = Threads.RunAsync(Senders, thread => SendAsync(world, [.. forms.Where((_, i) => i % Senders == thread)]));
        var reviewing = Threads.RunAsync(2, thread => AcceptUntilAsync(world, new Actor($"reviewer-{thread}", Role.CityReviewer), sending, duties.Count));
        await sending;
        var accepted = await reviewing;

        Assert.Equal(duties.Count, accepted.Sum());
        var rounds = await world.Submissions.ListAsync(World.Reviewer, World.W30);
        Assert.Equal(
            duties.Select(duty => (duty.Unit.Code, duty.Form.Code, 1, SubmissionState.Accepted)).Order(),
            rounds.Select(row => (row.Unit.Code, row.Form.Code, row.Round, row.State)).Order());
        Assert.All(await world.Duties.OfWeekAsync(World.Reviewer, World.W30), duty => Assert.True(duty.OnTime));
        var sent = forms.SelectMany(form => form.Values).Where(value => value.Value is not null).Select(value => (value.Element, value.Unit, value.Value!.Value, 1));
        var observed = await world.Observations.QueryAsync(World.Leader, new ObservationFilter(World.W30));
        Assert.Equal(sent.Order(), observed.Select(row => (row.Element, row.Unit, row.Value, row.Revision)).Order());
        Assert.Equal(forms.Sum(form => form.Values.Count(value => value.Value is null)), (await world.Submissions.TextsAsync(World.Reviewer, World.W30)).Count);
        Assert.Empty(await world.Snapshots.RecomputeAsync(Actor.System, null, check: true, Now));
    }

    /// <summary>Each form twice, the second time as after a double click: the same again changes nothing.</summary>
    private static async Task<int> SendAsync(World world, IReadOnlyList<CheckedForm> forms)
    {
        foreach (var form in forms)
        {
            foreach (var _ in Enumerable.Range(0, 2))
            {
                var outcome = await world.SendAsync(World.Source, Now, form);
                Assert.Equal((IntakeStatus.Stored, form.Values.Count), (outcome.Status, outcome.Counts.Read));
                Assert.Equal(form.Values.Count, outcome.Counts.Created + outcome.Counts.Unchanged);
            }
        }

        return forms.Count;
    }

    /// <summary>Takes whatever waits, as a person does who presses 全部选择 and 接收 again and again; what the other one took is told, not done twice.</summary>
    private static async Task<int> AcceptUntilAsync(World world, Actor reviewer, Task sending, int all)
    {
        var accepted = 0;
        while (true)
        {
            var isLast = sending.IsCompleted;
            var waiting = await world.Submissions.QueueAsync(reviewer, World.W30);
            if (waiting.Count == 0 && isLast) return accepted;
            var outcome = await world.Submissions.AcceptAsync(reviewer, [.. waiting.Select(row => row.Id)], Now);
            Assert.All(outcome.Results, result => Assert.True(result.Status is AcceptStatus.Accepted || result is { Status: AcceptStatus.NotWaiting, Message: not null }));
            accepted += outcome.Accepted;
            Assert.InRange(accepted, 0, all);
        }
    }
}
