using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace MetricsDashboard.Web.Tests.Guarantees;

/// <summary>A downloaded workbook in the hands of a person who fills it, or spoils it.</summary>
internal sealed class FilledWorkbook(byte[] bytes)
{
    public const string Instructions = "填报说明";
    public const string Items = "政务服务事项情况表";
    public const string Cases = "办件和好差评情况表";
    public const string Supervision = "电子监察红黄牌情况表";
    public const string Rural = "乡村覆盖工作开展情况调查表";
    public const string Progress = "专班工作开展情况";
    public const string CountyFigures = "县（市、区）其他指标情况表";
    private const int PercentFormat = 10;

    public byte[] Bytes { get; private set; } = bytes;

    public FilledWorkbook Number(string sheet, string cell, double number) => Edit(sheet, cell, found =>
        (found.DataType, found.CellValue) = (null, new CellValue(number.ToString("R", CultureInfo.InvariantCulture))));

    public FilledWorkbook Text(string sheet, string cell, string text) => Edit(sheet, cell, found =>
        (found.DataType, found.CellValue, found.InlineString) = (CellValues.InlineString, null, new InlineString(new Text(text))));

    /// <summary>What a county has to write every week; its counts come filled.</summary>
    public FilledWorkbook Written() => Text(Progress, "F6", "召开调度会1次。").Text(Progress, "F8", "继续核对；无需协调事项。");

    /// <summary>A number that the person formatted as a percentage.</summary>
    public FilledWorkbook Percentage(string sheet, string cell, double number) => Open(document =>
    {
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!;
        formats.Append(new CellFormat { NumberFormatId = PercentFormat, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0, ApplyNumberFormat = true });
        var style = (uint)formats.ChildElements.Count - 1;
        var found = Cell(Sheet(document, sheet), cell);
        (found.DataType, found.CellValue, found.StyleIndex) = (null, new CellValue(number.ToString("R", CultureInfo.InvariantCulture)), style);
    });

    /// <summary>A formula as programs write it that do not calculate.</summary>
    public FilledWorkbook FormulaWithoutValue(string sheet, string cell, string formula) => Edit(sheet, cell, found =>
        (found.DataType, found.CellFormula, found.CellValue) = (null, new CellFormula(formula), null));

    public FilledWorkbook Rename(string sheet, string name) => Open(document => Named(document, sheet).Name = name);

    public FilledWorkbook Merge(string sheet, string range) => Change(sheet, worksheet =>
        worksheet.GetFirstChild<MergeCells>()!.Append(new MergeCell { Reference = range }));

    /// <summary>Moves a column with its code and heading to the place of its right neighbour, and that one back.</summary>
    public FilledWorkbook SwapWithRightNeighbour(string sheet, char column) => Change(sheet, worksheet =>
    {
        foreach (var row in worksheet.Descendants<Row>())
        {
            var left = row.Elements<Cell>().FirstOrDefault(cell => cell.CellReference!.Value![0] == column);
            var right = row.Elements<Cell>().FirstOrDefault(cell => cell.CellReference!.Value![0] == column + 1);
            if (left is null || right is null) continue;
            (left.CellReference, right.CellReference) = (right.CellReference!.Value, left.CellReference!.Value);
            right.Remove();
            left.InsertBeforeSelf(right);
        }
    });

    /// <summary>Rows below the form whose cells hold a format and nothing else, as Excel leaves them after a format was drawn down.</summary>
    public FilledWorkbook EmptyRows(string sheet, int count) => Change(sheet, worksheet =>
    {
        var data = worksheet.GetFirstChild<SheetData>()!;
        var last = data.Elements<Row>().Max(row => row.RowIndex!.Value);
        for (var number = last + 1; number <= last + count; number++)
            data.Append(new Row(new Cell { CellReference = $"B{number}", StyleIndex = 0 }, new Cell { CellReference = $"F{number}", StyleIndex = 0 }) { RowIndex = number });
    });

    /// <summary>Puts a number into the blank cells of a range, such as F6:F13.</summary>
    public FilledWorkbook FillBlanks(string sheet, string firstCell, string lastCell, double number) => Change(sheet, worksheet =>
    {
        var (rows, columns) = ((Row(firstCell), Row(lastCell)), (firstCell[0], lastCell[0]));
        foreach (var cell in worksheet.Descendants<Cell>().Where(cell => cell.CellValue is null))
        {
            var reference = cell.CellReference!.Value!;
            if (Row(reference) < rows.Item1 || Row(reference) > rows.Item2 || reference[0] < columns.Item1 || reference[0] > columns.Item2) continue;
            cell.CellValue = new CellValue(number.ToString("R", CultureInfo.InvariantCulture));
        }
    });

    /// <summary>The cell in which the value of an element of a form without rows is typed, found by the hidden code of its row.</summary>
    public string CellOf(string sheet, string element)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Bytes), false);
        var texts = document.WorkbookPart!.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().Select(item => item.InnerText).ToList();
        var code = Sheet(document, sheet).Descendants<Cell>().Single(cell =>
            cell.CellReference!.Value![0] == 'A' && cell.DataType?.Value == CellValues.SharedString && texts[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)] == element);
        return "F" + Row(code.CellReference!.Value!);
    }

    private FilledWorkbook Edit(string sheet, string cell, Action<Cell> edit) => Change(sheet, worksheet => edit(Cell(worksheet, cell)));

    private FilledWorkbook Change(string sheet, Action<Worksheet> change) => Open(document => change(Sheet(document, sheet)));

    private FilledWorkbook Open(Action<SpreadsheetDocument> change)
    {
        using var stream = new MemoryStream();
        stream.Write(Bytes);
        using (var document = SpreadsheetDocument.Open(stream, true)) change(document);
        Bytes = stream.ToArray();
        return this;
    }

    private static Worksheet Sheet(SpreadsheetDocument document, string sheet) =>
        ((WorksheetPart)document.WorkbookPart!.GetPartById(Named(document, sheet).Id!.Value!)).Worksheet!;

    private static Sheet Named(SpreadsheetDocument document, string sheet) => document.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(found => found.Name == sheet);

    private static Cell Cell(Worksheet worksheet, string reference) => worksheet.Descendants<Cell>().Single(cell => cell.CellReference == reference);

    private static int Row(string reference) => int.Parse(reference.AsSpan(1), CultureInfo.InvariantCulture);
}
