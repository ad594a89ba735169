using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Tests.Worlds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class SnapshotStoreTests
{
    private static readonly ReportingWeek Last = World.W30.AddWeeks(3);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Recompute_AfterDeletingAll_GivesTheSameRows(StorageProvider provider)
    {
        await using var world = await ThreeWeeksAsync(provider);
        var before = await AllAsync(world);
        await world.Database.WriteAsync(db => db.Snapshots.Where(row => row.EditionId % 1000 == 0).ExecuteDeleteAsync(), CancellationToken.None);
        var missing = await world.Snapshots.RecomputeAsync(Actor.System, null, check: true, World.At(Last, 20));
        await world.Snapshots.RecomputeAsync(Actor.System, null, check: false, World.At(Last, 20));
        Assert.Equal(before.Count, missing.Count);
        Assert.All(missing, difference => Assert.Null(difference.Stored));
        Assert.Equal(before, await AllAsync(world));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Recompute_Check_FindsATamperedRowAndLeavesIt(StorageProvider provider)
    {
        await using var world = await ThreeWeeksAsync(provider);
        await world.Database.WriteAsync(
            db => db.Snapshots.Where(row => row.Indicator == "done-rate" && row.Unit == "east" && row.EditionId == World.W30.Key * 1000)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.Numerator, 1)),
            CancellationToken.None);
        var difference = Assert.Single(await world.Snapshots.RecomputeAsync(Actor.System, null, check: true, World.At(Last, 20)));
        Assert.Equal((World.W30, "done-rate", "east", 1L), (difference.Week, difference.Indicator, difference.Unit, difference.Stored!.Numerator));
        Assert.Empty(await world.Snapshots.RecomputeAsync(Actor.System, [World.W30.Next], check: true, World.At(Last, 20)));
        Assert.Single(await world.Snapshots.RecomputeAsync(Actor.System, [World.W30], check: false, World.At(Last, 20)));
        Assert.Empty(await world.Snapshots.RecomputeAsync(Actor.System, null, check: true, World.At(Last, 20)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Accept_LateInAnEarlierWeek_CarriesIntoLaterWeeks(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.FillAsync(World.W30, (_, _) => 5, "east");
        await world.OpenAsync(World.W30.Next);
        await world.FillAsync(World.W30.Next, (_, _) => 6, "east");
        var before = (await world.Snapshots.WeekAsync(World.Leader, World.W30.Next)).Find("open-items", "east");
        Assert.Equal(new Coverage(0, 0, 1), before!.Coverage);

        await world.Duties.ExtendAsync(World.Reviewer, World.W30, "east", World.At(World.W30, 40), "机房停电", World.At(World.W30, 19));
        await world.SendAsync(World.County("east"), World.At(World.W30, 20), world.Form(World.W30, "items", "east", (element, _) => element == "done" ? 3 : 10));
        await world.AcceptAllAsync(World.W30);
        var after = (await world.Snapshots.WeekAsync(World.Leader, World.W30.Next)).Find("open-items", "east");
        Assert.Equal((new Coverage(0, 1, 1), 7m, Unranked.Carried), (after!.Coverage, after.Value, after.Unranked));
        Assert.Empty(await world.Snapshots.RecomputeAsync(Actor.System, null, check: true, World.At(Last, 20)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Accept_AfterAGapOfWeeks_CarriesTheNewestValue(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.FillAsync(World.W30, (_, _) => 5);
        foreach (var week in World.W30.Next.To(Last))
        {
            await world.OpenAsync(week);
            await world.FillAsync(week, (_, _) => 6, "east");
        }

        var carried = (await world.Snapshots.WeekAsync(World.Leader, Last)).Find("coverage", "east");
        Assert.Equal((10L, new Coverage(0, 1, 1)), (carried!.Denominator, carried.Coverage));
        Assert.Empty(await world.Snapshots.RecomputeAsync(Actor.System, null, check: true, World.At(Last, 20)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Series_OfUnits_IsByWeekAndWithinScope(StorageProvider provider)
    {
        await using var world = await ThreeWeeksAsync(provider);
        var series = await world.Snapshots.SeriesAsync(World.Leader, "done-rate", ["west", "east"], World.W30, Last);
        Assert.Equal(
            World.W30.To(Last.Previous).SelectMany(week => new[] { (week, "east"), (week, "west") }), series.Select(row => (row.Week, row.Unit)));
        Assert.Equal(3, (await world.Snapshots.SeriesAsync(World.County("east"), "done-rate", ["east"], World.W30, Last)).Count);
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Snapshots.SeriesAsync(World.County("east"), "done-rate", ["west"], World.W30, Last));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Standings_OfAUnit_AreThoseOfItsGroupAlone(StorageProvider provider)
    {
        await using var world = await ThreeWeeksAsync(provider);
        var week = await world.Snapshots.WeekAsync(World.Leader, World.W30);
        var group = world.Catalogue.Units.Where(unit => unit.RankingGroup == world.Catalogue.Unit("east").RankingGroup).Select(unit => week.Find("done-rate", unit.Code)).Where(row => row?.Rank is not null).ToList();

        var standing = (await world.Snapshots.StandingsAsync(World.County("east"), "east", World.W30)).Single(row => row.Indicator == "done-rate");

        Assert.Equal((week.Find("done-rate", "east")!.Rank!.Value, group.Count), (standing.Rank, standing.Ranked));
        Assert.Equal(Ranking.Median(group.Select(row => row!.Value!.Value)), standing.Median);
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Snapshots.StandingsAsync(World.County("east"), "west", World.W30));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Week_OfCountyActor_ShowsItsOwnResultsAlone(StorageProvider provider)
    {
        await using var world = await ThreeWeeksAsync(provider);
        var results = await world.Snapshots.WeekAsync(World.County("east"), World.W30);
        Assert.Equal(["e1", "e2", "east"], results.All.Select(row => row.Unit).Distinct().Order());
        Assert.Empty((await world.Snapshots.WeekAsync(World.Leader, Last.AddWeeks(9))).All);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Write_OfAValueWithTwoDecimals_ComesBackExactly(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.FillAsync(World.W30, (element, unit) => (element, unit) switch
        {
            ("done", _) => 99_999_999_999_999,
            ("total", _) => 100_000_000_000_000,
            _ => 3,
        });
        var rate = (await world.Snapshots.WeekAsync(World.Leader, World.W30)).Find("done-rate", "city")!;
        Assert.Equal((99.99m, 399_999_999_999_996L), (rate.Value, rate.Numerator));
    }

    internal static async Task<World> ThreeWeeksAsync(StorageProvider provider)
    {
        var world = await World.CreateAsync(provider);
        foreach (var week in World.W30.To(Last.Previous))
        {
            await world.OpenAsync(week);
            await world.FillAsync(week, (element, unit) => Value(element, unit, week), week == World.W30.Next ? ["north"] : []);
            await world.CloseAsync(week);
        }

        return world;
    }

    /// <summary>Some plausible count that differs by element, unit and week.</summary>
    internal static long Value(string element, string unit, ReportingWeek week)
    {
        var seed = element.Concat(unit).Aggregate(7, (hash, letter) => (hash * 31 + letter) % 997);
        return element is "done" or "covered" ? 50 + seed % 40 + week.Week : 200 + seed + week.Week;
    }

    private static async Task<List<Snapshot>> AllAsync(World world) =>
        [.. (await world.Snapshots.WeeksAsync(World.Leader, World.W30, Last)).SelectMany(week => week.All).OrderBy(row => row.Week).ThenBy(row => row.Indicator).ThenBy(row => row.Unit)];
}
