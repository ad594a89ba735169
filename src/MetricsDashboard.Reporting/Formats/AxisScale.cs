namespace MetricsDashboard.Reporting.Formats;

/// <summary>A vertical axis with four to seven round steps that holds every value.</summary>
internal sealed record AxisScale(decimal Minimum, decimal Maximum, decimal Step)
{
    private static readonly decimal[] RoundSteps = [1m, 2m, 2.5m, 5m, 10m];

    /// <summary>Starts at 0 unless the values lie close together far from it, so that a small change is neither hidden nor blown up.</summary>
    /// <param name="values">What the axis must hold.</param>
    /// <param name="decimals">The finest step that makes sense: a count of pieces has no halves.</param>
    public static AxisScale Of(IEnumerable<decimal> values, int decimals)
    {
        var known = values.DefaultIfEmpty(0m).ToArray();
        var (least, greatest) = (known.Min(), known.Max());
        if (least >= 0 && least < greatest * 0.7m)
            least = 0;
        if (greatest == least)
            (least, greatest) = least == 0 ? (0m, 1m) : (least - Math.Abs(least) * 0.05m, greatest + Math.Abs(greatest) * 0.05m);

        var finest = Enumerable.Repeat(0.1m, decimals).Aggregate(1m, (product, tenth) => product * tenth);
        var step = Math.Max(finest, RoundUp((greatest - least) / 6));
        var minimum = Math.Floor(least / step) * step;
        var maximum = Math.Ceiling(greatest / step) * step;
        return new AxisScale(minimum, maximum, step);
    }

    /// <summary>How many decimals tell the ticks apart.</summary>
    public int Decimals => Enumerable.Range(0, 10).First(decimals => decimal.Round(Step, decimals) == Step);

    public IEnumerable<decimal> Ticks()
    {
        for (var tick = Minimum; tick <= Maximum; tick += Step)
            yield return tick;
    }

    private static decimal RoundUp(decimal rough)
    {
        var magnitude = 1m;
        while (magnitude > rough)
            magnitude /= 10;
        while (magnitude * 10 <= rough)
            magnitude *= 10;
        return RoundSteps.First(step => step * magnitude >= rough) * magnitude;
    }
}
