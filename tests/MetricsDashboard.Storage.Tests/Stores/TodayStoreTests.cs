using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;
using static MetricsDashboard.Storage.Tests.Worlds.TakenIn;

namespace MetricsDashboard.Storage.Tests.Stores;

/// <summary>Tuesday 28 July 2020 at 09:00.</summary>
public sealed class TodayStoreTests
{
    private static readonly DateTimeOffset Now = World.At(World.W30, 33);
    private static readonly DateOnly Today = new(2020, 7, 28);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Find_OfToday_TellsNewClearedStandingAndNearing(StorageProvider provider)
    {
        await using var world = await CreateAsync(provider);

        var found = await world.Service<TodayStore>().FindAsync(World.Reviewer, Today, null, Now);

        Assert.Equal(["E-new", "E-shown"], Numbers(found.Appeared));
        Assert.Equal(["E-done", "W-back"], Numbers(found.Cleared));
        Assert.Equal(["E-old", "W-old"], Numbers(found.Standing));
        Assert.Equal(["E-soon", "W-tomorrow"], Numbers(found.Nearing));
        Assert.Equal((Today.AddDays(1), true, Now), (found.NearingUntil, found.HasCases, found.Moment));
        Assert.Equal((CaseStatus.Completed, Card.None), (found.Cleared[0].Status, found.Cleared[0].Card));
        Assert.Equal(CardCause.NotReturned, found.Cleared.Single(row => row.CaseNo == "W-back").Cause);
        Assert.Equal("营业执照核发", found.Standing[0].ItemName);
        Assert.Equal((Now.AddMinutes(-30), Now.AddMinutes(-30)), (found.Freshness.LastRunAt, found.Freshness.KnownUntil));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Find_OfYesterday_TellsItsEnd(StorageProvider provider)
    {
        await using var world = await CreateAsync(provider);

        var found = await world.Service<TodayStore>().FindAsync(World.Reviewer, Today.AddDays(-1), null, Now);

        Assert.Equal(World.At(World.W30, 24), found.Moment);
        Assert.Equal(["E-done", "E-old", "W-back", "W-old"], Numbers(found.Standing));
        Assert.Empty(found.Appeared);
        Assert.Empty(found.Cleared);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Find_OfToday_NearsWhateverTheCard(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.TakeInAsync(
            Now,
            Open("shown-none", "east", "2020-07-28", "2020-07-29", "none"),
            Open("shown-warning", "east", "2020-07-28", "2020-07-29", "warning"),
            Open("shown-yellow", "east", "2020-07-20", "2020-07-29", "yellow"),
            Open("passed-today", "east", "2020-07-20", "2020-07-28T08:00:00", "yellow"),
            Open("promised-later", "east", "2020-08-20", "2020-07-29"),
            Open("without-promise", "east", "", "2020-07-28T18:00:00"),
            Open("shown-red", "east", "2020-07-20", "2020-07-29", "red"),
            Open("red-since-today", "east", "2020-07-20", "2020-07-28T08:00:00"),
            Open("passed-before", "east", "2020-07-10", "2020-07-20", "yellow"),
            Open("later", "east", "2020-07-20", "2020-07-30", "yellow"));

        var found = await world.Service<TodayStore>().FindAsync(World.Reviewer, Today, null, Now);

        Assert.Equal(["passed-today", "promised-later", "shown-none", "shown-warning", "shown-yellow", "without-promise"], Numbers(found.Nearing));
        Assert.Equal((Card.None, Card.Warning), (found.Nearing.Single(row => row.CaseNo == "shown-none").Card, found.Nearing.Single(row => row.CaseNo == "shown-warning").Card));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Find_OfAFriday_NearsUntilMonday(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.TakeInAsync(Now, Open("E-mon", "east", "2020-07-29", "2020-08-03"), Open("E-tue", "east", "2020-07-29", "2020-08-04"));

        var found = await world.Service<TodayStore>().FindAsync(World.Reviewer, new DateOnly(2020, 7, 31), null, Now.AddDays(3));

        Assert.Equal((new DateOnly(2020, 8, 3), "E-mon"), (found.NearingUntil, Assert.Single(found.Nearing).CaseNo));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Find_OfOneUnit_IsItsOwnAlone(StorageProvider provider)
    {
        await using var world = await CreateAsync(provider);
        var today = world.Service<TodayStore>();

        Assert.Equal(["W-old"], Numbers((await today.FindAsync(World.Reviewer, Today, "west", Now)).Standing));
        Assert.Equal(["W-old"], Numbers((await today.FindAsync(World.County("west"), Today, null, Now)).Standing));
        Assert.Empty((await today.FindAsync(World.Reviewer, Today, "nowhere", Now)).Standing);
        await Assert.ThrowsAsync<AccessDeniedException>(() => today.FindAsync(World.County("west"), Today, "east", Now));
        await Assert.ThrowsAsync<AccessDeniedException>(() => today.FindAsync(new Actor("x", Role.CityReporter), Today, null, Now));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Find_AfterMarking_CountsTheMarksOfTheDayAlone(StorageProvider provider)
    {
        await using var world = await CreateAsync(provider);
        var (today, notes) = (world.Service<TodayStore>(), world.Service<CaseNoteStore>());
        await notes.CheckAsync(World.Reviewer, ["E-old"], Now.AddDays(-1));
        await notes.CheckAsync(World.Reviewer, ["W-old", "E-new"], Now);

        var found = await today.FindAsync(World.Reviewer, Today, null, Now.AddMinutes(1));
        var before = await today.FindAsync(World.Reviewer, Today.AddDays(-1), null, Now.AddMinutes(1));

        Assert.Equal((2, 1), (found.CheckedToday, before.CheckedToday));
        Assert.Equal(Now.AddDays(-1), found.Standing[0].Checked!.WrittenAt);
        Assert.Null(before.Standing.Single(row => row.CaseNo == "W-old").Checked);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Differences_OfShownAndDerivedCards_AreCountedByUnitAndListed(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.TakeInAsync(
            Now,
            Open("E-none", "east", "2020-07-10", "2020-07-20", "none"),
            Open("E-red", "east", "2020-08-10", "2020-08-20", "red"),
            Open("E-same", "east", "2020-07-10", "2020-08-20", "yellow"),
            Open("E-fine", "east", "2020-08-10", "2020-08-20", "none"),
            Open("E-derived", "east", "2020-07-10", "2020-07-20"),
            Completed("W-stands", "west", "2020-07-10", "2020-07-20", "2020-07-22T10:00:00", "red"));
        var today = world.Service<TodayStore>();

        var found = await today.DifferencesAsync(World.Reviewer, null, 100, Now.AddMinutes(1));

        Assert.Equal([("E-none", Card.None, Card.Red), ("E-red", Card.Red, Card.None), ("W-stands", Card.Red, Card.None)], found.Cases.Select(row => (row.CaseNo, row.Shown, row.Derived)));
        Assert.Equal([("east", Card.None, Card.Red, 1), ("east", Card.Red, Card.None, 1), ("west", Card.Red, Card.None, 1)], found.Counts.Select(row => (row.Unit.Code, row.Shown, row.Derived, row.Count)).Order());
        Assert.Equal("W-stands", Assert.Single((await today.DifferencesAsync(World.Reviewer, "west", 100, Now.AddMinutes(1))).Cases).CaseNo);
        Assert.Equal("W-stands", Assert.Single((await today.DifferencesAsync(World.County("west"), null, 100, Now.AddMinutes(1))).Cases).CaseNo);
        Assert.Single((await today.DifferencesAsync(World.Reviewer, null, 1, Now.AddMinutes(1))).Cases);
    }

    private static async Task<World> CreateAsync(StorageProvider provider)
    {
        var world = await World.CreateAsync(provider);
        await world.TakeInAsync(
            Now.AddDays(-2),
            Open("E-old", "east", "2020-07-10", "2020-07-20"),
            Open("W-old", "west", "2020-07-10", "2020-07-20"),
            Open("E-done", "east", "2020-07-10", "2020-07-20"),
            Open("W-back", "west", "2020-07-10", "2020-07-20", "red", cause: "not_returned"),
            Open("E-new", "east", "2020-07-20", "2020-07-28T08:30:00"),
            Open("E-shown", "east", "2020-07-20", "2020-08-20", "none"),
            Open("E-soon", "east", "2020-07-20", "2020-07-28T12:00:00"),
            Open("W-tomorrow", "west", "2020-07-20", "2020-07-29"),
            Open("W-later", "west", "2020-07-20", "2020-07-30"));
        await world.TakeInAsync(
            Now.AddMinutes(-30),
            Completed("E-done", "east", "2020-07-10", "2020-07-20", "2020-07-28T08:00:00", updated: "2020-07-28T08:00:00"),
            Open("W-back", "west", "2020-07-10", "2020-07-20", "none", version: 2, updated: "2020-07-28T08:00:00"),
            Open("E-shown", "east", "2020-07-20", "2020-08-20", "red", version: 2, updated: "2020-07-28T08:00:00"));
        return world;
    }

    private static IEnumerable<string> Numbers(IEnumerable<TodayCase> rows) => rows.Select(row => row.CaseNo).Order(StringComparer.Ordinal);
}
