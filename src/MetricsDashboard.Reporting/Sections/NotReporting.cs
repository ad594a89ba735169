using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Reporting.Sentences;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>The counties that did not report in full, and what became of their figures. The opening paragraph and the section both say it.</summary>
public sealed record NotReporting(IReadOnlyList<Unit> Missing, IReadOnlyList<Unit> Carried, IReadOnlyList<Unit> LeftOut, bool AllUnranked)
{
    public static NotReporting Of(ReportFacts facts)
    {
        var counties = Scopes.Counties(facts);
        var results = facts.Current.All
            .Where(result => facts.Catalogue.FindIndicator(result.Indicator) is { InReport: true })
            .ToLookup(result => result.Unit, StringComparer.Ordinal);
        var missing = facts.Reporting
            .Where(unit => unit.Unit.Kind is UnitKind.County && unit.State is ReportingState.Missing or ReportingState.Partly)
            .Select(unit => unit.Unit).ToList();
        var carried = counties.Where(unit => results[unit.Code].Any(result => result.Coverage.HasCarried)).ToList();
        var left = missing.FindAll(unit => !carried.Contains(unit) && results[unit.Code].Any(result => result.Coverage.Missing > 0));
        return new NotReporting(
            missing,
            carried,
            left.Count < counties.Count ? left : [],
            carried.TrueForAll(unit => facts.Current.Find(NamedCodes.RedCardRate, unit.Code) is { Rank: null }));
    }

    /// <summary>全市存量数据中丁区沿用上周数，丁区不参加本周排名; 全市合计数不含戊县.</summary>
    public Phrase Consequence(ReportFacts facts, bool ranking = true)
    {
        var apart = AllUnranked ? "本周排名" : "相关指标排名";
        var link = ReportingLink(facts);
        var left = LeftOut.Count == 0
            ? Phrase.Empty
            : Phrase.Of($"{facts.Catalogue.City.ShortName}合计数不含{Naming.Units(LeftOut, link)}");
        return Phrase.Join("；", CarriedUnits.Clause(facts.Catalogue.City, Carried, ranking ? apart : null, link), left);
    }

    /// <summary>Where the numbers of reporting units are explained.</summary>
    public static string? ReportingLink(ReportFacts facts) => facts.Catalogue.FindIndicator(NamedCodes.ReportingOnTimeRate) is { } indicator
        ? Explanation.Link(indicator.Code, facts.Catalogue.City.Code, facts.Week)
        : null;
}
