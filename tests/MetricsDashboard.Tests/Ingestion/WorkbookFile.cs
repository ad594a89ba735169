using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Workbooks;

namespace MetricsDashboard.Tests.Ingestion;

/// <summary>A workbook in the hands of a person who fills it, or spoils it.</summary>
internal sealed class WorkbookFile
{
    public const string Items = "政务服务事项情况表";
    public const string Rural = "乡村覆盖工作开展情况调查表";
    public const string Supervision = "电子监察红黄牌情况表";
    public const string Progress = "专班工作开展情况";
    public const string ThisWeek = "本周专班召开调度会1次，\n对照台账逐项核对事项要素。";
    public const string NextSteps = "下周继续核对；无需市级协调的事项。";
    private byte[] bytes;

    public WorkbookFile(byte[] bytes) => this.bytes = bytes;

    /// <summary>The workbook of 宝丰县 with every form that the county sends itself, every cell filled with a plausible number.</summary>
    public static WorkbookFile Filled(ReportingWeek? week = null, string county = TestCatalogue.County, params string[] forms)
    {
        var of = week ?? TestCatalogue.Week;
        var unit = TestCatalogue.Catalogue.Unit(county);
        var asked = forms.Length > 0
            ? forms.Select(TestCatalogue.Form).ToList()
            : TestCatalogue.Catalogue.FormsOf(unit, of).Where(form => form.SuppliedBy is SuppliedBy.Unit).ToList();
        var book = new WorkbookFile(WorkbookTemplate.Write(TestCatalogue.Catalogue, unit, asked, new ReportingPeriod(of), 12, Plausible, LastText));
        return asked.Exists(form => form.Name == Progress) ? book.Text(Progress, "F6", ThisWeek).Text(Progress, "F8", NextSteps) : book;
    }

    /// <summary>What every text of last week says.</summary>
    public static string? LastText(string element, string unit) => $"上周的“{TestCatalogue.Catalogue.Element(element).Name}”。";

    /// <summary>One value per element, each within the element that bounds it.</summary>
    public static long? Plausible(string element, string unit)
    {
        var known = TestCatalogue.Catalogue.Element(element);
        if (known.Maximum is { } maximum) return maximum;
        var depth = 0;
        for (var bound = known; bound.MaxElement is { } code; bound = TestCatalogue.Catalogue.Element(code)) depth++;
        return 1000 - (100 * depth);
    }

    public WorkbookFile Number(string sheet, string cell, double number, uint? style = null) =>
        Edit(sheet, cell, found =>
        {
            (found.DataType, found.InlineString) = (null, null);
            found.CellValue = new CellValue(number.ToString("R", CultureInfo.InvariantCulture));
            if (style is { } known) found.StyleIndex = known;
        });

    public WorkbookFile Text(string sheet, string cell, string text) =>
        Edit(sheet, cell, found => (found.DataType, found.CellValue, found.InlineString) = (CellValues.InlineString, null, new InlineString(new Text(text))));

    public WorkbookFile Blank(string sheet, string cell) =>
        Edit(sheet, cell, found => (found.DataType, found.CellValue, found.InlineString) = (null, null, null));

    public WorkbookFile Formula(string sheet, string cell, string formula, string? value) =>
        Edit(sheet, cell, found => (found.DataType, found.CellFormula, found.CellValue) = (null, new CellFormula(formula), value is null ? null : new CellValue(value)));

    public WorkbookFile Typed(string sheet, string cell, CellValues type, string value) =>
        Edit(sheet, cell, found => (found.DataType, found.CellValue) = (type, new CellValue(value)));

    public WorkbookFile Merge(string sheet, string range) => Change(sheet, worksheet =>
        worksheet.GetFirstChild<MergeCells>()!.Append(new MergeCell { Reference = range }));

    /// <summary>A cell format of the file with a number format: 9 is 0%, 10 is 0.00%, 14 a date.</summary>
    public uint Style(uint numberFormat)
    {
        var style = 0u;
        Open(document => style = AddStyle(document, numberFormat));
        return style;
    }

    public WorkbookFile Rename(string sheet, string name) => Open(document => Named(document, sheet).Name = name);

    public WorkbookFile Change(string sheet, Action<Worksheet> change) => Open(document =>
        change(((WorksheetPart)document.WorkbookPart!.GetPartById(Named(document, sheet).Id!.Value!)).Worksheet!));

    private static Sheet Named(SpreadsheetDocument document, string sheet) =>
        document.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(found => found.Name == sheet);

    private static uint AddStyle(SpreadsheetDocument document, uint numberFormat)
    {
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!;
        formats.Append(new CellFormat { NumberFormatId = numberFormat, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0, ApplyNumberFormat = true });
        return (uint)formats.ChildElements.Count - 1;
    }

    private WorkbookFile Open(Action<SpreadsheetDocument> change)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var document = SpreadsheetDocument.Open(stream, true)) change(document);
        bytes = stream.ToArray();
        return this;
    }

    /// <summary>Moves every cell from a column on to the right, as inserting a column does.</summary>
    public WorkbookFile InsertColumn(string sheet, char at) => Change(sheet, worksheet =>
    {
        foreach (var cell in worksheet.Descendants<Cell>().Where(cell => cell.CellReference!.Value![0] >= at))
            cell.CellReference = (char)(cell.CellReference!.Value![0] + 1) + cell.CellReference.Value[1..];
        worksheet.RemoveAllChildren<MergeCells>();
        worksheet.RemoveAllChildren<DataValidations>();
    });

    /// <summary>Deletes a row and moves up those below it.</summary>
    public WorkbookFile DeleteRow(string sheet, uint number) => Change(sheet, worksheet =>
    {
        worksheet.Descendants<Row>().Single(row => row.RowIndex! == number).Remove();
        foreach (var row in worksheet.Descendants<Row>().Where(row => row.RowIndex! > number))
        {
            row.RowIndex = row.RowIndex! - 1;
            foreach (var cell in row.Elements<Cell>())
                cell.CellReference = new string([.. cell.CellReference!.Value!.TakeWhile(char.IsAsciiLetter)]) + row.RowIndex;
        }

        worksheet.RemoveAllChildren<MergeCells>();
        worksheet.RemoveAllChildren<DataValidations>();
    });

    public byte[] Bytes() => bytes;

    private WorkbookFile Edit(string sheet, string reference, Action<Cell> edit) => Change(sheet, worksheet =>
        edit(worksheet.Descendants<Cell>().Single(cell => cell.CellReference == reference)));
}
