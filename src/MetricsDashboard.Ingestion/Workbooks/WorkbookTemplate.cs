using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>The workbook of a unit and week: how to fill it, then a sheet for each form. It is sent once, with all its forms.</summary>
public static class WorkbookTemplate
{
    /// <summary>Makes the workbook as an .xlsx file.</summary>
    /// <param name="catalogue">The catalogue in force.</param>
    /// <param name="asked">The unit that owes the forms.</param>
    /// <param name="forms">The forms, in the order of sheets.</param>
    /// <param name="period">The week, or the weeks that a holiday merged: known by the first, stocks as of the end of the last.</param>
    /// <param name="issue">Its issue number; null where it has none yet.</param>
    /// <param name="lastValue">The newest value of element and row unit before the period; null where there is none.</param>
    /// <param name="lastText">The newest text of a text element and row unit before the period; null where there is none.</param>
    /// <param name="signature">Who stands below the printed form; null for blanks to be filled in by hand.</param>
    /// <param name="fromCases">What cases give for element and row unit in the period itself; null where they give nothing.</param>
    public static byte[] Write(
        Catalogue catalogue, Unit asked, IReadOnlyList<Form> forms, ReportingPeriod period, int? issue, Func<string, string, long?> lastValue, Func<string, string, string?> lastText,
        PrintedSignature? signature = null, Func<string, string, long?>? fromCases = null)
    {
        ArgumentNullException.ThrowIfNull(forms);
        if (forms.Count == 0) throw new ArgumentException("A workbook needs a form.", nameof(forms));
        var layouts = forms.Select(form => new FormLayout(catalogue, form, asked, period.First)).ToList();
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var texts = new SharedTexts();
            var sheets = new Sheets();
            Add(book, sheets, SheetNames.Instructions, new InstructionSheet(asked, layouts, period, issue, texts).Create());
            foreach (var layout in layouts) Add(book, sheets, layout.SheetName, new FormSheet(layout, period, issue, lastValue, lastText, signature ?? PrintedSignature.Blank, fromCases ?? ((_, _) => null), texts).Create());
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = TemplateStyles.Create();
            book.AddNewPart<SharedStringTablePart>("texts").SharedStringTable = texts.Table;
            book.Workbook = new Workbook(
                new WorkbookProtection { LockStructure = true },
                new BookViews(new WorkbookView()),
                sheets,
                Names(layouts));
        }

        return stream.ToArray();
    }

    private static void Add(WorkbookPart book, Sheets sheets, string name, Worksheet worksheet)
    {
        var number = (uint)sheets.ChildElements.Count + 1;
        var part = book.AddNewPart<WorksheetPart>($"sheet{number}");
        part.Worksheet = worksheet;
        sheets.Append(new Sheet { Id = $"sheet{number}", SheetId = number, Name = name });
    }

    /// <summary>The heading is repeated on every printed page.</summary>
    private static DefinedNames Names(List<FormLayout> layouts) => new(layouts.Select((layout, i) =>
        new DefinedName($"'{layout.SheetName.Replace("'", "''", StringComparison.Ordinal)}'!${FormLayout.TitleRow}:${FormLayout.HeadingRow}")
        {
            Name = "_xlnm.Print_Titles",
            LocalSheetId = (uint)i + 1,
        }));
}
