using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Reporting.Sentences;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>上级通报情况: monthly figures of others, in the one issue in which they belong. One with a document has no other issue, so it always stands.</summary>
public static class QuotedTheme
{
    public static Theme Compose(ReportFacts facts) => new(
        "上级通报情况",
        [
            .. facts.Catalogue.Indicators
                .Where(indicator => indicator.InReport && indicator.Code != NamedCodes.YushibanMonthlyGrowth)
                .SelectMany(indicator => Quoted(facts, indicator))
                .OrderBy(quoted => quoted.Figure.Document is null)
                .Take(Thresholds.Quoted)
                .Select(quoted => quoted.Figure.Document is null ? quoted.Said.IfRoom() : quoted.Said),
        ]);

    /// <summary>The sentences of one indicator.</summary>
    public static IEnumerable<Phrase> Of(ReportFacts facts, string code) =>
        facts.Catalogue.FindIndicator(code) is { } indicator ? Quoted(facts, indicator).Select(quoted => quoted.Said) : [];

    private static IEnumerable<(PublishedFigure Figure, Phrase Said)> Quoted(ReportFacts facts, Indicator indicator)
    {
        var city = facts.Catalogue.City;
        var link = Explanation.Link(indicator.Code, city.Code, facts.Week);
        var what = Naming.Things(indicator);
        return new PublishedLookup(facts.Catalogue, indicator.Code, city.Code).QuotableIn(facts.Period)
            .Select(figure => (figure, figure.Document is not null
                ? QuotedFigure.Sentence(figure, indicator, city.Name, what, link)
                : QuotedFigure.Clause(figure, indicator, city.ShortName, what, link).End()));
    }
}
