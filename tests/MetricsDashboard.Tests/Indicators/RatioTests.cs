using FsCheck;
using FsCheck.Xunit;
using MetricsDashboard.Domain.Indicators;
using Xunit;

namespace MetricsDashboard.Tests.Indicators;

/// <summary>The one place that rounds.</summary>
public sealed class RatioTests
{
    [Theory]
    [InlineData(24999, 25000, "99.99")] // 99.996
    [InlineData(2349, 2350, "99.96")]
    [InlineData(1, 25000, "0.01")] // 0.004
    [InlineData(1, 20000, "0.01")] // 0.005
    [InlineData(1, 100, "1.00")]
    [InlineData(2345, 10000, "23.45")]
    [InlineData(12345, 1000000, "1.23")] // 1.2345
    [InlineData(12350, 1000000, "1.24")] // 1.235, a half goes up
    [InlineData(12250, 1000000, "1.23")] // 1.225, not to even
    [InlineData(-12350, 1000000, "-1.24")] // away from zero
    [InlineData(-1, 25000, "-0.01")]
    [InlineData(-24999, 25000, "-99.99")]
    [InlineData(100003, 100000, "100.00")] // growth may pass 100
    [InlineData(5, 2, "250.00")]
    [InlineData(0, 7, "0.00")]
    [InlineData(7, 7, "100.00")]
    public void Percent_TwoDecimals_RoundsHalfAwayFromZeroAndNeverToAllOrNone(long numerator, long denominator, string shown) =>
        Assert.Equal(shown, new Ratio(numerator, denominator).Percent(2)!.Value.ToString("F2", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Percent_DenominatorZero_IsNothing() => Assert.Null(new Ratio(3, 0).Percent(2));

    [Fact]
    public void Percent_NoDecimals_IsNeverAHundredUnlessAll() => Assert.Equal(99m, new Ratio(999, 1000).Percent(0));

    [Fact]
    public void Percent_FiveDecimals_IsMisuse() => Assert.Throws<ArgumentOutOfRangeException>(() => new Ratio(1, 2).Percent(5));

    [Fact]
    public void EqualsExactly_SameShareOfOtherCounts_IsTrue() => Assert.True(new Ratio(1, 3).EqualsExactly(new Ratio(long.MaxValue / 3, long.MaxValue / 3 * 3)));

    [Fact]
    public void EqualsExactly_SameDisplayedValue_IsFalse() => Assert.False(new Ratio(62501, 100000).EqualsExactly(new Ratio(62504, 100000)));

    [Property(MaxTest = 1000)]
    public bool Percent_OfAPart_ShowsAllOnlyForAllAndNoneOnlyForNone(NonNegativeInt part, PositiveInt rest)
    {
        var whole = new Ratio(part.Get, (long)part.Get + rest.Get - 1);
        return whole.Percent(2) is not { } shown || ((shown == 100m) == (part.Get == whole.Denominator) && (shown == 0m) == (part.Get == 0));
    }

    [Property(MaxTest = 1000)]
    public bool Percent_OfAnyRatio_IsWithinOneStepOfTheTrueValue(int numerator, PositiveInt denominator)
    {
        var shown = new Ratio(numerator, denominator.Get).Percent(2)!.Value;
        return Math.Abs(shown - (numerator * 100m / denominator.Get)) < 0.01m && decimal.Round(shown, 2) == shown;
    }

    [Property(MaxTest = 1000)]
    public bool Percent_OfAGreaterNumerator_IsNotSmaller(int one, int two, PositiveInt denominator) =>
        new Ratio(Math.Min(one, two), denominator.Get).Percent(2) <= new Ratio(Math.Max(one, two), denominator.Get).Percent(2);
}
