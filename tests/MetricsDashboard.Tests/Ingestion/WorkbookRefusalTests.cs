using DocumentFormat.OpenXml.Spreadsheet;
using MetricsDashboard.Domain.Submissions;
using Xunit;

namespace MetricsDashboard.Tests.Ingestion;

/// <summary>What a person can do wrong in a workbook: each is refused with its place, its name and what to do.</summary>
public sealed class WorkbookRefusalTests
{
    private const string Items = WorkbookFile.Items;
    private const string Rural = WorkbookFile.Rural;

    [Fact]
    public void Check_FilledWorkbook_IsTakenWhole()
    {
        var result = TestCatalogue.Check(WorkbookFile.Filled().Bytes());

        Assert.Empty(result.Issues);
        Assert.Equal([("service-items", 13), ("rural-coverage", 24), ("work-progress", 3)], result.Forms.Select(form => (form.Form.Code, form.Values.Count)));
        Assert.Equal(result.Read, result.Forms.Sum(form => form.Values.Count));
    }

    [Fact]
    public void Check_TextInNumberCell_IsNotANumber() => Refused(
        WorkbookFile.Filled().Text(Items, "F8", "约300"), IssueCodes.NotANumber, Items, "F8", "宝丰县", "应进驻实体大厅事项数", "约300", "请只填以“项”为单位的整数");

    [Theory]
    [InlineData("99%", "99%")]
    [InlineData("９９．５％", "９９．５％")]
    [InlineData("百分之九十九", "百分之九十九")]
    public void Check_PercentageAsText_IsAPercentage(string typed, string shown) => Refused(
        WorkbookFile.Filled().Text(Items, "F8", typed), IssueCodes.Percentage, Items, "F8", "宝丰县", "应进驻实体大厅事项数", shown, "只填数量，不填百分比");

    [Fact]
    public void Check_PercentageByFormat_IsAPercentage()
    {
        var file = WorkbookFile.Filled();
        Refused(file.Number(Items, "F8", 0.9954, file.Style(10)), IssueCodes.Percentage, Items, "F8", "宝丰县", "应进驻实体大厅事项数", "99.54%", "只填数量，不填百分比");
    }

    [Fact]
    public void Check_DateByFormat_IsNotANumber()
    {
        var file = WorkbookFile.Filled();
        Refused(file.Number(Items, "F8", 44000, file.Style(14)), IssueCodes.NotANumber, Items, "F8", "宝丰县", "应进驻实体大厅事项数", "2020-06-18", "常规格式");
    }

    [Fact]
    public void Check_ErrorValue_IsNotANumber() => Refused(
        WorkbookFile.Filled().Typed(Items, "F8", CellValues.Error, "#REF!"), IssueCodes.NotANumber, Items, "F8", "宝丰县", "应进驻实体大厅事项数", "#REF!", "改为常规格式");

    [Fact]
    public void Check_TruthValue_IsNotANumber() => Refused(
        WorkbookFile.Filled().Typed(Items, "F8", CellValues.Boolean, "1"), IssueCodes.NotANumber, Items, "F8", "宝丰县", "应进驻实体大厅事项数", "TRUE", "改为常规格式");

    [Fact]
    public void Check_Negative_IsRefused() => Refused(
        WorkbookFile.Filled().Number(Items, "F8", -3), IssueCodes.Negative, Items, "F8", "宝丰县", "应进驻实体大厅事项数", "-3", "请核对后改正");

    [Fact]
    public void Check_Fraction_IsRefused() => Refused(
        WorkbookFile.Filled().Number(Items, "F8", 12.5), IssueCodes.Fraction, Items, "F8", "宝丰县", "应进驻实体大厅事项数", "12.5", "改填整数");

    [Fact]
    public void Check_TooLargeForStorage_IsOutOfRange() => Refused(
        WorkbookFile.Filled().Number(Items, "F6", 1e20), IssueCodes.OutOfRange, Items, "F6", "宝丰县", "政务服务事项数", "100000000000000000000", "请核对后改正");

    [Fact]
    public void Check_TwoTownshipsInOneRow_IsOutOfRange() => Refused(
        WorkbookFile.Filled().Number(Rural, "D8", 2), IssueCodes.OutOfRange, Rural, "D8", "滍阳镇", "应覆盖乡镇（街道）数", "2", "超出允许范围（0—1）");

    [Fact]
    public void Check_RedCardsAboveMonitoredCases_ExceedsMaximum() => Refused(
        WorkbookFile.Filled(null, TestCatalogue.County, "e-supervision").Number(WorkbookFile.Supervision, "F6", 10).Number(WorkbookFile.Supervision, "F7", 11)
            .Number(WorkbookFile.Supervision, "F8", 0).Number(WorkbookFile.Supervision, "F9", 0),
        IssueCodes.ExceedsMaximum, WorkbookFile.Supervision, "F7", "宝丰县", "红牌办件数", "11", "“红牌办件数”（11）大于“纳入电子监察办件数”（10，在F6）：请核对这两个数后改正");

    [Fact]
    public void Check_BlankCell_IsBlank() => Refused(
        WorkbookFile.Filled().Blank(Rural, "H7"), IssueCodes.Blank, Rural, "H7", "周庄镇", "应培训业务人员数", null, "确实没有的填0");

    [Fact]
    public void Check_FormulaWithoutValue_IsNamed() => Refused(
        WorkbookFile.Filled().Formula(Items, "F8", "F6-100", null), IssueCodes.FormulaWithoutValue, Items, "F8", "宝丰县", "应进驻实体大厅事项数", "=F6-100", "打开并保存一次");

    [Fact]
    public void Check_FormulaWithValue_IsTaken()
    {
        var result = TestCatalogue.Check(WorkbookFile.Filled().Formula(Items, "F6", "1000+234", "1234").Bytes());

        Assert.Empty(result.Issues);
        Assert.Equal(1234, result.Forms[0].Values[0].Value);
    }

    [Fact]
    public void Check_NothingFilled_IsOneIssue()
    {
        var result = TestCatalogue.Check(WorkbookFile.Filled(null, TestCatalogue.County, "e-supervision").Bytes());

        Assert.Equal(IssueCodes.NothingFilled, Assert.Single(result.Issues).Code);
        Assert.Equal(0, result.Read);
    }

    [Fact]
    public void Check_SheetThatTheCitySuppliesLeftBlank_IsNotSent()
    {
        var result = TestCatalogue.Check(WorkbookFile.Filled(null, TestCatalogue.County, "service-items", "e-supervision").Bytes());

        Assert.Empty(result.Issues);
        Assert.Equal(("service-items", 13), (Assert.Single(result.Forms).Form.Code, result.Read));
    }

    [Fact]
    public void Check_SheetThatTheCitySuppliesHalfFilled_MissesTheRest()
    {
        var result = TestCatalogue.Check(WorkbookFile.Filled(null, TestCatalogue.County, "e-supervision").Number(WorkbookFile.Supervision, "F6", 10).Bytes());

        Assert.Equal(["F7", "F8", "F9"], result.Issues.Where(issue => issue.Code == IssueCodes.Blank).Select(issue => issue.Cell!));
    }

    [Fact]
    public void Check_ManyFaults_AreAllThereInTheOrderOfSheetAndCell()
    {
        var file = WorkbookFile.Filled().Text(Rural, "D8", "一").Number(Rural, "K6", -1).Blank(Rural, "D7").Text(Items, "F18", "50%").Number(Items, "F7", 0.5);

        var result = TestCatalogue.Check(file.Bytes());

        Assert.Equal(
            [
                (IssueCodes.Fraction, Items, "F7"), (IssueCodes.Percentage, Items, "F18"), (IssueCodes.Negative, Rural, "K6"),
                (IssueCodes.Blank, Rural, "D7"), (IssueCodes.NotANumber, Rural, "D8"),
            ],
            result.Issues.Select(issue => (issue.Code, issue.Sheet!, issue.Cell!)));
    }

    [Fact]
    public void Check_TenThousandEmptyTrailingRows_AreTaken()
    {
        var file = WorkbookFile.Filled().Change(Items, worksheet =>
        {
            var data = worksheet.GetFirstChild<SheetData>()!;
            for (var row = 30U; row < 10_030; row++)
                data.Append(new Row(new Cell { CellReference = $"C{row}", StyleIndex = 6 }, new Cell { CellReference = $"F{row}", StyleIndex = 9 }) { RowIndex = row });
        });

        Assert.Empty(TestCatalogue.Check(file.Bytes()).Issues);
    }

    [Theory]
    [InlineData("１２３", 123)]
    [InlineData("1,234", 1234)]
    [InlineData("　１，２３４ ", 1234)]
    [InlineData("900.0", 900)]
    public void Check_FullWidthDigitsAndThousands_AreNumbers(string typed, long expected)
    {
        var result = TestCatalogue.Check(WorkbookFile.Filled(null, TestCatalogue.County, "service-items").Text(Items, "F17", typed).Text(Items, "F18", "0").Bytes());

        Assert.Empty(result.Issues);
        Assert.Equal(expected, result.Forms[0].Values.Single(value => value.Element == "statutory_days").Value);
    }

    [Fact]
    public void Check_NoiseOfBinaryFractions_IsAWholeNumber()
    {
        var result = TestCatalogue.Check(WorkbookFile.Filled().Number(Items, "F6", 1000.0000000000001).Bytes());

        Assert.Empty(result.Issues);
    }

    private static void Refused(WorkbookFile file, string code, string sheet, string cell, string unit, string element, string? value, string toDo)
    {
        var result = TestCatalogue.Check(file.Bytes());

        var issue = Assert.Single(result.Issues);
        Assert.Equal((Severity.Error, code, sheet, cell, unit, element, value), (issue.Severity, issue.Code, issue.Sheet, issue.Cell, issue.Unit, issue.Element, issue.Value));
        Assert.Contains(toDo, issue.Message, StringComparison.Ordinal);
        Assert.True(result.IsRefused);
    }
}
