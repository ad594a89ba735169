using FsCheck.Xunit;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using Xunit;

namespace MetricsDashboard.Tests.Indicators;

public sealed class TargetGapTests
{
    [Fact]
    public void Of_ARateAboveItsTarget_NamesThoseThatMakeItUp()
    {
        // Together 34 of 1600, 18 more than 1 %.
        var gap = TargetGap.Of(1.00m, Direction.Lower, [new("A", 2, 400), new("B", 20, 400), new("C", 0, 400), new("D", 12, 400)])!;

        Assert.Equal(18m, gap.Excess);
        Assert.Equal([("B", 16m), ("D", 8m), ("A", -2m), ("C", -4m)], gap.Parts.Select(part => (part.Unit, part.Excess)));
        Assert.Equal([66.67m, 33.33m, 0m, 0m], gap.Parts.Select(part => Math.Round(part.Share, 2)));
        Assert.Equal(2, gap.FillUp);
    }

    [Fact]
    public void Of_AShareBelowItsTarget_CountsWhatIsMissing()
    {
        var gap = TargetGap.Of(70m, Direction.Higher, [new("A", 60, 100), new("B", 80, 100), new("C", 30, 100)])!;

        Assert.Equal((40m, 1), (gap.Excess, gap.FillUp));
        Assert.Equal([("C", 40m), ("A", 10m), ("B", -10m)], gap.Parts.Select(part => (part.Unit, part.Excess)));
    }

    [Theory]
    [InlineData(Direction.Lower, 4)]
    [InlineData(Direction.Higher, 4)]
    [InlineData(Direction.None, 9)]
    public void Of_PartsThatMeetTheTarget_IsNoGap(Direction direction, long numerator) => Assert.Null(TargetGap.Of(1m, direction, [new("A", numerator, 400)]));

    [Property(MaxTest = 300)]
    public bool Of_AnyParts_AddsUp(int seed)
    {
        var random = new Random(seed);
        List<PartSums> parts = [.. Enumerable.Range(0, random.Next(1, 15)).Select(at => new PartSums(at.ToString(System.Globalization.CultureInfo.InvariantCulture), random.Next(0, 500), random.Next(0, 1000)))];
        var direction = random.Next(2) == 0 ? Direction.Lower : Direction.Higher;
        var target = random.Next(0, 10001) / 100m;
        var (above, below) = (parts.Sum(part => part.Numerator), parts.Sum(part => part.Denominator));
        var whole = direction is Direction.Lower ? above - (target * below / 100) : (target * below / 100) - above;
        if (TargetGap.Of(target, direction, parts) is not { } gap) return whole <= 0;
        var filled = gap.Parts.Take(gap.FillUp).Sum(part => part.Excess);
        return gap.Excess == whole && gap.Parts.Sum(part => part.Excess) == whole && gap.Parts.Count == parts.Count
            && Math.Abs(gap.Parts.Sum(part => part.Share) - 100) < 0.000001m && gap.Parts.All(part => part.Share is >= 0 and <= 100.000001m)
            && filled >= whole && filled - gap.Parts[gap.FillUp - 1].Excess < whole;
    }
}
