using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Situation 9: units for which an earlier value stands in.</summary>
public static class CarriedUnits
{
    /// <summary>全市存量数据中丁区沿用上周数，丁区不参加本周排名, to follow who did not report.</summary>
    /// <param name="scope">The scope of the totals.</param>
    /// <param name="carried">The units.</param>
    /// <param name="ranking">The ranking that the units stand apart from; null where they are never ranked.</param>
    /// <param name="link">For the number of a long list.</param>
    public static Phrase Clause(Unit scope, IReadOnlyList<Unit> carried, string? ranking, string? link)
    {
        if (carried is []) return Phrase.Empty;
        var names = Naming.Units(carried, link);
        var apart = ranking is null ? Phrase.Empty : Phrase.Of($"{(carried is [_] ? names : Phrase.Of($"上述单位"))}不参加{ranking}");
        return Phrase.Join("，", Phrase.Of($"{scope.ShortName}存量数据中{names}沿用上周数"), apart);
    }
}
