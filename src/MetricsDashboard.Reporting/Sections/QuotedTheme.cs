using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Reporting.Sentences;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>上级通报情况: monthly figures of others, in the one issue in which they belong.</summary>
public static class QuotedTheme
{
    public static Theme Compose(ReportFacts facts) => new(
        "上级通报情况",
        [.. facts.Catalogue.Indicators.Where(indicator => indicator.InReport && indicator.Code != NamedCodes.YushibanMonthlyGrowth).SelectMany(indicator => Of(facts, indicator.Code)).Take(Thresholds.Quoted).Select(sentence => sentence.IfRoom())]);

    /// <summary>The sentences of one indicator.</summary>
    public static IEnumerable<Phrase> Of(ReportFacts facts, string code)
    {
        if (facts.Catalogue.FindIndicator(code) is not { } indicator) return [];
        var city = facts.Catalogue.City;
        var link = Explanation.Link(code, city.Code, facts.Week);
        return new PublishedLookup(facts.Catalogue, code, city.Code).QuotableIn(facts.Week)
            .Select(figure => figure.Document is not null
                ? QuotedFigure.Sentence(figure, indicator, city.Name, Naming.Things(indicator), link)
                : QuotedFigure.Clause(figure, indicator, city.ShortName, Naming.Things(indicator), link).End());
    }
}
