using MetricsDashboard.Domain.Submissions;
using Xunit;

namespace MetricsDashboard.Tests.Ingestion;

/// <summary>Sheets and cells that are not where the template put them, and workbooks that are another's or another week's.</summary>
public sealed class WorkbookLayoutTests
{
    private const string Items = WorkbookFile.Items;
    private const string Rural = WorkbookFile.Rural;

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
        Assert.Equal([(Items, "叶县"), (Rural, "叶县"), (WorkbookFile.Progress, "叶县")], result.Issues.Select(issue => (issue.Sheet!, issue.Unit!)));
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
        var file = WorkbookFile.Filled(null, TestCatalogue.County, "service-items", "rural-coverage").Bytes();

        var result = TestCatalogue.Check(file, TestCatalogue.Request with { Form = "service-items" });

        var issue = Assert.Single(result.Issues);
        Assert.Equal((IssueCodes.OtherForm, Rural), (issue.Code, issue.Sheet));
        Assert.Contains("本次只报送《政务服务事项情况表》，文件里还有《乡村覆盖工作开展情况调查表》的数：请删去", issue.Message, StringComparison.Ordinal);
    }
}
