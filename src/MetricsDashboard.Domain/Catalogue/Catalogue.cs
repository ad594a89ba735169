using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Catalogue;

/// <summary>
/// Units, elements, forms, indicators, targets and published figures as they stand in one version. Immutable; it cannot be built with
/// a dangling code or a cycle, because <see cref="CatalogueReading"/> checks before it builds.
/// </summary>
public sealed class Catalogue
{
    private readonly Dictionary<string, Unit> units;
    private readonly Dictionary<string, DataElement> elements;
    private readonly Dictionary<string, Form> forms;
    private readonly Dictionary<string, Indicator> indicators;
    private readonly ILookup<string, Unit> children;

    /// <summary>Builds the catalogue of rows that have been checked.</summary>
    /// <param name="version">Number of the stored version; editions are bound to it.</param>
    /// <param name="units">All units, inactive ones too.</param>
    /// <param name="elements">All elements.</param>
    /// <param name="forms">All forms.</param>
    /// <param name="indicators">All indicators.</param>
    /// <param name="targets">All targets.</param>
    /// <param name="publishedFigures">All published figures.</param>
    public Catalogue(
        int version,
        IEnumerable<Unit> units,
        IEnumerable<DataElement> elements,
        IEnumerable<Form> forms,
        IEnumerable<Indicator> indicators,
        IEnumerable<Target> targets,
        IEnumerable<PublishedFigure> publishedFigures)
    {
        Version = version;
        Units = [.. units.OrderBy(unit => unit.Order).ThenBy(unit => unit.Code, StringComparer.Ordinal)];
        Elements = [.. elements];
        Forms = [.. forms.OrderBy(form => form.Order)];
        Indicators = [.. indicators.OrderBy(indicator => indicator.Order)];
        Targets = [.. targets];
        PublishedFigures = [.. publishedFigures];
        this.units = Units.ToDictionary(unit => unit.Code, StringComparer.Ordinal);
        this.elements = Elements.ToDictionary(element => element.Code, StringComparer.Ordinal);
        this.forms = Forms.ToDictionary(form => form.Code, StringComparer.Ordinal);
        this.indicators = Indicators.ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);
        children = Units.Where(unit => unit.Parent is not null).ToLookup(unit => unit.Parent!, StringComparer.Ordinal);
    }

    /// <summary>Number of the stored version.</summary>
    public int Version { get; }

    /// <summary>All units in the order of documents.</summary>
    public IReadOnlyList<Unit> Units { get; }

    /// <summary>All elements in the order of forms.</summary>
    public IReadOnlyList<DataElement> Elements { get; }

    /// <summary>All forms in the order of sheets.</summary>
    public IReadOnlyList<Form> Forms { get; }

    /// <summary>All indicators in the order of tables.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>All targets.</summary>
    public IReadOnlyList<Target> Targets { get; }

    /// <summary>All published figures.</summary>
    public IReadOnlyList<PublishedFigure> PublishedFigures { get; }

    /// <summary>The root of the tree.</summary>
    public Unit City => Units.First(unit => unit.Kind is UnitKind.City);

    /// <summary>The unit with a code; null where there is none.</summary>
    public Unit? FindUnit(string? code) => code is not null && units.TryGetValue(code, out var unit) ? unit : null;

    /// <summary>The element with a code; null where there is none.</summary>
    public DataElement? FindElement(string? code) => code is not null && elements.TryGetValue(code, out var element) ? element : null;

    /// <summary>The form with a code; null where there is none.</summary>
    public Form? FindForm(string? code) => code is not null && forms.TryGetValue(code, out var form) ? form : null;

    /// <summary>The indicator with a code; null where there is none.</summary>
    public Indicator? FindIndicator(string? code) => code is not null && indicators.TryGetValue(code, out var indicator) ? indicator : null;

    /// <summary>The unit with a code.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Unit Unit(string code) => FindUnit(code) ?? throw new KeyNotFoundException($"No unit {code}.");

    /// <summary>The element with a code.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public DataElement Element(string code) => FindElement(code) ?? throw new KeyNotFoundException($"No element {code}.");

    /// <summary>The form with a code.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Form Form(string code) => FindForm(code) ?? throw new KeyNotFoundException($"No form {code}.");

    /// <summary>The indicator with a code.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Indicator Indicator(string code) => FindIndicator(code) ?? throw new KeyNotFoundException($"No indicator {code}.");

    /// <summary>The children of a unit, in the order of documents.</summary>
    public IEnumerable<Unit> ChildrenOf(string unit) => children[unit];

    /// <summary>The elements of a form that are asked in a week, in the order of the form.</summary>
    public IReadOnlyList<DataElement> ElementsOf(Form form, ReportingWeek week) =>
        [.. Elements.Where(element => element.Form == form.Code && element.IsValidIn(week))];

    /// <summary>Does a unit take part in a week: it and all its ancestors are active, included and valid?</summary>
    public bool TakesPart(Unit unit, ReportingWeek week)
    {
        for (var current = unit; current is not null; current = FindUnit(current.Parent))
        {
            if (!current.CountsIn(week)) return false;
        }

        return true;
    }

    /// <summary>The units that owe a form in a week, in the order of documents. A form without elements owes no figures and is left out.</summary>
    public IReadOnlyList<Unit> AskedUnits(Form form, ReportingWeek week) => ElementsOf(form, week).Count == 0
        ? []
        : [.. Units.Where(unit => form.AskedOf.Contains(unit.Kind) && TakesPart(unit, week) && RowUnits(form, unit, week).Count > 0)];

    /// <summary>The forms that a unit owes in a week, in the order of sheets.</summary>
    public IReadOnlyList<Form> FormsOf(Unit unit, ReportingWeek week) =>
        [.. Forms.Where(form => form.AskedOf.Contains(unit.Kind) && ElementsOf(form, week).Count > 0 && TakesPart(unit, week) && RowUnits(form, unit, week).Count > 0)];

    /// <summary>The units that stand in the rows of a form of a unit: its children of the form's row kind, or the unit itself.</summary>
    public IReadOnlyList<Unit> RowUnits(Form form, Unit asked, ReportingWeek week) => form.Rows is not { } kind
        ? [asked]
        : [.. ChildrenOf(asked.Code).Where(child => child.Kind == kind && TakesPart(child, week))];

    /// <summary>
    /// The units that have a value of their own for an element in a week. System elements are written for every unit that owes a form
    /// which units supply themselves.
    /// </summary>
    public IReadOnlyList<Unit> ObservingUnits(DataElement element, ReportingWeek week)
    {
        if (!element.IsValidIn(week)) return [];
        if (!element.IsSystem) return [.. Units.Where(unit => element.ObservedAt.Contains(unit.Kind) && TakesPart(unit, week))];
        var asked = Forms.Where(form => form.SuppliedBy is SuppliedBy.Unit)
            .SelectMany(form => AskedUnits(form, week)).Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        return [.. Units.Where(unit => asked.Contains(unit.Code))];
    }

    /// <summary>The unit that is asked for the values of a row unit of an element: the row unit itself, or its parent where the form has rows.</summary>
    public Unit AskedUnitOf(DataElement element, Unit rowUnit) =>
        element.Form is { } code && Form(code).Rows is not null && rowUnit.Parent is { } parent ? Unit(parent) : rowUnit;

    /// <summary>Does an element's upper bound stand on another form than the element itself?</summary>
    public bool IsBoundElsewhere(DataElement element) => element is { Form: { } form, MaxElement: { } maximum } && Element(maximum).Form != form;

    /// <summary>The target of an indicator in a scope and week; null where no document sets one.</summary>
    public Target? TargetOf(string indicator, string unit, ReportingWeek week) =>
        Targets.LastOrDefault(target => target.Indicator == indicator && target.Unit == unit && target.IsValidIn(week));
}
