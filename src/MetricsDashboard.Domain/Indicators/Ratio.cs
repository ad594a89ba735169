namespace MetricsDashboard.Domain.Indicators;

/// <summary>
/// A numerator over a denominator. The one place that rounds: half away from zero, and never up to 100 % nor down to 0
/// (99.996 shows 99.99, 0.004 shows 0.01; a fall of 99.996 % shows −99.99), because "all" and "none" are claims (design.md rule 7).
/// </summary>
/// <param name="Numerator">Any whole number; negative only for growth.</param>
/// <param name="Denominator">0 means that there is no ratio; shown as "—".</param>
public readonly record struct Ratio(long Numerator, long Denominator)
{
    /// <summary>The percentage at so many decimals (0 to 4); null where the denominator is 0.</summary>
    public decimal? Percent(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 4);
        if (Denominator == 0) return null;
        var rounded = Math.Round((decimal)Numerator * 100m / Denominator, decimals, MidpointRounding.AwayFromZero);
        var step = Step(decimals);
        if (rounded == 0 && Numerator != 0) return Numerator > 0 == Denominator > 0 ? step : -step;
        if (Math.Abs(rounded) == 100 && Math.Abs((decimal)Numerator) < Math.Abs((decimal)Denominator)) return Math.Sign(rounded) * (100m - step);
        return rounded;
    }

    /// <summary>Are two ratios exactly equal, whatever they show?</summary>
    public bool EqualsExactly(Ratio other) =>
        (Denominator == 0 && other.Denominator == 0) ||
        (Denominator != 0 && other.Denominator != 0 && (Int128)Numerator * other.Denominator == (Int128)other.Numerator * Denominator);

    private static decimal Step(int decimals) => new(1, 0, 0, false, (byte)decimals);
}
