using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Submissions.Checks;

/// <summary>The counts of one form of a file, with what was accepted before and what stands beside it.</summary>
internal sealed class FormFigures(IntakeFigures file, SentForm sent, long?[] counts)
{
    private IReadOnlyList<Figure>?[]? histories;
    private HashSet<int>? wrong;

    public IntakeFigures File => file;

    public SentForm Sent => sent;

    public ReportingWeek Week => sent.Key.Week;

    public IReadOnlyList<SentValue> Values => sent.Values;

    /// <summary>The count of each value; null where there is none.</summary>
    public IReadOnlyList<long?> Counts => counts;

    /// <summary>The count of a value that can be taken as it is: one that an error names is to be corrected first, not explained.</summary>
    public long? Sound(int at) => wrong?.Contains(at) == true ? null : counts[at];

    /// <summary>Notes that an error names a value.</summary>
    public void Reject(int at) => (wrong ??= []).Add(at);

    /// <summary>Accepted values from before the week, newest first.</summary>
    public IReadOnlyList<Figure> History(int at)
    {
        if (histories?[at] is { } known) return known;
        var found = file.Context.History(sent.Values[at].Element.Code, sent.Values[at].RowUnit.Code, Week);
        if (found.Count > 0) (histories ??= new IReadOnlyList<Figure>?[counts.Length])[at] = found;
        return found;
    }

    /// <summary>The last accepted value; null where there is nothing to compare with.</summary>
    public Figure? Last(int at) => History(at) is [var newest, ..] ? newest : null;

    /// <summary>The count of an element and row unit on this form; null where there is none.</summary>
    public long? Count(DataElement element, Unit rowUnit) => sent.IndexOf(element, rowUnit) is >= 0 and var at ? counts[at] : null;

    /// <summary>The same of a value that no error names.</summary>
    public long? Sound(DataElement element, Unit rowUnit) => sent.IndexOf(element, rowUnit) is >= 0 and var at ? Sound(at) : null;
}

/// <summary>The forms of a file together, and what of the catalogue their checks look up again and again.</summary>
internal sealed class IntakeFigures
{
    private readonly Dictionary<SentKey, FormFigures> forms = [];
    private readonly ILookup<string, DataElement> partsElsewhere;
    private readonly ILookup<string, Indicator> ratios;

    public IntakeFigures(Catalogue.Catalogue catalogue, IntakeContext context)
    {
        Catalogue = catalogue;
        Context = context;
        partsElsewhere = catalogue.Elements.Where(catalogue.IsBoundElsewhere).ToLookup(element => element.MaxElement!, StringComparer.Ordinal);
        ratios = catalogue.Indicators.Where(indicator => indicator.Formula is { IsRatio: true, IsGrowth: false } formula && IsOfOneForm(catalogue, formula))
            .ToLookup(indicator => catalogue.Element(indicator.Formula!.Elements[0]).Form!, StringComparer.Ordinal);
    }

    public Catalogue.Catalogue Catalogue { get; }

    public IntakeContext Context { get; }

    public IReadOnlyCollection<FormFigures> Forms => forms.Values;

    public void Add(FormFigures form) => forms[form.Sent.Key] = form;

    /// <summary>The form of this file that carries an element of a row unit; null where the file has none.</summary>
    public FormFigures? FormOf(DataElement element, Unit rowUnit, ReportingWeek week) =>
        forms.GetValueOrDefault(new SentKey(Catalogue.AskedUnitOf(element, rowUnit), Catalogue.Form(element.Form!), week));

    /// <summary>The elements of other forms that an element bounds.</summary>
    public IEnumerable<DataElement> PartsElsewhere(DataElement element) => partsElsewhere[element.Code];

    /// <summary>The ratios that the values of a form give.</summary>
    public IEnumerable<Indicator> Ratios(Form form) => ratios[form.Code];

    private static bool IsOfOneForm(Catalogue.Catalogue catalogue, Formula formula) =>
        catalogue.Element(formula.Elements[0]).Form is { } form && formula.Elements.All(code => catalogue.Element(code).Form == form);
}
