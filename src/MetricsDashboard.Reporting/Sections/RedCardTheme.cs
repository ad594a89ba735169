using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Reporting.Sentences;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>红黄牌.</summary>
public static class RedCardTheme
{
    public static Theme Compose(ReportFacts facts)
    {
        var red = Scopes.Topic(facts, NamedCodes.RedCardRate);
        return new Theme("红黄牌", [.. Rate(red), Stock(Scopes.Topic(facts, NamedCodes.RedCardsOutstanding), named: red is { IsWhole: false })]);
    }

    private static Phrase[] Rate(Topic? red) => red is null
        ? []
        :
        [
            Phrase.Join("；", Phrase.Join("，", LatestValue.Opening(red, red.Title), AgainstTarget.Clause(red)), ProvinceStanding.Clause(red)).End(),
            ProvinceStanding.NotYetPublished(red),
            AgainstBaseline.Sentence(red),
            LastingMove.Sentence(red).IfRoom(),
            ProvincialDifference.Sentence(red),
        ];

    /// <param name="stock">The topic.</param>
    /// <param name="named">Has the paragraph named the units that are left out?</param>
    private static Phrase Stock(Topic? stock, bool named)
    {
        if (stock is null) return Phrase.Empty;
        var title = stock.Scope + Naming.Things(stock.Indicator);
        return named ? Phrase.Of($"{stock.AsOf}{LatestValue.Clause(stock, title)}。") : LatestValue.Sentence(stock, title);
    }
}
