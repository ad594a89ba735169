using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;

namespace MetricsDashboard.Domain.Reports;

/// <summary>
/// The asked units behind a total that did not report, so that a missing unit is named wherever its total stands (design.md rule 3).
/// </summary>
/// <param name="Carried">An earlier value stands in, in the order of documents.</param>
/// <param name="LeftOut">The total is without them.</param>
public sealed record AskedUnits(IReadOnlyList<Unit> Carried, IReadOnlyList<Unit> LeftOut)
{
    /// <summary>The units behind a result of a computed indicator; both lists are empty where all reported.</summary>
    public static AskedUnits Behind(Catalogue.Catalogue catalogue, WeekResults results, Snapshot total)
    {
        if (total.Coverage.IsReported || catalogue.Indicator(total.Indicator).Formula is not { } formula) return new AskedUnits([], []);
        var element = catalogue.Element(formula.Elements[0]);
        var asked = (catalogue.FindForm(element.Form) is { } form ? catalogue.AskedUnits(form, results.Week) : catalogue.ObservingUnits(element, results.Week))
            .Where(unit => IsWithin(catalogue, unit, total.Unit))
            .Select(unit => (Unit: unit, results.Find(total.Indicator, unit.Code)?.Coverage))
            .ToList();
        return new AskedUnits(
            [.. asked.Where(entry => entry.Coverage is { Carried: > 0 }).Select(entry => entry.Unit)],
            [.. asked.Where(entry => entry.Coverage is { Missing: > 0 }).Select(entry => entry.Unit)]);
    }

    private static bool IsWithin(Catalogue.Catalogue catalogue, Unit unit, string scope)
    {
        for (var current = unit; current is not null; current = catalogue.FindUnit(current.Parent))
        {
            if (current.Code == scope) return true;
        }

        return false;
    }
}
