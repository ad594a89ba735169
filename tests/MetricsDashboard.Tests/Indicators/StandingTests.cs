using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Weeks;
using Xunit;

namespace MetricsDashboard.Tests.Indicators;

/// <summary>强项 and 短板.</summary>
public sealed class StandingTests
{
    [Theory]
    [InlineData(1, "0.10", Strength.Strong)]
    [InlineData(2, "0.20", Strength.Strong)]
    [InlineData(3, "0.30", Strength.Middle)]
    [InlineData(4, "0.40", Strength.Middle)]
    [InlineData(5, "0.50", Strength.Weak)]
    [InlineData(6, "0.60", Strength.Weak)]
    public void Strength_OfSixUnits_IsTheThirdAtEitherEnd(int rank, string value, Strength strength) =>
        Assert.Equal(strength, Of(rank, decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), 0.10m, 0.20m, 0.30m, 0.40m, 0.50m, 0.60m).Strength);

    [Fact]
    public void Strength_AllEqual_IsNeither() => Assert.Equal(Strength.Middle, Of(1, 1m, 1m, 1m, 1m, 1m).Strength);

    [Fact]
    public void Strength_OfTwoUnits_IsNeither() => Assert.Equal((Strength.Middle, (decimal?)null), (Of(1, 1m, 1m, 2m).Strength, Of(1, 1m, 1m, 2m).Median));

    [Fact]
    public void Of_EvenNumber_TakesTheLowerMiddleValue() => Assert.Equal((0.20m, 0.20m), (Of(4, 0.40m, 0.10m, 0.20m, 0.30m, 0.40m).Median!.Value, Of(4, 0.40m, 0.10m, 0.20m, 0.30m, 0.40m).ToMedian!.Value));

    [Fact]
    public void Of_UnitWithoutARank_IsNull() => Assert.Null(Standing.Of(Result(null, 0.40m), [0.10m, 0.20m, 0.30m]));

    private static Standing Of(int rank, decimal value, params decimal[] ranked) => Standing.Of(Result(rank, value), ranked)!;

    private static Snapshot Result(int? rank, decimal? value) => new("rate", "C1", new ReportingWeek(2020, 39), 1, 100, value, new Coverage(1, 0, 1), rank, null, null, null);
}
