using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Formats;

namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>
/// The values of a file that no comment can be written into (.csv, .xls), the wrong ones too: they go into our own workbook of that unit and
/// week, which is then marked.
/// </summary>
public sealed class SentValues
{
    private readonly Catalogue catalogue;
    private readonly IReadOnlyList<RawEntry> entries;
    private readonly IReadOnlyList<IntakeIssue> issues;
    private readonly IntakeNames names;

    private SentValues(Catalogue catalogue, IReadOnlyList<RawEntry> entries, IReadOnlyList<IntakeIssue> issues, IntakeNames names, Unit asked, ReportingWeek week, IReadOnlyList<Form> forms)
    {
        (this.catalogue, this.entries, this.issues, this.names) = (catalogue, entries, issues, names);
        (Asked, Week, Forms) = (asked, week, forms);
    }

    /// <summary>The unit that the values are of.</summary>
    public Unit Asked { get; }

    /// <summary>The week that they are of.</summary>
    public ReportingWeek Week { get; }

    /// <summary>The forms that they belong to, in the order of sheets.</summary>
    public IReadOnlyList<Form> Forms { get; }

    /// <summary>Reads the file again; null where it could not be opened, or is about more than one unit or week.</summary>
    public static SentValues? Read(byte[] bytes, string fileName, Catalogue catalogue, IntakeRequest request, IReadOnlyList<IntakeIssue> issues)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(request);
        if (!MarkedCopy.WasOpened(issues)) return null;
        var content = IntakeReader.Read(bytes, fileName, catalogue, request);
        var names = new IntakeNames(catalogue);
        var subjects = content.Entries.Select(entry => (Unit: names.Unit(entry.Unit), Element: names.Element(entry.Element), Week: WeekOf(entry, request)))
            .Where(subject => subject is { Unit: not null, Element.Form: not null, Week: not null }).ToList();
        var about = subjects.Select(subject => (Asked: catalogue.AskedUnitOf(subject.Element!, subject.Unit!), subject.Week)).Distinct().ToList();
        if (about is not [{ Week: { } week } only]) return null;
        var sent = subjects.Select(subject => subject.Element!.Form!).ToHashSet(StringComparer.Ordinal);
        var forms = catalogue.FormsOf(only.Asked, week).Where(form => sent.Contains(form.Code)).ToList();
        return forms.Count == 0 ? null : new SentValues(catalogue, content.Entries, issues, names, only.Asked, week, forms);
    }

    /// <summary>Writes the values into the workbook of these forms and marks what is wrong.</summary>
    /// <param name="template">The workbook as <see cref="WorkbookTemplate"/> writes it.</param>
    public byte[] Mark(byte[] template)
    {
        var places = IntakeReader.Read(template, "x.xlsx", catalogue, new IntakeRequest(Domain.People.Actor.System)).Entries
            .ToDictionary(entry => (entry.Unit, entry.Element), entry => entry.Place);
        var sent = new Dictionary<(string, string), RawEntry>();
        var moved = new Dictionary<Place, Place>();
        foreach (var entry in entries)
        {
            if (names.Unit(entry.Unit) is not { } unit || names.Element(entry.Element) is not { } element || !places.TryGetValue((unit.Code, element.Code), out var place)) continue;
            sent.TryAdd((unit.Code, element.Code), entry);
            moved[entry.Place] = place;
        }

        var marks = issues.Select(issue => Moved(issue, moved, places)).ToList();
        return MarkedCopy.Mark(Fill(template, places, sent), marks)!.Value.Bytes;
    }

    private IntakeIssue Moved(IntakeIssue issue, Dictionary<Place, Place> moved, Dictionary<(string, string), Place> places)
    {
        if (issue.Cell is not null && moved.TryGetValue(new Place(issue.Sheet, issue.Cell), out var place)) return issue with { Sheet = place.Sheet, Cell = place.Cell };
        if (issue.Unit is { } unit && issue.Element is { } element && names.Unit(unit) is { } of && names.Element(element) is { } what && places.TryGetValue((of.Code, what.Code), out place))
            return issue with { Sheet = place.Sheet, Cell = place.Cell };

        // Our sheets are laid out anew: a cell that is none of ours would mark the wrong one.
        return issue with { Cell = null, Message = issue.Cell is { } cell ? $"{issue.Sheet}{cell}：{issue.Message}" : issue.Message };
    }

    private static byte[] Fill(byte[] template, Dictionary<(string, string), Place> places, Dictionary<(string, string), RawEntry> sent)
    {
        using var stream = new MemoryStream();
        stream.Write(template);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var book = document.WorkbookPart!;
            foreach (var sheet in book.Workbook!.Descendants<Sheet>())
            {
                var cells = ((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).Worksheet!.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!, StringComparer.Ordinal);
                foreach (var (key, place) in places.Where(row => row.Value.Sheet == sheet.Name!.Value)) Write(cells[place.Cell!], sent.GetValueOrDefault(key)?.Text ?? "");
            }
        }

        return stream.ToArray();
    }

    private static void Write(Cell cell, string text)
    {
        cell.RemoveAllChildren();
        cell.DataType = null;
        if (text.Length == 0) return;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e15m)
        {
            cell.CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture));
            return;
        }

        cell.DataType = CellValues.InlineString;
        cell.InlineString = new InlineString(new Text(CellNotes.Printable(text)) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve });
    }

    private static ReportingWeek? WeekOf(RawEntry entry, IntakeRequest request) =>
        string.IsNullOrWhiteSpace(entry.Week) ? request.Week : ReportingWeek.TryParse(IntakeNames.Simplify(entry.Week), out var week) ? week : null;
}
