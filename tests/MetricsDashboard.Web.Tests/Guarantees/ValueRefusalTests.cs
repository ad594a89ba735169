namespace MetricsDashboard.Web.Tests.Guarantees;

/// <summary>A downloaded workbook, valid but for one number: it is refused whole, and the fault is named down to the cell.</summary>
[Collection(ServedHouse.Collection)]
public sealed class ValueRefusalTests(ServedHouse house)
{
    private const string County = "宝丰县";

    [Fact]
    public async Task Import_TextInNumberCell_IsRefusedAtItsCell()
    {
        var book = (await house.WorkbookAsync()).Text(FilledWorkbook.Items, "F6", "约一千项");

        var issue = Assert.Single(await house.RefusedAsync(book.Bytes));

        Assert.Equal($"error NOT_A_NUMBER {FilledWorkbook.Items} F6 {County} 政务服务事项数 约一千项", issue.At);
        Assert.Contains("不是数字", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_PercentageTypedAsCount_IsRefusedAtItsCell()
    {
        var book = (await house.WorkbookAsync()).Percentage(FilledWorkbook.Items, "F10", 0.99);

        var issue = Assert.Single(await house.RefusedAsync(book.Bytes));

        Assert.Equal($"error PERCENTAGE {FilledWorkbook.Items} F10 {County} “最多跑一次”事项数 99%", issue.At);
        Assert.Contains("只填数量，不填百分比", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_Negative_IsRefusedAtItsCell()
    {
        var book = (await house.WorkbookAsync()).Number(FilledWorkbook.Items, "F18", -3);

        var issue = Assert.Single(await house.RefusedAsync(book.Bytes));

        Assert.Equal($"error NEGATIVE {FilledWorkbook.Items} F18 {County} 承诺办结时限合计 -3", issue.At);
        Assert.Contains("小于0", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_FractionOfAnItem_IsRefusedAtItsCell()
    {
        var book = (await house.WorkbookAsync()).Number(FilledWorkbook.Items, "F12", 31.5);

        var issue = Assert.Single(await house.RefusedAsync(book.Bytes));

        Assert.Equal($"error FRACTION {FilledWorkbook.Items} F12 {County} 即办件事项数 31.5", issue.At);
        Assert.Contains("不是整数", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_RedCardsAboveMonitoredCases_IsRefusedNamingBoth()
    {
        var book = (await house.WorkbookAsync())
            .Number(FilledWorkbook.Supervision, "F6", 200).Number(FilledWorkbook.Supervision, "F7", 201)
            .Number(FilledWorkbook.Supervision, "F8", 0).Number(FilledWorkbook.Supervision, "F9", 0);

        var issue = Assert.Single(await house.RefusedAsync(book.Bytes), issue => issue.Severity == "error");

        Assert.Equal($"error EXCEEDS_MAXIMUM {FilledWorkbook.Supervision} F7 {County} 红牌办件数 201", issue.At);
        Assert.Contains("（201）大于“纳入电子监察办件数”（200，在F6）", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_FormulaWithoutCachedValue_IsRefusedAtItsCell()
    {
        var book = (await house.WorkbookAsync()).FormulaWithoutValue(FilledWorkbook.Items, "F6", "F7+1");

        var issue = Assert.Single(await house.RefusedAsync(book.Bytes));

        Assert.Equal($"error FORMULA_WITHOUT_VALUE {FilledWorkbook.Items} F6 {County} 政务服务事项数 =F7+1", issue.At);
        Assert.Contains("没有计算结果的公式", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_TownshipsNumberAboveItsBound_IsRefusedAtTheTownship()
    {
        var book = (await house.WorkbookAsync()).Number(FilledWorkbook.Rural, "G8", 5000);

        var issue = Assert.Single(await house.RefusedAsync(book.Bytes));

        Assert.Equal($"error EXCEEDS_MAXIMUM {FilledWorkbook.Rural} G8 宝丰县示例乡镇03 已覆盖村（社区）数 5000", issue.At);
    }

    [Fact]
    public async Task Import_FiveFaultsOnTwoSheets_ListsAllFiveInOrder()
    {
        var book = (await house.WorkbookAsync())
            .Text(FilledWorkbook.Items, "F6", "约一千项").Percentage(FilledWorkbook.Items, "F10", 0.99).Number(FilledWorkbook.Items, "F12", 31.5)
            .Number(FilledWorkbook.Rural, "F7", -1).Text(FilledWorkbook.Rural, "K9", "十八");

        var issues = await house.RefusedAsync(book.Bytes);

        Assert.Equal(
            [
                $"{FilledWorkbook.Items} F6 NOT_A_NUMBER", $"{FilledWorkbook.Items} F10 PERCENTAGE", $"{FilledWorkbook.Items} F12 FRACTION",
                $"{FilledWorkbook.Rural} F7 NEGATIVE", $"{FilledWorkbook.Rural} K9 NOT_A_NUMBER",
            ],
            issues.Select(issue => $"{issue.Sheet} {issue.Cell} {issue.Code}"));
        Assert.All(issues, issue => Assert.All([issue.Unit, issue.Element, issue.Value], part => Assert.False(string.IsNullOrEmpty(part))));
    }
}
