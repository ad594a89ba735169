using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>A unit's value of a week.</summary>
/// <param name="Value">As in a table; — where there is none.</param>
/// <param name="IsMarked">Carried, or units are left out.</param>
/// <param name="Light">Against the target; null without one, or where units are left out.</param>
/// <param name="Note">沿用上周; empty where there is nothing to say.</param>
public sealed record WeekCell(string Value, bool IsMarked, Light? Light, string Note);

/// <summary>A unit with a cell for each week.</summary>
public sealed record WeeksOfUnit(Unit Unit, IReadOnlyList<WeekCell> Cells);

/// <summary>各单位各周: the units of a group by weeks, coloured by how far they stand from the target.</summary>
/// <param name="Group">县（市、区）, 市直部门.</param>
/// <param name="Weeks">Oldest first; the cells stand in the same order.</param>
/// <param name="Units">In the order of documents.</param>
/// <param name="Targets">What they are judged by, in words; empty without any target.</param>
public sealed record WeeksOfUnits(string Group, IReadOnlyList<Week> Weeks, IReadOnlyList<WeeksOfUnit> Units, string Targets)
{
    /// <summary>The units of a group that the results tell of; a unit without a target of its own is held against that of the nearest unit above it.</summary>
    /// <param name="catalogue">For targets.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="group">The ranking group.</param>
    /// <param name="weeks">Oldest first.</param>
    /// <param name="snapshots">Results of the indicator, also of other units.</param>
    public static WeeksOfUnits Of(Catalogue catalogue, Indicator indicator, string group, IReadOnlyList<Week> weeks, IEnumerable<Snapshot> snapshots)
    {
        var known = snapshots.ToDictionary(snapshot => (snapshot.Unit, snapshot.Week));
        var units = catalogue.Units.Where(unit => unit.RankingGroup == group && weeks.Any(week => known.ContainsKey((unit.Code, week.Key)))).ToList();
        var newest = weeks[^1].Key;
        var targets = units.Select(unit => (Unit: unit, Target: TargetOf(unit, newest))).Where(each => each.Target is not null)
            .Select(each => each.Target!.Unit == each.Unit.Code ? "各单位自己的目标" : catalogue.Unit(each.Target.Unit).ShortName + ChangeText.Target(indicator, each.Target)).Distinct();
        return new WeeksOfUnits(
            group, weeks, [.. units.Select(unit => new WeeksOfUnit(unit, [.. weeks.Select(week => Cell(unit, week.Key))]))], string.Join("、", targets));

        Target? TargetOf(Unit? unit, ReportingWeek week) =>
            unit is null ? null : catalogue.TargetOf(indicator.Code, unit.Code, week) ?? TargetOf(catalogue.FindUnit(unit.Parent), week);

        WeekCell Cell(Unit unit, ReportingWeek week)
        {
            if (!known.TryGetValue((unit.Code, week), out var snapshot)) return new WeekCell(FigureText.None, false, null, "无数据");
            var (value, coverage) = (snapshot.Value, snapshot.Coverage);
            var light = value is { } shown && coverage.IsWhole ? Lights.Of(shown, TargetOf(unit, week), indicator.Direction) : null;
            var note = coverage.Missing > 0 ? "未报送" : coverage.Carried > 0 ? "沿用上周" : value is null ? "分母为0" : "";
            return new WeekCell(FigureText.Table(value, indicator), value is not null && note.Length > 0, light, note);
        }
    }
}
