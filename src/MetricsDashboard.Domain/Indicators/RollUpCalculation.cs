using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;

namespace MetricsDashboard.Domain.Indicators;

/// <summary>How a row unit takes part in a formula.</summary>
public enum PartState
{
    /// <summary>Every element was reported for the week.</summary>
    Reported,

    /// <summary>Every element has a value; at least one is an earlier one that stands in.</summary>
    Carried,

    /// <summary>At least one element has no value that may stand in: the unit is left out.</summary>
    Missing,
}

/// <summary>A row unit's part in a formula.</summary>
/// <param name="Unit">The row unit.</param>
/// <param name="Asked">The unit that was asked for it.</param>
/// <param name="State">How it takes part.</param>
public sealed record Part(Unit Unit, Unit Asked, PartState State);

/// <summary>Numerator and denominator after the roll-up.</summary>
/// <param name="Numerator">Null where no unit has a value.</param>
/// <param name="Denominator">Null for counts.</param>
public readonly record struct Totals(long? Numerator, long? Denominator)
{
    /// <summary>The displayed value of an indicator: a percentage at its decimals, or the count; null shows "—".</summary>
    public decimal? Display(Indicator indicator) => Denominator is { } below
        ? Numerator is { } above ? new Ratio(above, below).Percent(indicator.Decimals) : null
        : Numerator;
}

/// <summary>
/// Sum first, divide after (design.md rule 2): elements are rolled up over the same row units, then the formula is applied once.
/// The result depends neither on the order of the units nor on how they are grouped.
/// </summary>
public static class RollUpCalculation
{
    /// <summary>The parts of a scope: its row units, each with how it takes part.</summary>
    public static IReadOnlyList<Part> Parts(Catalogue.Catalogue catalogue, Formula formula, IEnumerable<Unit> rowUnits, WeekFigures figures)
    {
        var elements = formula.Elements.Select(catalogue.Element).ToList();
        return [.. rowUnits.Select(unit => new Part(unit, catalogue.AskedUnitOf(elements[0], unit), elements.Max(element => State(element, unit, figures))))];
    }

    /// <summary>How many asked units reported, were carried, were expected. An asked unit is what the worst of its rows is.</summary>
    public static Coverage CoverageOf(IEnumerable<Part> parts)
    {
        var states = parts.GroupBy(part => part.Asked.Code, StringComparer.Ordinal).Select(group => group.Max(part => part.State)).ToList();
        return new Coverage(states.Count(state => state is PartState.Reported), states.Count(state => state is PartState.Carried), states.Count);
    }

    /// <summary>Rolls the elements of a formula up over row units and applies it.</summary>
    /// <param name="catalogue">For the elements' roll-up.</param>
    /// <param name="formula">Not growth.</param>
    /// <param name="units">Row units that all have a value.</param>
    /// <param name="figures">The week's figures.</param>
    public static Totals Total(Catalogue.Catalogue catalogue, Formula formula, IReadOnlyCollection<Unit> units, WeekFigures figures)
    {
        if (units.Count == 0) return new Totals(null, null);
        return new Totals(Sum(formula.Numerator), formula.Denominator.Count > 0 ? Sum(formula.Denominator) : null);

        long Sum(IReadOnlyList<Term> terms) => terms.Sum(term => term.Sign * Fold(catalogue.Element(term.Element)));

        long Fold(DataElement element)
        {
            var values = units.Select(unit => figures.Find(element.Code, unit.Code)!.Value.Value);
            return element.RollUp is RollUp.Min ? values.Min() : values.Sum();
        }
    }

    private static PartState State(DataElement element, Unit unit, WeekFigures figures) => figures.Find(element.Code, unit.Code) switch
    {
        { } figure when figure.From == figures.Week => PartState.Reported,
        { } when element.WhenMissing is WhenMissing.Carry => PartState.Carried,
        _ => PartState.Missing,
    };
}
