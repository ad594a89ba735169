using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Submissions.Mappings;
using MetricsDashboard.Web.Flow;

namespace MetricsDashboard.Web.Components.City;

/// <summary>A column on the page: what it is taken for, and by whom.</summary>
public sealed class ColumnDraft(RawColumn column, Action changed)
{
    public const string Ignore = "-ignore";
    public const string Unit = "-unit";

    public RawColumn Column => column;

    /// <summary>The code of an element, <see cref="Ignore"/> or <see cref="Unit"/>; null while nothing was said.</summary>
    public string? Choice { get; set; }

    public ColumnSuggestion? Suggestion { get; init; }

    /// <summary>Was it said with an earlier file?</summary>
    public bool IsSaved { get; init; }

    /// <summary>Was it said on this page?</summary>
    public bool IsChosen { get; private set; }

    public void Choose(string? choice)
    {
        (Choice, IsChosen) = (string.IsNullOrEmpty(choice) ? null : choice, true);
        changed();
    }

    public MappedColumn? ToColumn() => Choice switch
    {
        null => null,
        Ignore => new MappedColumn(column.Heading, column.Occurrence, ColumnUse.Ignored),
        Unit => new MappedColumn(column.Heading, column.Occurrence, ColumnUse.Unit),
        _ => new MappedColumn(column.Heading, column.Occurrence, ColumnUse.Element, Choice),
    };

    public static string ChoiceOf(ColumnUse use, string? element) => use switch
    {
        ColumnUse.Ignored => Ignore,
        ColumnUse.Unit => Unit,
        _ => element ?? Ignore,
    };
}

/// <summary>What is said of a text that is no unit's name.</summary>
/// <param name="Unit">The code of a unit, or <see cref="Skip"/>.</param>
/// <param name="Reason">Why its rows are skipped.</param>
/// <param name="IsChosen">Was it said on this page?</param>
public sealed record UnitDraft(string Unit, string Reason, bool IsChosen)
{
    public const string Skip = "-skip";
}

/// <summary>A text that is no unit's code or name, with the rows in which it stands.</summary>
public sealed record UnknownText(string Text, string Rows, string Why, string? Proposal)
{
    public string Name => Text.Length > 0 ? Quotation.Of(Text) : "单位为空的行";
}

/// <summary>What has been said so far of a file's columns and units.</summary>
public sealed class MappingDraft
{
    private readonly CityFile file;
    private readonly Action changed;
    private readonly Dictionary<string, UnitDraft> said = new(StringComparer.Ordinal);

    public MappingDraft(Catalogue catalogue, CityFile file, RawTable table, int headerRow, Action changed)
    {
        (this.file, this.changed, Table, HeaderRow) = (file, changed, table, headerRow);
        var suggestions = MappingSuggestion.Columns(catalogue, file.Form, file.Week, table, headerRow);
        Columns = [.. table.Columns(headerRow).Select(column => Column(column, suggestions.GetValueOrDefault(column.Number)))];
        foreach (var choice in file.Units) said[IntakeNames.Simplify(choice.Text)] = new UnitDraft(choice.Unit ?? UnitDraft.Skip, choice.Reason ?? "", IsChosen: true);
    }

    public RawTable Table { get; }

    public int HeaderRow { get; }

    public IReadOnlyList<ColumnDraft> Columns { get; }

    /// <summary>As it would be kept. Columns of which nothing was said are not in it.</summary>
    /// <param name="texts">The texts of which something may be said; null for what is known already.</param>
    public ColumnMapping ToMapping(IEnumerable<UnknownText>? texts = null) => new(
        file.Source,
        file.Form.Code,
        Table.Sheet,
        HeaderRow,
        [.. Columns.Select(column => column.ToColumn()).OfType<MappedColumn>()],
        texts is null
            ? []
            : [.. texts.Where(text => SaidOf(text) is not null).Select(text => SaidOf(text) is { Unit: UnitDraft.Skip } skip ? new UnitChoice(text.Text, null, skip.Reason.Trim()) : new UnitChoice(text.Text, SaidOf(text)!.Unit, null))]);

    public UnitDraft? SaidOf(UnknownText text) =>
        said.TryGetValue(IntakeNames.Simplify(text.Text), out var known) ? known : text.Proposal is { } reason ? new UnitDraft(UnitDraft.Skip, reason, IsChosen: false) : null;

    public void Say(UnknownText text, string? unit)
    {
        if (string.IsNullOrEmpty(unit)) said.Remove(IntakeNames.Simplify(text.Text));
        else said[IntakeNames.Simplify(text.Text)] = new UnitDraft(unit, unit == UnitDraft.Skip ? text.Proposal ?? "" : "", IsChosen: true);
        changed();
    }

    public void Because(UnknownText text, string? reason)
    {
        said[IntakeNames.Simplify(text.Text)] = new UnitDraft(UnitDraft.Skip, reason ?? "", IsChosen: true);
        changed();
    }

    public void IgnoreOthers()
    {
        foreach (var column in Columns.Where(column => column.Choice is null)) column.Choice = ColumnDraft.Ignore;
        changed();
    }

    /// <summary>The elements that have a column, in the order of the form.</summary>
    public IEnumerable<DataElement> Elements(IReadOnlyList<DataElement> elements) => elements.Where(element => Columns.Any(column => column.Choice == element.Code));

    private ColumnDraft Column(RawColumn column, ColumnSuggestion? suggestion)
    {
        var saved = file.Saved?.Mapping.Columns.FirstOrDefault(known => known.Is(column));
        var choice = saved is not null ? ColumnDraft.ChoiceOf(saved.Use, saved.Element) : suggestion is not null ? ColumnDraft.ChoiceOf(suggestion.Use, suggestion.Element) : null;
        return new ColumnDraft(column, changed) { Choice = choice, Suggestion = saved is null ? suggestion : null, IsSaved = saved is not null };
    }
}
