using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>A published figure beside the computed value.</summary>
/// <param name="Period">9月21日—9月27日, 2020年6月, 2020年6月30日.</param>
/// <param name="Value">99%以上, 110件, or — where only a rank was published.</param>
/// <param name="Rank">全省第9位, 全省前三位, or —.</param>
/// <param name="Computed">The computed value of the same week; empty where there is none.</param>
/// <param name="Difference">Computed minus published; empty where the published value is only a bound or of another period.</param>
/// <param name="Document">The document.</param>
public sealed record PublishedRow(string Period, string Value, string Rank, string Computed, string Difference, string Document);

/// <summary>Published figures 公布值: shown beside the computed ones, never mixed with them (design.md rule 1).</summary>
internal static class PublishedText
{
    /// <summary>全省第9位，较上周上升2位; empty where no rank was published for any week of the period.</summary>
    public static string ProvinceRank(Catalogue catalogue, Indicator indicator, Unit scope, ReportingPeriod period, ReportingPeriod before)
    {
        var figures = Figures(catalogue, indicator, scope).Where(HasRank).ToList();
        if (period.First.To(period.Last).Reverse().Select(week => figures.FindLast(figure => figure.IsOf(week))).FirstOrDefault(figure => figure is not null) is not { } now) return "";
        if (now.ProvinceRank is not { } rank) return now.RankText!;
        var movement = ChangeText.Movement(Ranking.Movement(new PublishedLookup(catalogue, indicator.Code, scope.Code).RankOf(before), rank));
        return $"全省第{rank}位（公布）" + (movement.Length > 0 ? $"，较{WeekText.Last(period, before)}{movement}" : "");
    }

    /// <summary>99%以上, 110件, or — where only a rank was published.</summary>
    public static string Value(Indicator indicator, PublishedFigure figure) =>
        figure.Value is { } shown ? FigureText.Sentence(shown, indicator) + BoundText(figure.Bound) : FigureText.None;

    /// <summary>全省第9位, 全省前三位, or —.</summary>
    public static string Rank(PublishedFigure figure) => figure.ProvinceRank is { } rank ? $"全省第{rank}位" : figure.RankText ?? FigureText.None;

    /// <summary>公布值1.02%，核算值低0.02个百分点; empty where no value was published for the week.</summary>
    public static string BesideComputed(Catalogue catalogue, Indicator indicator, Unit scope, decimal computed, ReportingPeriod period)
    {
        if (new PublishedLookup(catalogue, indicator.Code, scope.Code).ValueOf(period) is not { Value: { } published } figure) return "";
        var text = $"公布值{Value(indicator, figure)}";
        if (figure.Bound is not Bound.Exact) return text;
        var difference = computed - published;
        return difference == 0 ? $"{text}，与核算值一致" : $"{text}，核算值{(difference > 0 ? "高" : "低")}{ChangeText.Amount(indicator, difference)}";
    }

    /// <summary>较6月下降35.15个百分点；全省由第15位升至第9位; empty without a baseline before the week's end.</summary>
    public static string AgainstBaseline(Catalogue catalogue, Indicator indicator, Unit scope, decimal value, ReportingPeriod period)
    {
        var figures = Figures(catalogue, indicator, scope).ToList();
        if (figures.LastOrDefault(figure => figure.IsBaseline && StartOf(figure) < period.Monday) is not { } baseline) return "";
        var label = baseline.Label ?? Period(baseline);
        var parts = new List<string>();
        if (baseline is { Value: { } then, Bound: Bound.Exact })
        {
            var difference = value - then;
            parts.Add(difference == 0 ? $"与{label}持平" : $"较{label}{(difference > 0 ? "上升" : "下降")}{ChangeText.Amount(indicator, difference)}");
        }

        var rank = new PublishedLookup(catalogue, indicator.Code, scope.Code).RankOf(period);
        if (baseline.ProvinceRank is { } from && rank is { } to && from != to)
        {
            parts.Add($"全省由第{from}位{(to < from ? "升至" : "降至")}第{to}位");
        }

        return string.Join("；", parts);
    }

    /// <summary>Every published figure of an indicator in a scope up to a week, newest first.</summary>
    public static IReadOnlyList<PublishedRow> Rows(
        Catalogue catalogue, Indicator indicator, Unit scope, ReportingWeek week, Func<ReportingWeek, decimal?> computed) =>
        [.. Figures(catalogue, indicator, scope).Where(figure => StartOf(figure) <= week.Sunday).OrderByDescending(StartOf).Select(figure => Row(indicator, figure, computed))];

    private static PublishedRow Row(Indicator indicator, PublishedFigure figure, Func<ReportingWeek, decimal?> computed)
    {
        var ours = figure.PeriodKind is PeriodKind.Week ? computed(ReportingWeek.Parse(figure.Period)) : null;
        var difference = ours is { } value && figure is { Value: { } published, Bound: Bound.Exact }
            ? ChangeText.Signed(indicator, value - published) + (indicator.IsPercentage ? "个百分点" : indicator.Unit)
            : "";
        return new PublishedRow(
            Period(figure) + (figure.IsBaseline ? "（基期）" : ""),
            Value(indicator, figure),
            Rank(figure),
            ours is { } own ? FigureText.Sentence(own, indicator) : "",
            difference,
            figure.Document ?? FigureText.None);
    }

    private static IEnumerable<PublishedFigure> Figures(Catalogue catalogue, Indicator indicator, Unit scope) =>
        catalogue.PublishedFigures.Where(figure => figure.Indicator == indicator.Code && figure.Unit == scope.Code);

    private static bool HasRank(PublishedFigure figure) => figure.ProvinceRank is not null || figure.RankText is not null;

    private static string BoundText(Bound bound) => bound switch
    {
        Bound.AtLeast => "以上",
        Bound.AtMost => "以内",
        _ => "",
    };

    private static string Period(PublishedFigure figure) => figure.PeriodKind switch
    {
        PeriodKind.Week => WeekText.Period(ReportingWeek.Parse(figure.Period)),
        PeriodKind.Month => $"{StartOf(figure).Year}年{StartOf(figure).Month}月",
        _ => WeekText.FullDay(StartOf(figure)),
    };

    private static DateOnly StartOf(PublishedFigure figure) => figure.PeriodKind switch
    {
        PeriodKind.Week => ReportingWeek.Parse(figure.Period).Monday,
        PeriodKind.Month => DateOnly.ParseExact(figure.Period, "yyyy-MM", CultureInfo.InvariantCulture),
        _ => DateOnly.ParseExact(figure.Period, "yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
