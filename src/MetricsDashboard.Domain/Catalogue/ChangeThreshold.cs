using MetricsDashboard.Domain.Indicators;

namespace MetricsDashboard.Domain.Catalogue;

/// <summary>
/// From where on the change of a value against the last accepted one wants an explanation (domain.md 1.3). Both limits must be passed: a
/// share alone would ask about 2 instead of 1, an amount alone about every large unit.
/// </summary>
/// <param name="Percent">A change of more than so many percent of the last value; compared as displayed, at two decimals. Above 0.</param>
/// <param name="Floor">A change of at least so many; 0 for no floor.</param>
public sealed record ChangeThreshold(decimal Percent, long Floor)
{
    /// <summary>±20 % and at least 5: below 5 the counts of small units go up and down without meaning anything.</summary>
    public static ChangeThreshold Default { get; } = new(20, 5);

    /// <summary>Does a change pass both limits? From 0 every change passes the percentage.</summary>
    public bool IsExceeded(long before, long now)
    {
        var amount = Math.Abs(now - before);
        return amount > 0 && amount >= Floor && (PercentOf(before, now) is not { } percent || percent > Percent);
    }

    /// <summary>The size of a change in percent of the value before, as displayed; null where that is 0.</summary>
    public static decimal? PercentOf(long before, long now) => new Ratio(Math.Abs(now - before), before).Percent(2);
}
