namespace MetricsDashboard.Domain.Indicators;

/// <summary>
/// A change against the week before, taken over the units that reported in both weeks; carried values do not count (design.md rules 3, 7).
/// </summary>
/// <param name="Amount">Difference of the two displayed values: 百分点 for percentages, the unit of the count otherwise.</param>
/// <param name="IsExactlyZero">False where the displayed values are equal and the true ones are not: 与上周基本持平.</param>
/// <param name="Units">Asked units that reported in both weeks.</param>
/// <param name="Whole">Were these all the units asked in both weeks, so that nothing needs to be said?</param>
public sealed record Change(decimal Amount, bool IsExactlyZero, int Units, bool Whole)
{
    /// <summary>Is the displayed value larger than before? Whether that is good is the indicator's direction.</summary>
    public bool Rises => Amount > 0;

    /// <summary>Are the displayed values equal?</summary>
    public bool IsFlat => Amount == 0;
}
