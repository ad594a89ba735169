using System.Net;

namespace MetricsDashboard.Web.Tests.Guarantees;

/// <summary>A downloaded workbook whose numbers are valid and whose sheets are not what they were, or not this sender's, or not this week's.</summary>
[Collection(ServedHouse.Collection)]
public sealed class LayoutRefusalTests(ServedHouse house)
{
    [Fact]
    public async Task Import_RenamedSheet_IsRefusedNamingTheSheet()
    {
        var book = (await house.WorkbookAsync()).Rename(FilledWorkbook.Items, "事项");

        var issue = Assert.Single(await house.RefusedAsync(book.Bytes));

        Assert.Equal("SHEET_MISSING", issue.Code);
        Assert.Equal(FilledWorkbook.Items, issue.Sheet);
        Assert.Contains("“事项”", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_MovedColumn_IsRefusedAtItsHeading()
    {
        var book = (await house.WorkbookAsync()).SwapWithRightNeighbour(FilledWorkbook.Rural, 'F');

        var issue = Assert.Single(await house.RefusedAsync(book.Bytes));

        Assert.Equal("LAYOUT_CHANGED", issue.Code);
        Assert.Equal((FilledWorkbook.Rural, "F5"), (issue.Sheet, issue.Cell));
        Assert.Contains("现在到了G5", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_MergedCellsInDataArea_IsRefusedAtTheRange()
    {
        var book = (await house.WorkbookAsync()).Merge(FilledWorkbook.Items, "F7:F9");

        var issues = await house.RefusedAsync(book.Bytes);

        var issue = Assert.Single(issues, issue => issue.Code == "MERGED_CELLS");
        Assert.Equal((FilledWorkbook.Items, "F7", "宝丰县", "依申请事项数"), (issue.Sheet, issue.Cell, issue.Unit, issue.Element));
        Assert.Contains("F7:F9被合并了", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_AnotherCountysCode_IsForbidden()
    {
        var book = (await house.WorkbookAsync()).Text(FilledWorkbook.Items, "B1", PreparedHouse.OtherCounty);

        var issues = await house.RefusedAsync(book.Bytes, HttpStatusCode.Forbidden);

        var issue = Assert.Single(issues);
        Assert.Equal(("OTHER_UNIT", FilledWorkbook.Items, "叶县", PreparedHouse.OtherCounty), (issue.Code, issue.Sheet, issue.Unit, issue.Value));
        Assert.Contains("您只能报送宝丰县的数据", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_AnotherCountysWorkbook_IsForbiddenOnEverySheetThatIsFilled()
    {
        var book = await house.WorkbookAsync(county: PreparedHouse.OtherCounty, sender: PreparedHouse.Collector);

        var issues = await house.RefusedAsync(book.Bytes, HttpStatusCode.Forbidden);

        Assert.Equal([FilledWorkbook.Items, FilledWorkbook.Rural, FilledWorkbook.Progress], issues.Where(issue => issue.Code == "OTHER_UNIT").Select(issue => issue.Sheet));
    }

    [Fact]
    public async Task Import_LastWeeksWorkbook_IsRefusedNamingTheOpenWeek()
    {
        var book = (await house.WorkbookAsync(PreparedHouse.LastWeek)).FillBlanks(FilledWorkbook.Items, "F6", "F18", 1).FillBlanks(FilledWorkbook.Rural, "D6", "K18", 1);

        var issues = await house.RefusedAsync(book.Bytes);

        Assert.Equal(["WEEK_NOT_OPEN", "WEEK_NOT_OPEN", "WEEK_NOT_OPEN"], issues.Select(issue => issue.Code));
        Assert.Equal([FilledWorkbook.Items, FilledWorkbook.Rural, FilledWorkbook.Progress], issues.Select(issue => issue.Sheet));
        Assert.All(issues, issue => Assert.Contains("9月21日—9月27日", issue.Message, StringComparison.Ordinal));
    }
}
