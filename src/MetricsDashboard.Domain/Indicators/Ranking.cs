using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Domain.Indicators;

/// <summary>Ranks of displayed values within a group: 1, 2, 2, 4 (design.md rule 7).</summary>
public static class Ranking
{
    /// <summary>
    /// The rank of each value; best first by the direction. Equal displayed values share a rank and the next rank is skipped.
    /// Values of indicators without a direction are not ranked.
    /// </summary>
    public static IReadOnlyDictionary<string, int> Of(IEnumerable<(string Unit, decimal Value)> values, Direction direction)
    {
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        if (direction is Direction.None) return ranks;
        var ordered = direction is Direction.Higher
            ? values.OrderByDescending(entry => entry.Value).ToList()
            : values.OrderBy(entry => entry.Value).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            ranks[ordered[i].Unit] = i > 0 && ordered[i].Value == ordered[i - 1].Value ? ranks[ordered[i - 1].Unit] : i + 1;
        }

        return ranks;
    }

    /// <summary>The best rank.</summary>
    public const int First = 1;

    /// <summary>The middle value, the lower of two: always one of the values, so that nothing is averaged. Null below three values.</summary>
    public static decimal? Median(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count < 3 ? null : sorted[(sorted.Count - 1) / 2];
    }

    /// <summary>Places won (positive) or lost (negative); a smaller rank is better. Null where either is unknown.</summary>
    public static int? Movement(int? before, int? now) => before - now;
}
