using MetricsDashboard.Web.Components.Charts;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class SparklineTests
{
    [Fact]
    public void Of_GapInTheMiddle_DrawsTwoPieces() => Assert.Equal(2, SparklineShape.Of([1m, 2m, null, 3m, 4m], null).Lines.Count);

    [Fact]
    public void Of_LonePointBetweenGaps_StaysVisible() => Assert.Single(SparklineShape.Of([1m, 2m, null, 3m, null, 4m, 5m], null).Dots);

    [Fact]
    public void Of_NewestWeekWithoutValue_HasNoLastPoint() => Assert.Null(SparklineShape.Of([1m, 2m, null], null).Last);

    [Fact]
    public void Of_ConstantValues_StayInTheMiddle() => Assert.Equal(SparklineShape.Height / 2m, SparklineShape.Of([3m, 3m], null).Last!.Value.Y);

    [Fact]
    public void Of_HigherValue_StandsHigher()
    {
        var shape = SparklineShape.Of([1m, 9m], 1m);

        Assert.True(shape.Last!.Value.Y < shape.Target);
    }

    [Fact]
    public void Of_NothingKnown_DrawsNothing() => Assert.Empty(SparklineShape.Of([null, null], 1m).Lines);
}
