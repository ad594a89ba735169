using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class ExplainTests
{
    [Theory, OnSqlite, OnSqlServer]
    public async Task Explain_Rate_NamesFileSheetAndCellOfEveryValue(StorageProvider provider)
    {
        await using var world = await SnapshotStoreTests.ThreeWeeksAsync(provider);
        var explanation = await world.Snapshots.ExplainAsync(World.Leader, "done-rate", "city", World.W30);
        Assert.Equal("已办数 ÷ 总数", explanation!.Formula);
        Assert.Equal(["dept", "east", "west", "north"], explanation.Parts.Select(part => part.Unit.Code));
        Assert.Equal(explanation.Snapshot.Numerator, explanation.Parts.Sum(part => part.Numerator));
        Assert.Equal(explanation.Snapshot.Denominator, explanation.Parts.Sum(part => part.Denominator));
        Assert.All(explanation.Parts.SelectMany(part => part.Values), value => Assert.Equal(
            ("报表.xlsx", "source", "事项表", "reviewer", 1), (value.FileName, value.SentBy, value.Observation.Sheet, value.Observation.RecordedBy, value.Observation.Revision)));
        Assert.Equal(["C6", "D6"], explanation.Parts[0].Values.Select(value => value.Observation.Cell).Order());
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Explain_CarriedPart_NamesTheEarlierWeek(StorageProvider provider)
    {
        await using var world = await SnapshotStoreTests.ThreeWeeksAsync(provider);
        var explanation = await world.Snapshots.ExplainAsync(World.Leader, "open-items", "city", World.W30.Next);
        var north = explanation!.Parts.Single(part => part.Unit.Code == "north");
        Assert.Equal("总数 − 已办数", explanation.Formula);
        Assert.Equal(PartState.Carried, north.State);
        Assert.All(north.Values, value => Assert.Equal(World.W30, value.Observation.Week));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Explain_Growth_ShowsBothWeeks(StorageProvider provider)
    {
        await using var world = await SnapshotStoreTests.ThreeWeeksAsync(provider);
        var explanation = await world.Snapshots.ExplainAsync(World.Leader, "user-growth", "east", World.W30.Next);
        Assert.Equal("（本周用户数 − 上周用户数）÷ 上周用户数", explanation!.Formula);
        Assert.Equal([World.W30, World.W30.Next], explanation.Parts.Single().Values.Select(value => value.Observation.Week).Order());
        Assert.Equal((explanation.Snapshot.Numerator, explanation.Snapshot.Denominator), (explanation.Parts[0].Numerator, explanation.Parts[0].Denominator));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Explain_EveryComputedRow_AddsUpToItsParts(StorageProvider provider)
    {
        await using var world = await SnapshotStoreTests.ThreeWeeksAsync(provider);
        foreach (var row in (await world.Snapshots.WeekAsync(World.Leader, World.W30.Next)).All.Where(row => row.Numerator is not null))
        {
            var parts = (await world.Snapshots.ExplainAsync(World.Leader, row.Indicator, row.Unit, row.Week))!.Parts;
            Assert.Equal((row.Numerator, row.Denominator ?? 0), (parts.Sum(part => part.Numerator), parts.Sum(part => part.Denominator ?? 0)));
        }
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Explain_SystemElement_HasNoFile(StorageProvider provider)
    {
        await using var world = await SnapshotStoreTests.ThreeWeeksAsync(provider);
        var explanation = await world.Snapshots.ExplainAsync(World.Leader, "on-time", "east", World.W30);
        Assert.All(explanation!.Parts.Single().Values, value => Assert.Equal((null, "system"), (value.FileName, value.Observation.RecordedBy)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Explain_OutsideScopeOrUnknown_IsDeniedOrNull(StorageProvider provider)
    {
        await using var world = await SnapshotStoreTests.ThreeWeeksAsync(provider);
        Assert.Null(await world.Snapshots.ExplainAsync(World.Leader, "told", "city", World.W30));
        Assert.Null(await world.Snapshots.ExplainAsync(World.Leader, "done-rate", "nowhere", World.W30));
        Assert.Null(await world.Snapshots.ExplainAsync(World.Leader, "done-rate", "e1", World.W30));
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Snapshots.ExplainAsync(World.County("east"), "done-rate", "city", World.W30));
    }
}
