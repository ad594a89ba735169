using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class ObservationStoreTests
{
    [Theory, OnSqlite, OnSqlServer]
    public async Task Append_OtherValue_AddsARevisionAndKeepsTheEarlierState(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.FillAsync(World.W30, (_, _) => 5);
        var filter = new ObservationFilter(World.W30, Element: "total", Unit: "east");
        await AppendAsync(world, 9, World.At(World.W30, 30));
        await AppendAsync(world, 9, World.At(World.W30, 31));
        Assert.Equal((2, 9L), await NewestAsync(filter));
        Assert.Equal((1, 5L), await NewestAsync(filter with { AsOf = World.At(World.W30, 29) }));
        var all = new List<Observation>();
        await foreach (var row in world.Observations.StreamAsync(World.Leader, filter)) all.Add(row);
        Assert.Equal([(1, 5L), (2, 9L)], all.Select(row => (row.Revision, row.Value)));

        async Task<(int, long)> NewestAsync(ObservationFilter which)
        {
            var row = (await world.Observations.QueryAsync(World.Leader, which)).Single();
            return (row.Revision, row.Value);
        }
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Counted_OfSeveralOrigins_TakesTheForm(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.FillAsync(World.W30, (_, _) => 5, "west");
        await AppendAsync(world, 8, World.At(World.W30, 30), Origin.Manual);
        await AppendAsync(world, 7, World.At(World.W30, 30), Origin.Manual, "west");
        await AppendAsync(world, 6, World.At(World.W30, 30), Origin.Cases, "west");
        var figures = await world.Observations.CountedAsync(World.Reviewer, World.W30);
        Assert.Equal((5L, 6L), (figures.Reported("total", "east"), figures.Reported("total", "west")));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task LastValues_BeforeAWeek_ReachBackOverAGap(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.FillAsync(World.W30, (_, _) => 5);
        await world.OpenAsync(World.W30.Next);
        await world.FillAsync(World.W30.Next, (_, _) => 6, "east");
        var last = await world.Observations.LastValuesAsync(World.Reviewer, ["east", "west"], World.W30.AddWeeks(2));
        Assert.Equal(
            [("east", World.W30, 5L), ("west", World.W30.Next, 6L)],
            last.Where(value => value.Element == "total").Select(value => (value.Unit, value.Week, value.Value)).Order());
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Observations.LastValuesAsync(World.County("east"), ["west"], World.W30.Next));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Query_OfCountyActor_ShowsItAndItsTownships(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.FillAsync(World.W30, (_, _) => 5);
        var units = (await world.Observations.QueryAsync(World.County("east"), new ObservationFilter())).Select(row => row.Unit).Distinct().Order();
        Assert.Equal(["e1", "e2", "east"], units);
        Assert.Empty(await world.Observations.QueryAsync(new Actor("auditor", Role.Auditor), new ObservationFilter()));
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Observations.QueryAsync(World.County("east"), new ObservationFilter(Unit: "west")));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Stream_OverWeeks_IsFilteredByRange(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        foreach (var week in World.W30.To(World.W30.AddWeeks(2)))
        {
            await world.OpenAsync(week);
            await world.FillAsync(week, (_, _) => week.Week);
        }

        var weeks = new List<int>();
        await foreach (var row in world.Observations.StreamAsync(World.Leader, new ObservationFilter(World.W30.Next, World.W30.AddWeeks(2), "total", "dept"))) weeks.Add((int)row.Value);
        Assert.Equal([31, 32], weeks);
    }

    private static Task<bool> AppendAsync(World world, long value, DateTimeOffset now, Origin origin = Origin.Form, string unit = "east") => world.Database.WriteAsync(
        async db =>
        {
            await Revisions.AppendAsync(world.Database, db, World.W30.Key, origin, [new NewValue("total", unit, value)], World.Reviewer, now, CancellationToken.None);
            return true;
        },
        CancellationToken.None);
}
