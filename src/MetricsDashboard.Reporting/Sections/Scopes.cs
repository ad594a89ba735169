using System.Collections.Frozen;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Reporting.Sentences;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>Which scope the report speaks of (design.md rule 4): the whole city, or its own level for the convenience of its items.</summary>
public static class Scopes
{
    /// <summary>The indicators that the leaders follow at the city's own level.</summary>
    private static readonly FrozenSet<string> OwnLevel = FrozenSet.ToFrozenSet(
    [
        NamedCodes.ItemsTotal,
        NamedCodes.HallSettledRate,
        NamedCodes.RunOnceShare,
        NamedCodes.NoVisitShare,
        NamedCodes.InstantShare,
        NamedCodes.TimeLimitCompression,
        NamedCodes.SingleSignOnShare,
        NamedCodes.ElementCompleteness,
    ], StringComparer.Ordinal);

    /// <summary>The topic of an indicator in its scope; null where the catalogue or the week has none.</summary>
    public static Topic? Topic(ReportFacts facts, string indicator)
    {
        var wide = Sentences.Topic.Find(facts, indicator, facts.Catalogue.City);
        var own = Sentences.Topic.Find(facts, indicator, Own(facts));
        return OwnLevel.Contains(indicator) ? own ?? wide : wide ?? own;
    }

    /// <summary>
    /// The scopes of an indicator in the city's table: the one that the sentences speak of, and every other one at which a target
    /// holds or a value or rank of the week was published.
    /// </summary>
    public static IReadOnlyList<Unit> Of(ReportFacts facts, Indicator indicator)
    {
        var computed = new[] { facts.Catalogue.City, Own(facts) }
            .OfType<Unit>()
            .Where(unit => facts.Current.Find(indicator.Code, unit.Code) is not null)
            .ToList();
        var spoken = Topic(facts, indicator.Code)?.Unit ?? computed.FirstOrDefault();
        return [.. computed.Where(unit => unit == spoken || IsJudged(facts, indicator, unit))];
    }

    /// <summary>市本级; null where the tree has none.</summary>
    public static Unit? Own(ReportFacts facts) => facts.Catalogue.Units.FirstOrDefault(unit => unit.Kind is UnitKind.Municipal);

    /// <summary>The counties, cities and districts that take part in the week.</summary>
    public static IReadOnlyList<Unit> Counties(ReportFacts facts) =>
        [.. facts.Catalogue.Units.Where(unit => unit.Kind is UnitKind.County && facts.Catalogue.TakesPart(unit, facts.Week))];

    private static bool IsJudged(ReportFacts facts, Indicator indicator, Unit unit)
    {
        var published = new PublishedLookup(facts.Catalogue, indicator.Code, unit.Code);
        return facts.Catalogue.TargetOf(indicator.Code, unit.Code, facts.Week) is not null
            || published.ValueOf(facts.Period) is not null
            || published.RankOf(facts.Period) is not null;
    }
}
