using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Situation 27: a denominator of zero. No ratio is computed, which is neither nothing nor all.</summary>
public static class ZeroBase
{
    /// <summary>本周辛县未收到“好差评”评价，满意率不作计算，表中以“—”表示，不参加该项排名。</summary>
    /// <param name="units">The units.</param>
    /// <param name="why">What they did not have.</param>
    /// <param name="name">The ratio.</param>
    /// <param name="link">For the number of a long list.</param>
    public static Phrase Sentence(IReadOnlyList<Unit> units, string why, string name, string? link) => units is []
        ? Phrase.Empty
        : Phrase.Of($"本周{Naming.Units(units, link)}{why}，{name}不作计算，表中以“—”表示，不参加该项排名。");
}
