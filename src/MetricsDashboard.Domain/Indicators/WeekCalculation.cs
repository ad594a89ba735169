using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Indicators;

/// <summary>
/// All results of a week from the catalogue and the observations: roll-up, value, coverage, change, light, rank (design.md rules 2–8).
/// A pure function: the same input gives the same rows in the same order, so every row can be recomputed and compared.
/// </summary>
public static class WeekCalculation
{
    /// <summary>Computes every computed indicator for every unit of the week's tree that has someone to ask.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="current">The week's figures.</param>
    /// <param name="previous">The figures of the week before; null in the first week, when there is nothing to compare.</param>
    public static IReadOnlyList<Snapshot> Compute(Catalogue.Catalogue catalogue, WeekFigures current, WeekFigures? previous)
    {
        var week = current.Week;
        var snapshots = new List<Snapshot>();
        foreach (var indicator in catalogue.Indicators.Where(indicator => indicator.Formula is not null && indicator.IsValidIn(week)))
        {
            var scopes = Scopes(catalogue, indicator.Formula!, week);
            var earlier = previous is null ? null : Scopes(catalogue, indicator.Formula!, previous.Week);
            var rows = scopes.Select(scope => OfScope(catalogue, indicator, scope.Key, scope.Value, earlier?.GetValueOrDefault(scope.Key), current, previous));
            snapshots.AddRange(Rank(catalogue, indicator, [.. rows]));
        }

        return snapshots;
    }

    /// <summary>
    /// The scopes in which a formula has a value, each with the row units below it. An element without roll-up has only the scopes of
    /// the units that report it.
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Unit>> Scopes(Catalogue.Catalogue catalogue, Formula formula, ReportingWeek week)
    {
        var elements = formula.Elements.Select(catalogue.Element).ToList();
        var rollsUp = elements.TrueForAll(element => element.RollUp is not RollUp.None);
        var observing = elements.Select(element => catalogue.ObservingUnits(element, week).Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal)).ToList();
        var scopes = new Dictionary<string, List<Unit>>(StringComparer.Ordinal);
        foreach (var unit in catalogue.Units.Where(unit => observing.TrueForAll(codes => codes.Contains(unit.Code))))
        {
            for (var scope = unit; scope is not null; scope = rollsUp ? catalogue.FindUnit(scope.Parent) : null)
            {
                if (!scopes.TryGetValue(scope.Code, out var below)) scopes[scope.Code] = below = [];
                below.Add(unit);
            }
        }

        return catalogue.Units.Where(unit => scopes.ContainsKey(unit.Code))
            .ToDictionary(unit => unit.Code, unit => (IReadOnlyList<Unit>)scopes[unit.Code], StringComparer.Ordinal);
    }

    private static Snapshot OfScope(
        Catalogue.Catalogue catalogue,
        Indicator indicator,
        string scope,
        IReadOnlyList<Unit> rowUnits,
        IReadOnlyList<Unit>? rowUnitsBefore,
        WeekFigures current,
        WeekFigures? previous)
    {
        var formula = indicator.Formula!;
        var parts = RollUpCalculation.Parts(catalogue, formula, rowUnits, current);
        var both = ReportedInBoth(catalogue, formula, parts, rowUnitsBefore, previous);
        var coverage = RollUpCalculation.CoverageOf(parts);
        Totals totals;
        Change? change = null;
        Unranked? apart = null;
        if (formula.IsGrowth)
        {
            if (coverage.IsReported) apart = Unranked.NoValue; // reported now but not the week before: nothing to compare with, yet not 未报送
            coverage = coverage with { Reported = Asked(both), Carried = 0 };
            var now = RollUpCalculation.Total(catalogue, formula, Units(both), current).Numerator;
            var before = previous is null ? null : RollUpCalculation.Total(catalogue, formula, Units(both), previous).Numerator;
            totals = new Totals(now - before, before);
        }
        else
        {
            totals = RollUpCalculation.Total(catalogue, formula, Units([.. parts.Where(part => part.State is not PartState.Missing)]), current);
            change = ChangeOf(catalogue, indicator, both, current, previous, whole: both.Count == parts.Count && both.Count == rowUnitsBefore?.Count);
        }

        var value = totals.Display(indicator);
        var light = value is { } shown && coverage.IsWhole
            ? Lights.Of(shown, catalogue.TargetOf(indicator.Code, scope, current.Week), indicator.Direction)
            : null;
        return new Snapshot(indicator.Code, scope, current.Week, totals.Numerator, totals.Denominator, value, coverage, null, apart, light, change);
    }

    private static List<Part> ReportedInBoth(
        Catalogue.Catalogue catalogue, Formula formula, IReadOnlyList<Part> parts, IReadOnlyList<Unit>? rowUnitsBefore, WeekFigures? previous)
    {
        if (previous is null || rowUnitsBefore is null) return [];
        var before = RollUpCalculation.Parts(catalogue, formula, rowUnitsBefore, previous)
            .Where(part => part.State is PartState.Reported).Select(part => part.Unit.Code).ToHashSet(StringComparer.Ordinal);
        return [.. parts.Where(part => part.State is PartState.Reported && before.Contains(part.Unit.Code))];
    }

    private static Change? ChangeOf(
        Catalogue.Catalogue catalogue, Indicator indicator, List<Part> both, WeekFigures current, WeekFigures? previous, bool whole)
    {
        if (previous is null || both.Count == 0) return null;
        var now = RollUpCalculation.Total(catalogue, indicator.Formula!, Units(both), current);
        var before = RollUpCalculation.Total(catalogue, indicator.Formula!, Units(both), previous);
        if (now.Display(indicator) is not { } shown || before.Display(indicator) is not { } shownBefore) return null;
        var equal = now.Denominator is { } below
            ? new Ratio(now.Numerator!.Value, below).EqualsExactly(new Ratio(before.Numerator!.Value, before.Denominator!.Value))
            : now.Numerator == before.Numerator;
        return new Change(shown - shownBefore, equal, Asked(both), whole);
    }

    private static IEnumerable<Snapshot> Rank(Catalogue.Catalogue catalogue, Indicator indicator, List<Snapshot> rows)
    {
        var apart = rows.ToDictionary(row => row.Unit, row => Apart(indicator, row), StringComparer.Ordinal);
        var ranks = rows.Where(row => catalogue.Unit(row.Unit).RankingGroup is not null && apart[row.Unit] is null)
            .GroupBy(row => catalogue.Unit(row.Unit).RankingGroup!, StringComparer.Ordinal)
            .SelectMany(group => Ranking.Of(group.Select(row => (row.Unit, row.Value!.Value)), indicator.Direction))
            .ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        return rows.Select(row => catalogue.Unit(row.Unit).RankingGroup is null || indicator.Direction is Direction.None
            ? row with { Unranked = null }
            : row with { Rank = ranks.TryGetValue(row.Unit, out var rank) ? rank : null, Unranked = apart[row.Unit] });
    }

    private static Unranked? Apart(Indicator indicator, Snapshot row)
    {
        if (row.Coverage.Missing > 0) return row.Unranked ?? Unranked.NotReported;
        if (row.Coverage.Carried > 0) return Unranked.Carried;
        if (row.Value is null) return Unranked.NoValue;
        return indicator.MinBase is { } minimum && row.Denominator < minimum ? Unranked.SmallBase : null;
    }

    private static List<Unit> Units(List<Part> parts) => [.. parts.Select(part => part.Unit)];

    private static int Asked(List<Part> both) => both.Select(part => part.Asked.Code).Distinct(StringComparer.Ordinal).Count();
}
