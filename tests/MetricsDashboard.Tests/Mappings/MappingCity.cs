using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Submissions.Mappings;
using MetricsDashboard.Ingestion.Formats;
using MetricsDashboard.Tests.Ingestion;

namespace MetricsDashboard.Tests.Mappings;

/// <summary>Tables as another system exports them, and what the shipped catalogue makes of them.</summary>
internal static class MappingCity
{
    public const string Supervision = "e-supervision";
    public static readonly string[] Headings = ["单位", "纳入电子监察办件数", "红牌办件数", "黄牌办件数", "预警办件数"];

    public static Catalogue Catalogue => TestCatalogue.Catalogue;

    public static Form Form(string code = Supervision) => Catalogue.Form(code);

    public static IReadOnlyList<DataElement> Elements(string form = Supervision) => Catalogue.ElementsOf(Form(form), TestCatalogue.Week);

    /// <summary>A table of lines with commas; digits are numbers, everything else is text.</summary>
    public static RawTable Table(string lines, string? sheet = "Sheet1") => new(sheet,
    [
        .. lines.ReplaceLineEndings("\n").Split('\n').Select((line, i) => new RawRow(i + 1, [.. line.Split(',').Select(text => text.Trim()).Select(Cell)]))
            .Where(row => row.Cells.Any(cell => cell.Kind is not CellKind.Blank)),
    ]);

    public static ColumnMapping Mapping(IEnumerable<string> headings, params UnitChoice[] units) => new("电子监察系统导出", Supervision, "Sheet1", 1,
    [
        .. headings.Select((heading, at) => (heading, at)).Select(row => new MappedColumn(
            row.heading, 1, row.at == 0 ? ColumnUse.Unit : ColumnUse.Element, row.at == 0 ? null : Elements()[row.at - 1].Code)),
    ], units);

    public static MappedTable Read(string lines, params UnitChoice[] units) =>
        MappedTable.Read(Catalogue, TestCatalogue.Week, Table(string.Join(',', Headings) + "\n" + lines), 1, Mapping(Headings, units));

    /// <summary>The bytes of a workbook with one sheet; digits are numbers.</summary>
    public static byte[] Workbook(string sheet, string lines, params string[] merges)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var part = book.AddNewPart<WorksheetPart>();
            var data = new SheetData();
            foreach (var (line, i) in lines.ReplaceLineEndings("\n").Split('\n').Select((line, i) => (line, i)))
            {
                var row = new Row { RowIndex = (uint)i + 1 };
                foreach (var (text, at) in line.Split(',').Select((text, at) => (text.Trim(), at)))
                {
                    if (text.Length > 0) row.Append(Cell(text, RawTable.ColumnName(at + 1) + (i + 1)));
                }

                data.Append(row);
            }

            part.Worksheet = new Worksheet(data);
            if (merges.Length > 0) part.Worksheet.Append(new MergeCells(merges.Select(range => new MergeCell { Reference = range })));
            book.Workbook = new Workbook(new Sheets(new Sheet { Name = sheet, SheetId = 1, Id = book.GetIdOfPart(part) }));
        }

        return stream.ToArray();
    }

    public static byte[] Gb18030(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030").GetBytes(text);
    }

    public static CheckedIntake Check(byte[] file, ColumnMapping mapping, string name = "导出.xlsx")
    {
        var request = new IntakeRequest(TestCatalogue.City, mapping.Form, null, TestCatalogue.Week) { Mapping = mapping };
        return IntakeCheck.Check(Catalogue, request, TestCatalogue.Context, IntakeReader.Read(file, name, Catalogue, request));
    }

    private static Cell Cell(string text, string reference) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        ? new Cell { CellReference = reference, CellValue = new CellValue(text) }
        : new Cell { CellReference = reference, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };

    private static RawCell Cell(string text) => text.Length == 0 ? RawCell.Blank
        : new RawCell(long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? CellKind.Number : CellKind.Text, text);
}
