using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Cases;

public sealed class CaseIntakeStoreTests
{
    // Monday 00:00 after W30: its end.
    private static readonly DateTimeOffset WeekEnd = World.At(World.W30, 0);
    private static readonly DateTimeOffset Monday = World.At(World.W30, 8);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_TheSameRowsAgain_ChangesNothing(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var feed = await CaseFeed.CreateAsync(world);
        CaseRow[] rows = [CaseFeed.Row("A1"), CaseFeed.Row("A2"), CaseFeed.Row("A2"), CaseFeed.Row("A2", 2, row => row with { Card = "yellow", Cause = "overdue" })];

        var first = await feed.TakeAsync(Monday, rows);
        var again = await feed.TakeAsync(Monday.AddHours(1), rows);

        Assert.Equal(new IntakeCounts(4, 2, 1, 1, 0, 0), first.Counts);
        Assert.Equal(new IntakeCounts(4, 0, 0, 4, 0, 0), again.Counts);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_AnOlderVersionAfterANewerOne_LeavesTheNewerInForce(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var feed = await CaseFeed.CreateAsync(world);
        await feed.TakeAsync(Monday, CaseFeed.Row("A1", 5, row => row with { Card = "red", Cause = "overdue" }));

        var late = await feed.TakeAsync(Monday.AddHours(1), CaseFeed.Row("A1", 4, row => row with { Card = "yellow" }));

        Assert.Equal(new IntakeCounts(1, 0, 0, 1, 0, 0), late.Counts);
        Assert.Equal(1, (await feed.CountsAsync(World.W30))[NamedCodes.RedCards]);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_AnOlderVersionWithItsTime_IsThreadedIntoThePast(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var feed = await CaseFeed.CreateAsync(world);
        await feed.TakeAsync(Monday, CaseFeed.Row("A1", 3, row => row with { Card = "none", UpdatedAt = "2020-07-27T07:00:00" }));
        Assert.Equal(0, (await feed.CountsAsync(World.W30))[NamedCodes.RedCards]);

        var late = await feed.TakeAsync(Monday.AddHours(1), CaseFeed.Row("A1", 2, row => row with { Card = "red", Cause = "system", UpdatedAt = "2020-07-24T10:00:00" }));

        // On Sunday at 24:00 the red card still stood; it was cleared on Monday at 7.
        Assert.Equal(new IntakeCounts(1, 0, 1, 0, 0, 0), late.Counts);
        Assert.Equal(1, (await feed.CountsAsync(World.W30))[NamedCodes.RedCards]);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_TheSameVersionWithAnotherContent_IsRejectedAndSaysSo(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var feed = await CaseFeed.CreateAsync(world);
        await feed.TakeAsync(Monday, CaseFeed.Row("A1"));

        var other = await feed.TakeAsync(Monday.AddHours(1), CaseFeed.Row("A0"), CaseFeed.Row("A1", 1, row => row with { Card = "red" }));

        Assert.Equal(new IntakeCounts(2, 1, 0, 0, 0, 1), other.Counts);
        var rejected = Assert.Single(await world.Service<RunStore>().RejectedAsync(World.Reviewer, other.Id, 0, 10));
        Assert.Contains("办件A1的版本1已经收到过", rejected.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await feed.CountsAsync(World.W30))[NamedCodes.RedCards]);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_WrongAndUnknownRows_AreRejectedAndHeldAndTheRestIsStored(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var feed = await CaseFeed.CreateAsync(world);

        var run = await feed.TakeAsync(
            Monday,
            CaseFeed.Row("A1"),
            CaseFeed.Row("A2", 1, row => row with { AcceptedAt = "昨天" }),
            CaseFeed.Row("A3", 1, row => row with { Unit = "宝丰县政务中心" }),
            CaseFeed.Row("A4", 1, row => row with { Card = "red", Cause = "网络故障" }));

        Assert.Equal(new IntakeCounts(4, 1, 0, 0, 2, 1), run.Counts);
        Assert.Equal(2, (await world.Service<SourceStore>().ListAsync(World.Reviewer)).Single().Held);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_HeldVersionAgainWithAnotherContent_IsRejectedAndTheSameAgainHeldOnce(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var feed = await CaseFeed.CreateAsync(world);
        var unknown = CaseFeed.Row("A1", 1, row => row with { Unit = "宝丰县政务中心" });

        var run = await feed.TakeAsync(Monday, unknown, unknown, unknown with { Card = "red" });

        Assert.Equal(new IntakeCounts(3, 0, 0, 0, 2, 1), run.Counts);
        Assert.Equal(1, (await world.Service<SourceStore>().ListAsync(World.Reviewer)).Single().Held);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Release_AfterAWordWasExplained_StoresWhatWaitedForItAndKeepsTheRest(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var feed = await CaseFeed.CreateAsync(world);
        await feed.TakeAsync(
            Monday,
            CaseFeed.Row("A1", 1, row => row with { Unit = "宝丰县政务中心", Card = "red", Cause = "overdue" }),
            CaseFeed.Row("A2", 1, row => row with { Unit = "宝丰县政务中心", Card = "red", Cause = "网络故障" }));
        await SayAsync(world, feed, CaseTermKind.Unit, "宝丰县政务中心", CaseFeed.East);

        var released = await ReleaseAsync(world, feed);

        Assert.Equal(new IntakeCounts(2, 1, 0, 0, 1, 0), released.Counts);
        Assert.Equal(1, (await world.Service<SourceStore>().ListAsync(World.Reviewer)).Single().Held);
        Assert.Equal(1, (await feed.CountsAsync(World.W30))[NamedCodes.RedCards]);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Count_BeforeASourceHasReachedTheWeek_WritesNothing(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var feed = await CaseFeed.CreateAsync(world);

        await feed.TakeAsync(WeekEnd.AddDays(-7), CaseFeed.Row("A1", 1, row => row with { AcceptedAt = "2020-07-10T09:00:00" }));

        Assert.Empty(await feed.CountsAsync(World.W30));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Count_BesideASourceThatWasUsedOnce_GoesOnWithTheOthers(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var (once, daily) = (await CaseFeed.CreateAsync(world, "一次性的文件"), await CaseFeed.CreateAsync(world));
        await once.TakeAsync(WeekEnd.AddDays(-9), CaseFeed.Row("B1", 1, row => row with { AcceptedAt = "2020-07-10T09:00:00" }));
        await daily.TakeAsync(WeekEnd.AddDays(-2), CaseFeed.Row("A1"));

        await daily.TakeAsync(Monday, CaseFeed.Row("A1", 2, row => row with { Card = "red", UpdatedAt = "2020-07-26T20:00:00" }));

        Assert.Equal((1, 2), ((await daily.CountsAsync(World.W30))[NamedCodes.RedCards], (await daily.CountsAsync(World.W30))[NamedCodes.CasesMonitored]));
        Assert.Empty(await world.Service<SourceStore>().SilentAsync(Actor.System, WeekEnd));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Silent_SourceThatToldRegularlyAndNotSince_IsNamed(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var (silent, daily) = (await CaseFeed.CreateAsync(world), await CaseFeed.CreateAsync(world, "每天的"));
        foreach (var days in new[] { -3, -2 }) await silent.TakeAsync(WeekEnd.AddDays(days), CaseFeed.Row("A1"));
        foreach (var days in new[] { -1, 1 }) await daily.TakeAsync(WeekEnd.AddDays(days), CaseFeed.Row("B1"));

        Assert.Equal(["省电子监察平台"], (await world.Service<SourceStore>().SilentAsync(Actor.System, WeekEnd)).Select(source => source.Name));
        Assert.Empty(await world.Service<SourceStore>().SilentAsync(Actor.System, WeekEnd.AddDays(30)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Count_OfAClosedWeek_NeverChangesByItself(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var feed = await CaseFeed.CreateAsync(world);
        await feed.TakeAsync(Monday, CaseFeed.Row("A1", 1, row => row with { Card = "red" }));
        var before = await feed.CountsAsync(World.W30);
        await world.CloseAsync(World.W30);

        await feed.TakeAsync(World.At(World.W30, 20), CaseFeed.Row("A2", 1, row => row with { Card = "red" }));

        Assert.Equal(before, await feed.CountsAsync(World.W30));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Count_CompletionAtTheBordersOfTheWeek_FallsOnTheRightSide(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var feed = await CaseFeed.CreateAsync(world);
        string[] moments = ["2020-07-19T23:59:59", "2020-07-20T00:00:00", "2020-07-26T23:59:59", "2020-07-27T00:00:00"];

        await feed.TakeAsync(Monday, [.. moments.Select((moment, i) => CaseFeed.Row($"A{i}", 1, row => row with { AcceptedAt = moment, CompletedAt = moment, Status = "completed" }))]);

        var counts = await feed.CountsAsync(World.W30);
        Assert.Equal((2, 2, 2), (counts[NamedCodes.CasesAccepted], counts[NamedCodes.CasesCompleted], counts[NamedCodes.CasesMonitored]));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Count_AfterARun_CarriesTheRunAndRecomputesTheResults(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var feed = await CaseFeed.CreateAsync(world);

        var run = await feed.TakeAsync(Monday, [.. Enumerable.Range(0, 40).Select(i => CaseFeed.Row($"A{i}", 1, row => row with { Card = i < 3 ? "red" : "none" }))]);

        var observed = (await world.Observations.QueryAsync(Actor.System, new ObservationFilter(World.W30, Element: NamedCodes.RedCards, Unit: CaseFeed.East))).Single();
        Assert.Equal((3, run.Id), (observed.Value, observed.RunId));
        var rate = (await world.Snapshots.WeekAsync(World.Leader, World.W30)).Find(NamedCodes.RedCardRate, CaseFeed.East)!;
        Assert.Equal((3, 40, 7.50m), (rate.Numerator, rate.Denominator, rate.Value));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Start_WhileAnotherRunIsUnderWay_IsRefusedUntilItsWorkerIsDead(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var feed = await CaseFeed.CreateAsync(world);
        var dead = await feed.StartAsync(Monday);

        Assert.Null(await world.Service<RunStore>().StartAsync(Actor.System, feed.Source, RunTrigger.Schedule, null, "system", null, Monday.AddMinutes(9)));
        var next = await feed.StartAsync(Monday.AddMinutes(11));

        Assert.Equal(RunState.Failed, (await world.Service<RunStore>().FindAsync(World.Reviewer, dead))!.State);
        await Assert.ThrowsAsync<StateConflictException>(() => feed.StoreAsync(dead, Monday.AddMinutes(12), [CaseFeed.Row("A1")]));
        Assert.Equal(1, (await feed.StoreAsync(next, Monday.AddMinutes(12), [CaseFeed.Row("A1")])).Counts.Created);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Cancel_WhileRunning_KeepsWhatIsStoredAndStoresNoMore(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var feed = await CaseFeed.CreateAsync(world);
        var run = await feed.StartAsync(Monday);
        await feed.StoreAsync(run, Monday, [CaseFeed.Row("A1")]);

        await world.Service<RunStore>().CancelAsync(World.Reviewer, run, Monday);
        var progress = await feed.StoreAsync(run, Monday, [CaseFeed.Row("A2")]);
        var ended = await world.Service<RunStore>().FinishAsync(Actor.System, run, new RunEnd(RunState.Failed, "已取消"), Monday);

        Assert.True(progress.IsCancelled);
        Assert.Equal((RunState.Cancelled, World.Reviewer.Name, 1), (ended.State, ended.CancelledBy, ended.Counts.Read));
    }

    /// <summary>What a source gives as its mark may be anything; a database that has no room for it still ends the run.</summary>
    [Theory, OnSqlite, OnSqlServer]
    public async Task Finish_WithAMarkThatIsTooLong_KeepsTheOldOneAndSaysSo(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var (feed, runs) = (await CaseFeed.CreateAsync(world), world.Service<RunStore>());
        await runs.FinishAsync(Actor.System, await feed.StartAsync(Monday), new RunEnd(RunState.Done, null, "2020-07-20"), Monday);

        var ended = await runs.FinishAsync(Actor.System, await feed.StartAsync(Monday.AddHours(1)), new RunEnd(RunState.Done, null, new string('9', 401)), Monday.AddHours(1));

        Assert.Equal(RunState.Done, ended.State);
        Assert.Contains("增量值过长", ended.Message, StringComparison.Ordinal);
        Assert.Equal("2020-07-20", (await world.Service<SourceStore>().FindAsync(Actor.System, feed.Source))!.Cursor);
    }

    private static async Task<RunRow> ReleaseAsync(World world, CaseFeed feed)
    {
        var (runs, intake) = (world.Service<RunStore>(), world.Service<CaseIntakeStore>());
        var run = await feed.StartAsync(Monday.AddHours(2), RunTrigger.Terms);
        var opened = await intake.OpenAsync(Actor.System, feed.Source, Monday.AddHours(2));
        HeldKey? last = null;
        do (_, last) = await intake.ReleaseAsync(Actor.System, run, feed.Source, opened, last, Monday.AddHours(2));
        while (last is not null);
        var row = await runs.FinishAsync(Actor.System, run, new RunEnd(RunState.Done), Monday.AddHours(2));
        await intake.CountAsync(Actor.System, run, Monday.AddHours(2));
        return row;
    }

    private static Task<int> SayAsync(World world, CaseFeed feed, CaseTermKind kind, string text, string meaning) => world.Database.WriteAsync(
        db =>
        {
            db.CaseTerms.Add(new Entities.CaseTermEntity { Id = Guid.CreateVersion7(), SourceId = feed.Source, Kind = kind, Text = text, Meaning = meaning, SaidBy = "reviewer", SaidAt = Monday });
            return db.SaveChangesAsync();
        },
        default);
}
