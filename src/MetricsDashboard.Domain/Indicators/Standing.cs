namespace MetricsDashboard.Domain.Indicators;

/// <summary>On which side of its group a unit stands.</summary>
public enum Strength
{
    /// <summary>强项: in the first third and better than the median.</summary>
    Strong,

    /// <summary>Neither.</summary>
    Middle,

    /// <summary>短板: in the last third and worse than the median.</summary>
    Weak,
}

/// <summary>A unit among those that are ranked with it, by one indicator in one week. It tells of the others nothing but their number and their median.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Value">The unit's displayed value.</param>
/// <param name="Rank">Its rank, from 1.</param>
/// <param name="Ranked">Units ranked, itself among them.</param>
/// <param name="Median">中位数 of the displayed values, see <see cref="Ranking.Median"/>; null below three units.</param>
public sealed record Standing(string Indicator, decimal Value, int Rank, int Ranked, decimal? Median)
{
    /// <summary>The unit's value minus the median; null without one.</summary>
    public decimal? ToMedian => Value - Median;

    /// <summary>强项, 短板 or neither.</summary>
    public Strength Strength
    {
        get
        {
            // Better than the median means a smaller rank than the median's own, whatever the direction; equal to it is neither.
            var third = Ranked / 3;
            if (ToMedian is null or 0) return Strength.Middle;
            return Rank <= third ? Strength.Strong : Rank > Ranked - third ? Strength.Weak : Strength.Middle;
        }
    }

    /// <summary>The standing of a result; null where it is not ranked.</summary>
    /// <param name="own">The unit's result.</param>
    /// <param name="ranked">The displayed values of all ranked units of the group, the unit's among them.</param>
    public static Standing? Of(Snapshot own, IReadOnlyCollection<decimal> ranked)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(ranked);
        return own is { Rank: { } rank, Value: { } value } ? new Standing(own.Indicator, value, rank, ranked.Count, Ranking.Median(ranked)) : null;
    }
}
