using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Domain.Indicators;

/// <summary>A part's sums, as they enter the total of a scope.</summary>
/// <param name="Unit">Code of the part.</param>
/// <param name="Numerator">Above the line.</param>
/// <param name="Denominator">Below the line.</param>
public readonly record struct PartSums(string Unit, long Numerator, long Denominator);

/// <summary>What a part adds to the distance between a scope and its target.</summary>
/// <param name="Unit">Code of the part.</param>
/// <param name="Sums">Its sums.</param>
/// <param name="Excess">
/// In units of the numerator: how much there is too much (lower is better) or too little (higher is better) of it at the target; negative
/// where the part does better than the target.
/// </param>
/// <param name="Share">Percent, 0 to 100, of all that is too much or too little; 0 for parts that meet the target. All shares are 100 together.</param>
public sealed record GapPart(string Unit, PartSums Sums, decimal Excess, decimal Share);

/// <summary>
/// 差距构成: of a ratio that misses its target, how much each part makes up. What exceeds the target is counted in the numerator, where it
/// can be summed: numerator − target × denominator where lower is better, the other way round where higher is better.
/// </summary>
public sealed class TargetGap
{
    private TargetGap(IReadOnlyList<GapPart> parts, decimal excess, int fillUp)
    {
        Parts = parts;
        Excess = excess;
        FillUp = fillUp;
    }

    /// <summary>Those that make up most first; those that meet the target last, in the order given.</summary>
    public IReadOnlyList<GapPart> Parts { get; }

    /// <summary>What the scope as a whole has too much or too little of: the sum over the parts, above 0.</summary>
    public decimal Excess { get; }

    /// <summary>So many of the first parts, brought to the target and no further, bring the scope to it; 1 or more.</summary>
    public int FillUp { get; }

    /// <summary>The composition of a gap; null where there is none, because the parts together meet the target.</summary>
    /// <param name="target">In percent, as of a <see cref="Target"/>.</param>
    /// <param name="direction">Which way is better.</param>
    /// <param name="parts">Parts that make up the scope, in the order of documents.</param>
    public static TargetGap? Of(decimal target, Direction direction, IReadOnlyCollection<PartSums> parts)
    {
        if (direction is Direction.None) return null;
        var excesses = parts.Select(part => (Part: part, Excess: ExcessOf(part, target, direction))).ToList();
        var total = excesses.Sum(each => each.Excess);
        if (total <= 0) return null;
        var over = excesses.Sum(each => Math.Max(0, each.Excess));
        List<GapPart> sorted =
        [
            .. excesses.OrderByDescending(each => Math.Max(0, each.Excess))
                .Select(each => new GapPart(each.Part.Unit, each.Part, each.Excess, Math.Max(0, each.Excess) * 100 / over)),
        ];
        var (count, filled) = (0, 0m);
        while (filled < total) filled += sorted[count++].Excess;
        return new TargetGap(sorted, total, count);
    }

    // A hundredth is exact in decimals, so that sums of excesses are as well.
    private static decimal ExcessOf(PartSums part, decimal target, Direction direction)
    {
        var atTarget = target * part.Denominator / 100;
        return direction is Direction.Lower ? part.Numerator - atTarget : atTarget - part.Numerator;
    }
}
