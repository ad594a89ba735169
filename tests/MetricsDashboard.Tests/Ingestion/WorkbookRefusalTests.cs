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
        Assert.Equal([("service-items", 13), ("rural-coverage", 24)], result.Forms.Select(form => (form.Form.Code, form.Values.Count)));
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
    public void Check_MergedInputCells_AreRefused()
    {
        var result = TestCatalogue.Check(WorkbookFile.Filled().Blank(Items, "F8").Merge(Items, "F7:F8").Bytes());

        var issue = Assert.Single(result.Issues, issue => issue.Code == IssueCodes.MergedCells);
        Assert.Equal((Items, "F7", "宝丰县", "依申请事项数"), (issue.Sheet, issue.Cell, issue.Unit, issue.Element));
        Assert.Contains("F7:F8被合并了", issue.Message, StringComparison.Ordinal);
        Assert.Contains("请取消合并", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_NameMergedOverInput_SaysMergedAndNotMoved()
    {
        var result = TestCatalogue.Check(WorkbookFile.Filled().Merge(Items, "C8:F8").Bytes());

        var issue = Assert.Single(result.Issues);
        Assert.Equal((IssueCodes.MergedCells, "C8", "应进驻实体大厅事项数"), (issue.Code, issue.Cell, issue.Element));
    }

    [Fact]
    public void Check_MergedTitleAndSignature_AreTaken()
    {
        var file = WorkbookFile.Filled();

        Assert.Empty(TestCatalogue.Check(file.Merge(Items, "B20:G22").Bytes()).Issues);
    }

    [Fact]
    public void Check_RenamedSheet_NamesTheExpectedOneAndWhatIsThere()
    {
        var result = TestCatalogue.Check(WorkbookFile.Filled().Rename(Items, "Sheet1").Bytes());

        var issue = Assert.Single(result.Issues);
        Assert.Equal((IssueCodes.SheetMissing, Items), (issue.Code, issue.Sheet));
        Assert.Contains("没有工作表“政务服务事项情况表”，文件里有：“填报说明”、“Sheet1”、“乡村覆盖工作开展情况调查表”", issue.Message, StringComparison.Ordinal);
        Assert.Contains("请改回原名", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_InsertedColumn_NamesTheCell()
    {
        var result = TestCatalogue.Check(WorkbookFile.Filled().InsertColumn(Rural, 'F').Bytes());

        var issue = Assert.Single(result.Issues);
        Assert.Equal((IssueCodes.LayoutChanged, Rural, "F5"), (issue.Code, issue.Sheet, issue.Cell));
        Assert.Contains("F5应为“应覆盖村（社区）数（个）”，现在到了G5", issue.Message, StringComparison.Ordinal);
        Assert.Contains("请重新下载本周的表", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_DeletedRow_NamesTheCell()
    {
        var result = TestCatalogue.Check(WorkbookFile.Filled().DeleteRow(Items, 9).Bytes());

        var issue = Assert.Single(result.Issues);
        Assert.Equal((IssueCodes.LayoutChanged, Items, "C9"), (issue.Code, issue.Sheet, issue.Cell));
        Assert.Contains("C9应为“已进驻实体大厅事项数”，现在是“‘最多跑一次’事项数”", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_TwoVisibleRowsSwapped_NamesTheCell()
    {
        var result = TestCatalogue.Check(WorkbookFile.Filled().Text(Items, "C8", "已进驻实体大厅事项数").Text(Items, "C9", "应进驻实体大厅事项数").Bytes());

        Assert.Equal((IssueCodes.LayoutChanged, Items, "C8"), result.Issues.Select(issue => (issue.Code, issue.Sheet, issue.Cell)).Single());
    }

    [Fact]
    public void Check_AnotherCountysWorkbook_IsForbidden()
    {
        var result = TestCatalogue.Check(WorkbookFile.Filled(null, TestCatalogue.OtherCounty).Bytes());

        Assert.True(result.IsForbidden);
        Assert.Equal([(Items, "叶县"), (Rural, "叶县")], result.Issues.Select(issue => (issue.Sheet!, issue.Unit!)));
        Assert.All(result.Issues, issue => Assert.Contains("您只能报送宝丰县的数据，文件里是叶县的数据：请换用本单位的表", issue.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_UnitOtherThanAskedFor_IsForbidden()
    {
        var result = TestCatalogue.Check(WorkbookFile.Filled().Bytes(), new IntakeRequest(TestCatalogue.City, Unit: "叶县"));

        Assert.All(result.Issues, issue => Assert.Equal((IssueCodes.OtherUnit, "宝丰县"), (issue.Code, issue.Unit)));
        Assert.Contains("本次报送的单位是叶县，文件里是宝丰县的数据", result.Issues[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_LastWeeksWorkbook_IsNamedSo()
    {
        var result = TestCatalogue.Check(WorkbookFile.Filled(TestCatalogue.Week.Previous).Bytes());

        Assert.All(result.Issues, issue => Assert.Equal(IssueCodes.WeekNotOpen, issue.Code));
        Assert.Contains("这是上周（2月26日—3月3日）的表，该周不在报送时间内，现在可以报送的是3月4日—3月10日", result.Issues[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_WeekOtherThanAskedFor_IsWrongWeek()
    {
        var result = TestCatalogue.Check(WorkbookFile.Filled(TestCatalogue.Week.Previous).Bytes(), TestCatalogue.Request with { Week = TestCatalogue.Week });

        Assert.All(result.Issues, issue => Assert.Equal(IssueCodes.WrongWeek, issue.Code));
        Assert.Contains("这是上周（2月26日—3月3日）的表，本次报送的统计周是3月4日—3月10日：请下载该周的表", result.Issues[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_UnitCodeChangedByHand_IsUnknownUnit()
    {
        var result = TestCatalogue.Check(WorkbookFile.Filled().Text(Items, "B1", "999999").Bytes());

        Assert.Equal((IssueCodes.LayoutChanged, Items, "B1"), result.Issues.Select(issue => (issue.Code, issue.Sheet, issue.Cell)).Single());
    }

    [Fact]
    public void Check_FormOtherThanAskedFor_IsOtherForm()
    {
        var result = TestCatalogue.Check(WorkbookFile.Filled().Bytes(), TestCatalogue.Request with { Form = "service-items" });

        var issue = Assert.Single(result.Issues);
        Assert.Equal((IssueCodes.OtherForm, Rural), (issue.Code, issue.Sheet));
        Assert.Contains("本次只报送《政务服务事项情况表》，文件里还有《乡村覆盖工作开展情况调查表》的数：请删去", issue.Message, StringComparison.Ordinal);
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
