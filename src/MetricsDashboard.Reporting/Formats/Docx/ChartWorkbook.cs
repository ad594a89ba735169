using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Chart = MetricsDashboard.Reporting.Documents.Chart;

namespace MetricsDashboard.Reporting.Formats.Docx;

/// <summary>The workbook inside the chart, from which an office edits it: labels in column A, one series in each column after it, gaps as empty cells.</summary>
internal static class ChartWorkbook
{
    public const string SheetName = "数据";

    public static byte[] Of(Chart chart)
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddNewPart<WorkbookPart>(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "rIdWorkbook");
            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = Styles(chart.Decimals);
            workbook.AddNewPart<WorksheetPart>("rIdSheet").Worksheet = new Worksheet(new SheetData(Rows(chart)));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = SheetName, SheetId = 1, Id = "rIdSheet" }));
        }

        return Zip.WithoutTimes(stream);
    }

    /// <summary>The address of a series in the workbook; row 1 holds the names.</summary>
    public static string Range(int column, int firstRow, int lastRow)
    {
        var letter = (char)('A' + column);
        return firstRow == lastRow
            ? string.Create(CultureInfo.InvariantCulture, $"{SheetName}!${letter}${firstRow}")
            : string.Create(CultureInfo.InvariantCulture, $"{SheetName}!${letter}${firstRow}:${letter}${lastRow}");
    }

    private static IEnumerable<OpenXmlElement> Rows(Chart chart)
    {
        yield return new Row([Text("A1", "统计周"), .. chart.Series.Select((series, index) => Text(Address(index + 1, 1), series.Name))]) { RowIndex = 1 };
        for (var point = 0; point < chart.Labels.Count; point++)
        {
            var row = point + 2;
            var cells = new List<OpenXmlElement> { Text(Address(0, row), chart.Labels[point]) };
            for (var series = 0; series < chart.Series.Count; series++)
            {
                if (chart.Series[series].Values[point] is { } value)
                    cells.Add(Number(Address(series + 1, row), value));
            }

            yield return new Row(cells) { RowIndex = (uint)row };
        }
    }

    private static Cell Text(string address, string text) => new(new InlineString(new Text(text)))
    {
        CellReference = address,
        DataType = CellValues.InlineString,
    };

    private static Cell Number(string address, decimal value) => new(new CellValue(value))
    {
        CellReference = address,
        StyleIndex = 1,
    };

    private static string Address(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");

    private static Stylesheet Styles(int decimals) => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = ChartSpace.FormatCode(decimals) }),
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "宋体" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true }));
}
