using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Reporting.Sentences;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>红黄牌.</summary>
public static class RedCardTheme
{
    public static Theme Compose(ReportFacts facts) =>
        new("红黄牌", [.. Rate(Scopes.Topic(facts, NamedCodes.RedCardRate)), Stock(Scopes.Topic(facts, NamedCodes.RedCardsOutstanding))]);

    private static Phrase[] Rate(Topic? red) => red is null
        ? []
        :
        [
            Phrase.Join("；", Phrase.Join("，", LatestValue.Opening(red, red.Title), AgainstTarget.Clause(red)), ProvinceStanding.Clause(red)).End(),
            ProvinceStanding.NotYetPublished(red),
            AgainstBaseline.Sentence(red),
            LastingMove.Sentence(red),
            ProvincialDifference.Sentence(red),
        ];

    private static Phrase Stock(Topic? stock) => stock is null ? Phrase.Empty : LatestValue.Sentence(stock, stock.Scope + Naming.Things(stock.Indicator));
}
