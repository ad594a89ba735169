using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Reporting.Sentences;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>A row of 附表1: an indicator of the report in one scope. The judgement of the opening paragraph is taken over the same rows.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Unit">The scope.</param>
/// <param name="Now">Its result; null where it is only published by others.</param>
/// <param name="Topic">The same with a value; null where there is none.</param>
/// <param name="Quoted">The monthly figure that stands in the row of an indicator that others publish.</param>
public sealed record CityRow(Indicator Indicator, Unit Unit, Snapshot? Now, Topic? Topic, PublishedFigure? Quoted)
{
    /// <summary>Every indicator of the report that has a result at the city, or a monthly figure that may be quoted in this issue.</summary>
    public static IReadOnlyList<CityRow> All(ReportFacts facts) =>
    [
        .. facts.Catalogue.Indicators.Where(indicator => indicator.InReport && indicator.IsValidIn(facts.Week)).SelectMany(indicator => Rows(facts, indicator)),
    ];

    /// <summary>Published for this week with this exact value or bound; null where nothing was.</summary>
    public PublishedFigure? Published(ReportFacts facts) => Quoted ?? new PublishedLookup(facts.Catalogue, Indicator.Code, Unit.Code).ValueOf(facts.Period);

    private static IEnumerable<CityRow> Rows(ReportFacts facts, Indicator indicator) => indicator.Formula is null
        ? new PublishedLookup(facts.Catalogue, indicator.Code, facts.Catalogue.City.Code).QuotableIn(facts.Period)
            .Select(figure => new CityRow(indicator, facts.Catalogue.City, null, null, figure))
        : Scopes.Of(facts, indicator)
            .Select(unit => new CityRow(indicator, unit, facts.Current.Find(indicator.Code, unit.Code), Sentences.Topic.Find(facts, indicator.Code, unit), null));
}
