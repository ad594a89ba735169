using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Formats;
using MetricsDashboard.Ingestion.Workbooks;
using Xunit;

namespace MetricsDashboard.Tests.Ingestion;

public sealed class WorkbookTemplateTests
{
    private static byte[] WholeWorkbook(string unit = TestCatalogue.County) => WorkbookTemplate.Write(
        TestCatalogue.Catalogue, TestCatalogue.Catalogue.Unit(unit), TestCatalogue.Catalogue.FormsOf(TestCatalogue.Catalogue.Unit(unit), TestCatalogue.Week), new ReportingPeriod(TestCatalogue.Week), 12, WorkbookFile.Plausible, WorkbookFile.LastText);

    [Theory]
    [InlineData("410421")]
    [InlineData("410400")]
    [InlineData("410400-M")]
    public void Write_AnyUnit_IsValidOpenXml(string unit)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(WholeWorkbook(unit)), false);

        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}");

        Assert.Empty(errors);
    }

    [Fact]
    public void Write_County_HasInstructionsAndASheetForEachForm()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(WholeWorkbook()), false);

        var names = document.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!);

        Assert.Equal(["填报说明", "政务服务事项情况表", "办件和好差评情况表", "电子监察红黄牌情况表", "乡村覆盖工作开展情况调查表", "县（市、区）其他指标情况表", WorkbookFile.Progress], names);
    }

    /// <summary>The official frame: who and when below every form, with what is known of the unit's contacts.</summary>
    [Fact]
    public void Write_WithContacts_NamesThemBelowEveryForm()
    {
        var unit = TestCatalogue.Catalogue.Unit(TestCatalogue.County);
        var forms = TestCatalogue.Catalogue.FormsOf(unit, TestCatalogue.Week);
        var file = WorkbookTemplate.Write(
            TestCatalogue.Catalogue, unit, forms, new ReportingPeriod(TestCatalogue.Week), 12, WorkbookFile.Plausible, WorkbookFile.LastText, new PrintedSignature("李红梅", "王建国", "0375-6512345"));
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var texts = document.WorkbookPart!.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().Select(item => item.InnerText).ToList();

        Assert.Equal("负责人：李红梅　　　　审核人：　　　　　　　填表人：王建国　　　　联系电话：0375-6512345　　报出日期：　　　　　", Assert.Single(texts, text => text.StartsWith("负责人：", StringComparison.Ordinal)));
        Assert.Contains(texts, text => text.StartsWith($"填报单位：{unit.Name}　", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_StocksOfOwnForm_AreFilledWithLastValue()
    {
        var content = Read(WholeWorkbook());

        Assert.All(content.Entries.Where(entry => entry.Place.Sheet == WorkbookFile.Items), entry => Assert.Equal($"{WorkbookFile.Plausible(entry.Element, "")}", entry.Text));
    }

    /// <summary>What cases give stands in the cell before the last value, and the remark says where it is from; other forms stay as they are.</summary>
    [Fact]
    public void Write_WithCases_FillsTheirCellsAndSaysSo()
    {
        var forms = TestCatalogue.Catalogue.FormsOf(TestCatalogue.Unit, TestCatalogue.Week);
        var own = TestCatalogue.Catalogue.ElementsOf(forms.First(form => form.Name == WorkbookFile.Items), TestCatalogue.Week)[0].Code;
        var file = WorkbookTemplate.Write(
            TestCatalogue.Catalogue, TestCatalogue.Unit, forms, new ReportingPeriod(TestCatalogue.Week), 12, WorkbookFile.Plausible, WorkbookFile.LastText, null,
            (element, _) => element == own || TestCatalogue.Catalogue.Element(element).Form == "e-supervision" ? 987 : null);
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var content = Read(file);

        Assert.Equal("987", Assert.Single(content.Entries, entry => entry.Place.Sheet == WorkbookFile.Items && entry.Element == own).Text);
        Assert.All(
            content.Entries.Where(entry => entry.Place.Sheet == WorkbookFile.Items && entry.Element != own), entry => Assert.Equal($"{WorkbookFile.Plausible(entry.Element, "")}", entry.Text));
        Assert.All(content.Entries.Where(entry => entry.Place.Sheet == WorkbookFile.Supervision), entry => Assert.Equal(CellKind.Blank, entry.Kind));
        Assert.Contains(document.WorkbookPart!.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>(), item => item.InnerText == "办件数据");
    }

    [Fact]
    public void Write_FormThatTheCitySupplies_IsBlankInACountysWorkbook()
    {
        var content = Read(WholeWorkbook());

        Assert.All(content.Entries.Where(entry => entry.Place.Sheet == WorkbookFile.Supervision), entry => Assert.Equal(CellKind.Blank, entry.Kind));
    }

    [Fact]
    public void Write_MergedWeeks_SayTheWholePeriodAndKeepTheFirstWeekAsTheirCode()
    {
        var week = TestCatalogue.Week;
        var file = WorkbookTemplate.Write(
            TestCatalogue.Catalogue, TestCatalogue.Unit, [TestCatalogue.Form("service-items")], new ReportingPeriod(week, week.Next), 13, (_, _) => 5, (_, _) => null);

        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var text = document.WorkbookPart!.SharedStringTablePart!.SharedStringTable!.InnerText;
        Assert.Contains("第13期（3月4日—3月17日）", text, StringComparison.Ordinal);
        Assert.Contains("截至3月17日24时", text, StringComparison.Ordinal);
        Assert.Contains("本期14天", text, StringComparison.Ordinal);
        Assert.All(IntakeReader.Read(file, "x", TestCatalogue.Catalogue, TestCatalogue.Request).Entries, entry => Assert.Equal("2024-W10", entry.Week));
    }

    [Fact]
    public void Write_FlowOfOwnForm_IsBlank()
    {
        var catalogue = TestCatalogue.Catalogue;
        var flow = catalogue.Elements.Single(element => element.Code == "items_total") with { Nature = Nature.Flow };
        var other = new Catalogue(1, catalogue.Units, [flow], catalogue.Forms, [], [], []);
        var file = WorkbookTemplate.Write(other, TestCatalogue.Unit, [TestCatalogue.Form("service-items")], new ReportingPeriod(TestCatalogue.Week), null, (_, _) => 5, (_, _) => null);

        var entry = Assert.Single(IntakeReader.Read(file, "x", other, TestCatalogue.Request).Entries);
        Assert.Equal(CellKind.Blank, entry.Kind);
    }

    [Fact]
    public void Write_AllForms_InputCellsAreUnlockedAndValidatedAndOthersLocked()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(WholeWorkbook()), false);
        var unlocked = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>()
            .Select((format, i) => (Locked: format.Protection?.Locked?.Value ?? true, i)).Where(format => !format.Locked).Select(format => (uint)format.i).ToHashSet();
        var sheets = document.WorkbookPart.Workbook!.Descendants<Sheet>().Where(sheet => sheet.Name == WorkbookFile.Rural);
        var sheet = ((WorksheetPart)document.WorkbookPart.GetPartById(sheets.Single().Id!.Value!)).Worksheet!;

        Assert.True(sheet.GetFirstChild<SheetProtection>()!.Sheet!.Value);
        Assert.Null(sheet.GetFirstChild<SheetProtection>()!.Password);
        Assert.Equal(
            ["D6", "E6", "F6", "G6", "H6", "I6", "J6", "K6"],
            sheet.Descendants<Row>().Single(row => row.RowIndex! == 6U).Elements<Cell>().Where(cell => unlocked.Contains(cell.StyleIndex!.Value)).Select(cell => cell.CellReference!.Value!));
        Assert.Equal(
            ["D6:D8", "E6:E8", "F6:F8", "G6:G8", "H6:H8", "I6:I8", "J6:J8", "K6:K8"],
            sheet.Descendants<DataValidation>().SelectMany(validation => validation.SequenceOfReferences!.Items.Select(item => item.Value!)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Write_CatalogueWithOneMoreElementAndForm_BothAppear()
    {
        var catalogue = TestCatalogue.Catalogue;
        var form = new Form("new-form", "新增报表/试行", [UnitKind.County], SuppliedBy.Unit, null, 99, null);
        var element = catalogue.Element("items_total") with { Code = "new_count", Name = "新增填报项", Form = form.Code };
        var wider = new Catalogue(1, catalogue.Units, [.. catalogue.Elements, element], [.. catalogue.Forms, form], [], [], []);
        var file = WorkbookTemplate.Write(wider, TestCatalogue.Unit, [form], new ReportingPeriod(TestCatalogue.Week), null, (_, _) => 5, (_, _) => null);

        var entry = Assert.Single(IntakeReader.Read(file, "x", wider, TestCatalogue.Request).Entries);
        Assert.Equal(new RawEntry(TestCatalogue.County, "2024-W10", "new_count", CellKind.Number, "5", new Place("新增报表_试行", "F6")), entry);
    }

    private static IntakeContent Read(byte[] file) => IntakeReader.Read(file, "填报.xlsx", TestCatalogue.Catalogue, TestCatalogue.Request);
}
