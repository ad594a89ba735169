using FsCheck.Xunit;
using MetricsDashboard.Reporting.Formats;
using Xunit;

namespace MetricsDashboard.Tests.Reporting.Formats;

public sealed class AxisScaleTests
{
    [Theory]
    [InlineData("1.00 31.42", 2, "0 40 10")]
    [InlineData("98.90 99.40", 2, "98.9 99.4 0.1")]
    [InlineData("0 3", 0, "0 3 1")]
    [InlineData("17 17", 0, "16 18 1")]
    [InlineData("0", 2, "0 1 0.2")]
    [InlineData("", 2, "0 1 0.2")]
    [InlineData("-4 6", 0, "-4 6 2")]
    public void Of_Values_RoundStepsFromZeroOrNearThem(string values, int decimals, string expected)
    {
        var scale = AxisScale.Of(Numbers(values), decimals);

        Assert.Equal(Numbers(expected).AsEnumerable(), [scale.Minimum, scale.Maximum, scale.Step]);
    }

    [Property]
    public void Of_AnyValues_HoldsThemInAtMostNineTicks(int[] hundredths)
    {
        var values = hundredths.Select(value => value / 100m).ToArray();

        var scale = AxisScale.Of(values, 2);

        Assert.All(values, value => Assert.InRange(value, scale.Minimum, scale.Maximum));
        Assert.InRange(scale.Ticks().Count(), 2, 9);
    }

    private static decimal[] Numbers(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => decimal.Parse(part, System.Globalization.CultureInfo.InvariantCulture))];
}
