using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Situation 29: a monthly figure as a superior body published it. Words such as 全省前三位 stay words.</summary>
public static class QuotedFigure
{
    /// <summary>根据省工改办《……通报（第9期）》，平顶山市2020年6月当月新增项目110件，全省排名第二。</summary>
    /// <param name="figure">A monthly figure.</param>
    /// <param name="indicator">Its indicator.</param>
    /// <param name="city">Name of the city.</param>
    /// <param name="what">What the figure is of.</param>
    /// <param name="link">Where it is explained.</param>
    public static Phrase Sentence(PublishedFigure figure, Indicator indicator, string city, string what, string? link)
    {
        if (figure is not { Document: { } document, Month: { } month }) return Phrase.Empty;
        return Phrase.Of($"根据{document}，{city}{WeekText.FullMonth(month)}{what}{Phrase.Join("，", Value(figure, indicator, link), Standing(figure, link))}。");
    }

    /// <summary>8月“豫事办”注册用户环比增长率位居全省前三位, for a figure without a document; a value has its scope in front.</summary>
    public static Phrase Clause(PublishedFigure figure, Indicator indicator, string scope, string what, string? link)
    {
        if (figure.Month is not { } month) return Phrase.Empty;
        return Phrase.Of($"{WeekText.Month(month)}{(figure.Value is null ? "" : scope)}{what}{Phrase.Join("，", Value(figure, indicator, link), Standing(figure, link))}");
    }

    private static Phrase Value(PublishedFigure figure, Indicator indicator, string? link) => figure.Value is { } shown
        ? Phrase.Of($"{new Number(FigureText.Sentence(shown, indicator), link)}{PublishedBound.Word(figure)}")
        : Phrase.Empty;

    private static Phrase Standing(PublishedFigure figure, string? link) => figure switch
    {
        { ProvinceRank: { } rank } => Phrase.Of($"全省排名{new Number($"第{ChineseNumerals.Text(rank)}", link)}"),
        { RankText: { } words } => Phrase.Of($"位居{words}"),
        _ => Phrase.Empty,
    };
}
