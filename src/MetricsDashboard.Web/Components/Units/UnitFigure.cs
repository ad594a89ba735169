using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Web.Components.Controls;

namespace MetricsDashboard.Web.Components.Units;

/// <summary>One indicator of a unit in a week, as its page shows it.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Value">1.00%, 1344项; — without a value.</param>
/// <param name="Marked">Carried or incomplete.</param>
/// <param name="Change">较上周, with sign.</param>
/// <param name="Goodness">Whether that is good.</param>
/// <param name="Target">目标≤1.00%; empty without one.</param>
/// <param name="Light">Against the target.</param>
/// <param name="Place">第3位/12（上升1位）, or why it is not ranked.</param>
/// <param name="Median">中位数, as in a table.</param>
/// <param name="ToMedian">优于中位数0.12个百分点; empty without one.</param>
/// <param name="Strength">强项 or 短板.</param>
/// <param name="Distance">How far it stands from the middle of its group: 0 in the middle, 1 at an end.</param>
public sealed record UnitFigure(
    Indicator Indicator, string Value, bool Marked, string Change, Goodness Goodness, string Target, Light? Light, string Place, string Median, string ToMedian, Strength Strength, decimal Distance)
{
    public static IReadOnlyList<UnitFigure> Of(Catalogue catalogue, Unit unit, WeekResults current, WeekResults? previous, IReadOnlyList<Standing> standings)
    {
        var byIndicator = standings.ToDictionary(standing => standing.Indicator, StringComparer.Ordinal);
        return
        [
            .. catalogue.Indicators.Select(indicator => (Indicator: indicator, Result: current.Find(indicator.Code, unit.Code))).Where(entry => entry.Result is not null)
                .Select(entry => Of(catalogue, unit, entry.Indicator, entry.Result!, current, previous, byIndicator.GetValueOrDefault(entry.Indicator.Code))),
        ];
    }

    private static UnitFigure Of(Catalogue catalogue, Unit unit, Indicator indicator, Snapshot result, WeekResults current, WeekResults? previous, Standing? standing)
    {
        var target = indicator.Direction is Direction.None ? null : catalogue.TargetOf(indicator.Code, unit.Code, current.Week);
        return new UnitFigure(
            indicator,
            result.Value is { } value ? FigureText.Sentence(value, indicator) : FigureText.None,
            result.Value is not null && !result.Coverage.IsReported,
            ChangeText.Signed(indicator, result.Change?.Amount),
            result.Change is { } change ? ChangeText.Judge(indicator, change.Amount) : Goodness.Neutral,
            target is null ? "" : ChangeText.Target(indicator, target),
            result.Light,
            PlaceOf(result, previous?.Find(indicator.Code, unit.Code), standing),
            FigureText.Table(standing?.Median, indicator),
            standing?.ToMedian is { } apart ? Against(indicator, apart) : "",
            indicator.IsPercentage ? standing?.Strength ?? Strength.Middle : Strength.Middle, // A count is large because the unit is.
            standing is { Ranked: > 1 } ? Math.Abs(standing.Rank - ((standing.Ranked + 1) / 2m)) / ((standing.Ranked - 1) / 2m) : 0);
    }

    private static string PlaceOf(Snapshot result, Snapshot? before, Standing? standing)
    {
        if (standing is null) return result.Unranked is { } reason ? ChangeText.Reason(reason) : FigureText.None;
        var movement = ChangeText.Movement(Ranking.Movement(before?.Rank, standing.Rank));
        return $"第{standing.Rank}位/{standing.Ranked}" + (movement.Length > 0 ? $"（{movement}）" : "");
    }

    private static string Against(Indicator indicator, decimal apart) =>
        apart == 0 ? "与中位数持平" : $"{(ChangeText.Judge(indicator, apart) is Goodness.Better ? "优于" : "差于")}中位数{FigureText.Difference(apart, indicator)}";
}
