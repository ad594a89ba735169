using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Cases;

public sealed class HeldTermStoreTests
{
    private const string Word = "宝丰县政务中心";
    private static readonly DateTimeOffset Monday = World.At(World.W30, 8);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Waiting_RowsOfSeveralWords_AreGroupedByWordWithExamples(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var feed = await CaseFeed.CreateAsync(world);
        await feed.TakeAsync(Monday, [.. Enumerable.Range(1, 4).Select(i => OfCentre($"A{i}")), CaseFeed.Row("B1", 1, row => row with { Card = "red", Cause = "网络故障", ItemName = "" })]);
        await feed.TakeAsync(Monday.AddHours(1), OfCentre("A5"));

        var waiting = await world.Service<HeldTermStore>().WaitingAsync(World.Reviewer);

        Assert.Equal([(CaseTermKind.Unit, Word, 5), (CaseTermKind.Cause, "网络故障", 1)], waiting.Select(term => (term.Kind, term.Text, term.Rows)));
        Assert.Equal((Monday, Monday.AddHours(1), "省电子监察平台"), (waiting[0].FirstAt, waiting[0].LastAt, waiting[0].Source));
        Assert.Equal([new HeldExample("A1", "企业设立登记"), new HeldExample("A2", "企业设立登记"), new HeldExample("A3", "企业设立登记")], waiting[0].Examples);
        Assert.Equal([new HeldExample("B1", "XK-001")], waiting[1].Examples);
    }

    /// <summary>Daily pulls bring a row again; it waits since it came first.</summary>
    [Theory, OnSqlite, OnSqlServer]
    public async Task Waiting_RowHeldAgain_KeepsTheTimeAtWhichItCameFirst(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var feed = await CaseFeed.CreateAsync(world);
        await feed.TakeAsync(Monday, OfCentre("A1"));

        await feed.TakeAsync(Monday.AddDays(1), OfCentre("A1"), OfCentre("A2"));

        var term = Assert.Single(await world.Service<HeldTermStore>().WaitingAsync(World.Reviewer));
        Assert.Equal((2, Monday, Monday.AddDays(1)), (term.Rows, term.FirstAt, term.LastAt));
        await feed.TakeAsync(Monday.AddDays(2), OfCentre("A1"), OfCentre("A2"));
        Assert.Equal((Monday, Monday.AddDays(1)), await FirstAndLastAsync(world));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Say_OfAWaitingWord_LetsItsRowsFlowIn(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var (feed, terms) = (await CaseFeed.CreateAsync(world), world.Service<HeldTermStore>());
        await feed.TakeAsync(Monday, OfCentre("A1"), OfCentre("A2"));
        Assert.Empty(await terms.ReadyAsync(Actor.System));

        var rows = await SayAsync(feed, terms, CaseFeed.East, Monday.AddHours(1));

        Assert.Equal(2, rows);
        Assert.Equal(CaseFeed.East, Assert.Single(await terms.WaitingAsync(World.Reviewer)).Said);
        Assert.Equal([feed.Source], await terms.ReadyAsync(Actor.System));
        var released = await ReleaseAsync(world, feed, Monday.AddHours(2));
        Assert.Equal(new IntakeCounts(2, 2, 0, 0, 0, 0), released.Counts);
        Assert.Empty(await terms.ReadyAsync(Actor.System));
        Assert.Empty(await terms.WaitingAsync(World.Reviewer));
    }

    /// <summary>A run that began before the word was explained goes on holding rows for it.</summary>
    [Theory, OnSqlite, OnSqlServer]
    public async Task Ready_RowsHeldByARunThatBeganBefore_AreReady(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var (feed, terms, intake) = (await CaseFeed.CreateAsync(world), world.Service<HeldTermStore>(), world.Service<CaseIntakeStore>());
        await feed.TakeAsync(Monday, OfCentre("A1"));
        var run = await feed.StartAsync(Monday.AddHours(1));
        var opened = await intake.OpenAsync(Actor.System, feed.Source, Monday.AddHours(1));
        await SayAsync(feed, terms, CaseFeed.East, Monday.AddHours(2));
        await intake.StoreAsync(Actor.System, run, opened, opened.Understand([new CaseEntry(OfCentre("A1"), "第1行", "", null)]), Monday.AddHours(3));

        Assert.Equal([feed.Source], await terms.ReadyAsync(Actor.System));
    }

    /// <summary>A row with two unknown words waits for the second one after the first; nothing is ready until that is explained, too.</summary>
    [Theory, OnSqlite, OnSqlServer]
    public async Task Ready_RowsWithAnotherUnknownWord_WaitOn(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var (feed, terms) = (await CaseFeed.CreateAsync(world), world.Service<HeldTermStore>());
        await feed.TakeAsync(Monday, OfCentre("A1") with { Card = "red", Cause = "网络故障" });
        await SayAsync(feed, terms, CaseFeed.East, Monday.AddHours(1));

        await ReleaseAsync(world, feed, Monday.AddHours(2));

        Assert.Equal((CaseTermKind.Cause, "网络故障"), ((await terms.WaitingAsync(World.Reviewer)).Single().Kind, (await terms.WaitingAsync(World.Reviewer)).Single().Text));
        Assert.Empty(await terms.ReadyAsync(Actor.System));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Say_Anew_AddsARowAndTheNewestHolds(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var (feed, terms) = (await CaseFeed.CreateAsync(world), world.Service<HeldTermStore>());
        await feed.TakeAsync(Monday, OfCentre("A1"));
        await SayAsync(feed, terms, CaseFeed.East, Monday.AddHours(1));
        await ReleaseAsync(world, feed, Monday.AddHours(2));

        var rows = await SayAsync(feed, terms, CaseFeed.West, Monday.AddHours(3));

        Assert.Equal(0, rows);
        var said = await terms.SaidAsync(World.Reviewer, 10);
        Assert.Equal([(CaseFeed.West, true), (CaseFeed.East, false)], said.Select(term => (term.Meaning, term.IsInForce)));
        Assert.Equal((World.Reviewer.Name, Monday.AddHours(3), "省电子监察平台"), (said[0].SaidBy, said[0].SaidAt, said[0].Source));
        await feed.TakeAsync(Monday.AddHours(4), OfCentre("A2") with { Card = "red" });
        Assert.Equal(1, (await feed.CountsAsync(World.W30, CaseFeed.West))[Domain.Catalogue.NamedCodes.RedCards]);
    }

    /// <summary>One database takes texts that differ in the case of letters for the same, the other does not; the word is the same.</summary>
    [Theory, OnSqlite, OnSqlServer]
    public async Task Say_OfAWordInCapitals_HoldsForSmallLettersToo(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var (feed, terms) = (await CaseFeed.CreateAsync(world), world.Service<HeldTermStore>());
        await feed.TakeAsync(Monday, CaseFeed.Row("A1", 1, row => row with { Unit = "BFX" }), CaseFeed.Row("A2", 1, row => row with { Unit = "bfx" }));

        await terms.SayAsync(World.Reviewer, feed.Source, CaseTermKind.Unit, "BFX", CaseFeed.East, Monday.AddHours(1));
        var released = await ReleaseAsync(world, feed, Monday.AddHours(2));

        Assert.Equal(new IntakeCounts(2, 2, 0, 0, 0, 0), released.Counts);
        var again = await Assert.ThrowsAsync<StateConflictException>(() => terms.SayAsync(World.Reviewer, feed.Source, CaseTermKind.Unit, "bfx", CaseFeed.East, Monday.AddHours(3)));
        Assert.Contains("已经对应为这个含义", again.Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Say_WhatMeansNothingOrWasSaid_IsRefused(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider, TestCatalogues.Seed);
        var (feed, terms) = (await CaseFeed.CreateAsync(world), world.Service<HeldTermStore>());
        await feed.TakeAsync(Monday, OfCentre("A1"));

        // The city itself has no cases; red is no unit; a name is no code.
        foreach (var meaning in new[] { "", "410400", "red", "宝丰县" })
            Assert.Contains($"请为单位“{Word}”选择含义", (await Assert.ThrowsAsync<StateConflictException>(() => SayAsync(feed, terms, meaning, Monday.AddHours(1)))).Message, StringComparison.Ordinal);
        var unknown = await Assert.ThrowsAsync<StateConflictException>(() => terms.SayAsync(World.Reviewer, feed.Source, CaseTermKind.Unit, "另一个单位", CaseFeed.East, Monday));
        Assert.Contains("没有办件在等待单位“另一个单位”", unknown.Message, StringComparison.Ordinal);
        await SayAsync(feed, terms, CaseFeed.East, Monday.AddHours(1));
        var again = await Assert.ThrowsAsync<StateConflictException>(() => SayAsync(feed, terms, CaseFeed.East, Monday.AddHours(2)));
        Assert.Contains("已经对应为这个含义", again.Message, StringComparison.Ordinal);
        Assert.Single(await terms.SaidAsync(World.Reviewer, 10));
    }

    private static CaseRow OfCentre(string number) => CaseFeed.Row(number, 1, row => row with { Unit = Word });

    private static Task<int> SayAsync(CaseFeed feed, HeldTermStore terms, string meaning, DateTimeOffset now) => terms.SayAsync(World.Reviewer, feed.Source, CaseTermKind.Unit, Word, meaning, now);

    private static async Task<RunRow> ReleaseAsync(World world, CaseFeed feed, DateTimeOffset now)
    {
        var intake = world.Service<CaseIntakeStore>();
        var run = await feed.StartAsync(now, RunTrigger.Terms);
        var opened = await intake.OpenAsync(Actor.System, feed.Source, now);
        HeldKey? last = null;
        do (_, last) = await intake.ReleaseAsync(Actor.System, run, feed.Source, opened, last, now);
        while (last is not null);
        return await world.Service<RunStore>().FinishAsync(Actor.System, run, new RunEnd(RunState.Done), now);
    }

    private static async Task<(DateTimeOffset, DateTimeOffset)> FirstAndLastAsync(World world)
    {
        var term = Assert.Single(await world.Service<HeldTermStore>().WaitingAsync(World.Reviewer));
        return (term.FirstAt, term.LastAt);
    }
}
