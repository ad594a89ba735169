using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Published;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>Where our city stands in a provincial table, in words.</summary>
internal static class StandingText
{
    private const int Named = 3;

    /// <summary>距上一位（洛阳市）0.12个百分点; 已是第一位. Empty where neither is known.</summary>
    public static string ToNext(ProvinceStandings standings) => standings switch
    {
        { Ours: null or { Position: null } } => "",
        { Ahead: { } ahead } => $"距上一位（{Names(ahead.Places)}）{Distance(standings.Indicator, ahead)}",
        { Ours.Position: Ranking.First } => "全省第一，前面没有其他地区",
        _ => "",
    };

    /// <summary>领先下一位（三门峡市）0.06个百分点. Empty where nobody stands behind.</summary>
    public static string ToBehind(ProvinceStandings standings) =>
        standings.Behind is { } behind ? $"领先下一位（{Names(behind.Places)}）{Distance(standings.Indicator, behind)}" : "";

    /// <summary>优于全省平均（1.12%）0.12个百分点; where none is published 中位数, by this name.</summary>
    public static string ToMiddle(ProvinceStandings standings) => standings switch
    {
        { Table.Average: { } average, ToAverage: { } apart } => Against(standings.Indicator, "全省平均", average, apart),
        { Median: { } median, ToMedian: { } apart } => Against(standings.Indicator, "中位数", median, apart) + "（文件没有公布全省平均，中位数为居中地区的数值）",
        _ => "",
    };

    /// <summary>与洛阳市并列. Empty where nobody shares our position.</summary>
    public static string Tied(ProvinceStandings standings) => standings.Tied.Count > 0 ? $"与{Names(standings.Tied)}并列" : "";

    /// <summary>The newest table that is of a week, or of the day on which it ends; null where there is none.</summary>
    public static ProvinceTable? TableOf(IEnumerable<ProvinceTable> tables, string indicator, ReportingPeriod period)
    {
        return tables.Where(table => table.Indicator == indicator && IsOf(table.Period)).MaxBy(table => table.Period);

        bool IsOf(FigurePeriod of) => of.Kind switch
        {
            PeriodKind.Week => ReportingWeek.TryParse(of.Text, out var week) && period.Contains(week),
            PeriodKind.Date => of.First == period.Sunday,
            _ => false,
        };
    }

    private static string Against(Indicator indicator, string name, decimal middle, decimal apart)
    {
        var what = $"{name}（{FigureText.Sentence(middle, indicator)}）";
        if (apart == 0) return $"与{what}持平";
        var word = ChangeText.Judge(indicator, apart) switch { Goodness.Better => "优于", Goodness.Worse => "差于", _ => apart > 0 ? "高于" : "低于" };
        return $"{word}{what}{FigureText.Difference(apart, indicator)}";
    }

    private static string Distance(Indicator indicator, Neighbours side) => side.Distance switch
    {
        null => "，没有公布数值",
        0 => "，公布的数值相同",
        { } distance => FigureText.Difference(distance, indicator),
    };

    private static string Names(IReadOnlyList<PlaceRow> places) =>
        string.Join('、', places.Take(Named).Select(place => place.Place)) + (places.Count > Named ? $"等{places.Count}个地区" : "");
}
