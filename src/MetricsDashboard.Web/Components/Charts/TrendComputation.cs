using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Controls;

namespace MetricsDashboard.Web.Components.Charts;

/// <summary>Turns results into the spec of a trend chart. Pure: no store, no clock, no drawing.</summary>
internal static class TrendComputation
{
    /// <summary>The values of an indicator in one or more units.</summary>
    /// <param name="catalogue">For targets.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="units">The units; the first one's target is drawn.</param>
    /// <param name="weeks">The weeks with their issue numbers, oldest first.</param>
    /// <param name="snapshots">Results, also of other indicators; weeks and units without one are gaps.</param>
    public static TrendSpec Values(
        Catalogue catalogue,
        Indicator indicator,
        IReadOnlyList<Unit> units,
        IReadOnlyList<Week> weeks,
        IEnumerable<Snapshot> snapshots)
    {
        var known = Index(indicator, snapshots);
        var series = units.Select(unit => new TrendSeries(
            unit.ShortName,
            [.. weeks.Select(week => ValuePoint(indicator, known.GetValueOrDefault((unit.Code, week.Key))))])).ToList();
        var measure = indicator.Unit;
        return new TrendSpec(
            indicator.Name, measure, indicator.IsPercentage ? indicator.Decimals : 0, IsInverted: false,
            Axis(weeks), series, Target(catalogue, indicator, units, weeks), Summary(indicator.Name, "走势图", weeks, series));
    }

    /// <summary>The ranks of an indicator; the best place stands at the top.</summary>
    public static TrendSpec Ranks(
        Indicator indicator, IReadOnlyList<Unit> units, IReadOnlyList<Week> weeks, IEnumerable<Snapshot> snapshots)
    {
        var known = Index(indicator, snapshots);
        var series = units.Select(unit => new TrendSeries(
            unit.ShortName,
            [.. weeks.Select(week => RankPoint(indicator, known.GetValueOrDefault((unit.Code, week.Key))))])).ToList();
        return new TrendSpec(indicator.Name + "位次", "位", 0, IsInverted: true, Axis(weeks), series, null, Summary(indicator.Name, "位次走势图", weeks, series));
    }

    /// <summary>What must be said of the units behind a value: 1个单位未报送, *1个单位沿用上周.</summary>
    public static string CoverageNote(Coverage coverage)
    {
        var notes = new List<string>();
        if (coverage.Missing > 0) notes.Add($"按已报送的{coverage.Expected - coverage.Missing}个单位合计，{coverage.Missing}个单位未报送");
        if (coverage.Carried > 0) notes.Add(coverage.Expected == 1 ? "*沿用上周" : $"*{coverage.Carried}个单位沿用上周");
        return string.Join("；", notes);
    }

    /// <summary>The events of the weeks shown, numbered by their days. A day that no week covers stands with the week before it.</summary>
    /// <param name="catalogue">For the units' names.</param>
    /// <param name="weeks">The weeks of the axis, oldest first.</param>
    /// <param name="events">In the order of their days.</param>
    public static IReadOnlyList<TrendEvent> Events(Catalogue catalogue, IReadOnlyList<Week> weeks, IReadOnlyList<EventRow> events) =>
    [
        .. events.Select((happened, at) => new TrendEvent(
            Mark(at + 1),
            Math.Max(0, weeks.ToList().FindLastIndex(week => week.Period.Monday <= happened.Day)),
            $"{WeekText.Day(happened.Day)} {happened.Text}{(catalogue.FindUnit(happened.Unit) is { } unit ? $"（{unit.ShortName}）" : "")}")),
    ];

    /// <summary>① to ㊿, and (51) after that.</summary>
    private static string Mark(int number) => number switch
    {
        <= 20 => ((char)('①' + number - 1)).ToString(),
        <= 35 => ((char)('㉑' + number - 21)).ToString(),
        <= 50 => ((char)('㊱' + number - 36)).ToString(),
        _ => string.Create(CultureInfo.InvariantCulture, $"({number})"),
    };

    private static Dictionary<(string Unit, ReportingWeek Week), Snapshot> Index(Indicator indicator, IEnumerable<Snapshot> snapshots) =>
        snapshots.Where(snapshot => snapshot.Indicator == indicator.Code).ToDictionary(snapshot => (snapshot.Unit, snapshot.Week));

    private static List<TrendWeek> Axis(IReadOnlyList<Week> weeks) =>
        [.. weeks.Select(week => new TrendWeek(WeekText.Day(week.Period.Sunday), week.Text))];

    private static TrendPoint ValuePoint(Indicator indicator, Snapshot? snapshot)
    {
        if (snapshot is null) return new TrendPoint(null, FigureText.None, false, "", "无数据");
        if (snapshot.Value is not { } value)
        {
            var reason = snapshot.Coverage.Missing > 0 ? "未报送" : snapshot.Denominator == 0 ? "分母为0" : "无数据";
            return new TrendPoint(null, FigureText.None, false, "", reason);
        }

        var parts = snapshot.Denominator is { } below
            ? string.Create(CultureInfo.InvariantCulture, $"{snapshot.Numerator} ÷ {below}")
            : "";
        var marked = snapshot.Coverage.Missing > 0 || snapshot.Coverage.Carried > 0;
        return new TrendPoint(value, FigureText.Table(value, indicator) + indicator.Unit, marked, parts, CoverageNote(snapshot.Coverage));
    }

    private static TrendPoint RankPoint(Indicator indicator, Snapshot? snapshot) => snapshot switch
    {
        { Rank: { } rank } => new TrendPoint(rank, $"第{rank}位", false, FigureText.Table(snapshot.Value, indicator) + indicator.Unit, ""),
        { Unranked: { } reason } => new TrendPoint(null, FigureText.None, false, "", ChangeText.Reason(reason)),
        _ => new TrendPoint(null, FigureText.None, false, "", "不参与排名"),
    };

    private static TrendTarget? Target(
        Catalogue catalogue, Indicator indicator, IReadOnlyList<Unit> units, IReadOnlyList<Week> weeks)
    {
        if (units.Count == 0 || weeks.Count == 0) return null;
        var targets = weeks.Select(week => catalogue.TargetOf(indicator.Code, units[0].Code, week.Key)).ToList();
        if (targets.LastOrDefault(target => target is not null) is not { } last) return null;
        return new TrendTarget(
            [.. targets.Select(target => target?.Value)], ChangeText.Target(indicator, last), [.. targets.Select(target => target is null ? null : ChangeText.Target(indicator, target))]);
    }

    private static string Summary(string name, string kind, IReadOnlyList<Week> weeks, List<TrendSeries> series)
    {
        if (weeks.Count == 0) return $"{name}{kind}，暂无数据。";
        var span = $"{WeekText.FullDay(weeks[0].Period.Monday)}至{WeekText.FullDay(weeks[^1].Period.Sunday)}";
        var latest = series.Select(line => $"{line.Name}最近一期{line.Points[^1].Text}");
        return $"{name}{kind}，{span}，共{weeks.Count}期。{string.Join("，", latest)}。全部数值见表。";
    }
}
