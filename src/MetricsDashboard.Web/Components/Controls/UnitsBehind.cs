using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Reports;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>Which asked units are missing or carried behind a scope's value, by name: a missing unit is never hidden (design.md rule 3).</summary>
/// <param name="Missing">未报送.</param>
/// <param name="Carried">沿用上周.</param>
public sealed record UnitsBehind(IReadOnlyList<Unit> Missing, IReadOnlyList<Unit> Carried)
{
    private const int Named = 5;

    public static UnitsBehind Of(Catalogue catalogue, Indicator indicator, Unit scope, WeekResults results)
    {
        if (indicator.Formula is not { } formula) return new UnitsBehind([], []);
        var element = catalogue.Element(formula.Elements[0]);
        var asked = catalogue.ObservingUnits(element, results.Week)
            .Select(row => catalogue.AskedUnitOf(element, row))
            .DistinctBy(unit => unit.Code)
            .Where(unit => IsWithin(catalogue, unit, scope))
            .Select(unit => (Unit: unit, Snapshot: results.Find(indicator.Code, unit.Code)))
            .Where(entry => entry.Snapshot is not null)
            .ToList();
        return new UnitsBehind(
            [.. asked.Where(entry => entry.Snapshot!.Coverage.Missing > 0).Select(entry => entry.Unit)],
            [.. asked.Where(entry => entry.Snapshot!.Coverage is { Missing: 0, Carried: > 0 }).Select(entry => entry.Unit)]);
    }

    /// <summary>应报12个单位，实报11个，石龙区未报送 (or 石龙区沿用上周); empty where every unit reported.</summary>
    public string Sentence(Coverage coverage, Unit scope)
    {
        if (coverage.IsReported || coverage.Expected == 0) return "";
        if (coverage.Expected == 1) return coverage.Missing > 0 ? $"{scope.ShortName}未报送" : "*沿用上周";
        var parts = new List<string> { $"应报{coverage.Expected}个单位", $"实报{coverage.Reported}个" };
        if (coverage.Missing > 0) parts.Add(Names(Missing) + "未报送");
        if (coverage.Carried > 0) parts.Add("*" + Names(Carried) + "沿用上周");
        return string.Join("，", parts);
    }

    /// <summary>宝丰县、叶县; from the sixth on only their number.</summary>
    public static string Names(IReadOnlyList<Unit> units) => units.Count <= Named
        ? string.Join("、", units.Select(unit => unit.ShortName))
        : string.Join("、", units.Take(Named).Select(unit => unit.ShortName)) + $"等{units.Count}个单位";

    /// <summary>Is a unit the scope itself or below it?</summary>
    public static bool IsWithin(Catalogue catalogue, Unit unit, Unit scope)
    {
        for (var current = unit; current is not null; current = catalogue.FindUnit(current.Parent))
        {
            if (current.Code == scope.Code) return true;
        }

        return false;
    }
}
