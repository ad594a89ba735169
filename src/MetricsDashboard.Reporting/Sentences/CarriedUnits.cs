using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Situation 9: units for which an earlier value stands in.</summary>
public static class CarriedUnits
{
    /// <summary>全市存量数据中丁区沿用上周数，丁区不参加本周排名, to follow who did not report.</summary>
    /// <param name="scope">The scope of the totals.</param>
    /// <param name="carried">The units.</param>
    /// <param name="ranked">Are these units ranked when they report?</param>
    /// <param name="link">For the number of a long list.</param>
    public static Phrase Clause(Unit scope, IReadOnlyList<Unit> carried, bool ranked, string? link)
    {
        if (carried is []) return Phrase.Empty;
        var names = Naming.Units(carried, link);
        var apart = ranked ? Phrase.Of($"{names}不参加本周排名") : Phrase.Empty;
        return Phrase.Join("，", Phrase.Of($"{scope.ShortName}存量数据中{names}沿用上周数"), apart);
    }
}
