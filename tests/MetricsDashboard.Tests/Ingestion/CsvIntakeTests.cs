using System.Text;
using MetricsDashboard.Domain.Submissions;
using Xunit;

namespace MetricsDashboard.Tests.Ingestion;

public sealed class CsvIntakeTests
{
    private const string Supervision = "410421,2024-W10,cases_monitored,500\n410421,2024-W10,red_cards,5\n410421,2024-W10,yellow_cards,6\n410421,2024-W10,early_warnings,7\n";

    [Fact]
    public void Check_LongCsv_IsTaken()
    {
        var result = Check("unit,week,element,value\n" + Supervision);

        Assert.Empty(result.Issues);
        Assert.Equal([500, 5, 6, 7], Assert.Single(result.Forms).Values.Select(value => value.Value!.Value));
        Assert.Equal(new Place(null, "第3行“value”"), result.Forms[0].Values[1].Place);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("gb18030", false)]
    [InlineData("utf-16", true)]
    public void Check_ChineseHeadingsAndNames_AreReadInEveryEncoding(string name, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        const string Text = "单位,统计周,填报项,数值\r\n宝丰县,2024-W10,纳入电子监察办件数,\"１，０００\"\r\n宝丰县,2024-W10,红牌办件数, 5 \r\n宝丰县,2024-W10,黄牌办件数,6\r\n宝丰县,2024-W10,预警办件数,7\r\n";

        var result = TestCatalogue.Check([.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)], name: "填报.csv");

        Assert.Empty(result.Issues);
        Assert.Equal([1000, 5, 6, 7], Assert.Single(result.Forms).Values.Select(value => value.Value!.Value));
    }

    [Fact]
    public void Check_GbkNameOfTownshipBeyondGb2312_IsRead()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("gb18030").GetBytes("单位,应覆盖乡镇（街道）数\n滍阳镇,7\n");

        var result = TestCatalogue.Check(bytes, TestCatalogue.Request with { Week = TestCatalogue.Week }, name: "乡村.csv");

        Assert.Contains(result.Issues, issue => issue is { Code: IssueCodes.OutOfRange, Unit: "滍阳镇", Cell: "第2行“应覆盖乡镇（街道）数”" });
    }

    [Fact]
    public void Check_WideCsv_NamesRowAndColumn()
    {
        var result = Check("unit,week,cases_monitored,红牌办件数,yellow_cards,early_warnings,备注\n宝丰县,2024-W10,500,5%,6,7,无\n");

        var issue = Assert.Single(result.Issues);
        Assert.Equal((IssueCodes.Percentage, null, "第2行“红牌办件数”", "宝丰县", "红牌办件数", "5%"), (issue.Code, issue.Sheet, issue.Cell, issue.Unit, issue.Element, issue.Value));
    }

    [Fact]
    public void Check_WithoutWeekColumn_TakesTheWeekAskedFor()
    {
        var result = TestCatalogue.Check(
            Encoding.UTF8.GetBytes("unit,cases_monitored,red_cards,yellow_cards,early_warnings\n410421,500,5,6,7"), TestCatalogue.Request with { Week = TestCatalogue.Week });

        Assert.Empty(result.Issues);
        Assert.Equal(TestCatalogue.Week, Assert.Single(result.Forms).Week);
    }

    [Fact]
    public void Check_WithoutWeekAnywhere_SaysWhatIsMissing() => Single(
        "unit,cases_monitored\n410421,500\n", IssueCodes.WrongWeek, "第1行", "没有“统计周”（week）列");

    [Fact]
    public void Check_UnknownColumn_IsNamedAtTheHeading() => Single(
        "unit,week,cases_monitored,红牌率\n410421,2024-W10,500,1\n", IssueCodes.UnknownElement, "第1行", "表头的“红牌率”不是填报项的代码或名称：请按填报项目录改正");

    [Fact]
    public void Check_UnknownUnit_IsSaidOnceWithItsCount() => Single(
        "unit,week,element,value\n宝凤县,2024-W10,red_cards,5\n宝凤县,2024-W10,yellow_cards,5\n", IssueCodes.UnknownUnit, "第2行“value”", "没有代码或名称为“宝凤县”的单位，请按单位目录改正（同样的问题共2处）");

    [Fact]
    public void Check_WeekAsText_SaysHowToWriteIt() => Single(
        "unit,week,element,value\n410421,第12期,red_cards,5\n", IssueCodes.WrongWeek, "第2行“value”", "“第12期”不是统计周，3月4日—3月10日应写作 2024-W10，请改正");

    [Fact]
    public void Check_SystemElement_IsRefused() => Single(
        "unit,week,element,value\n410421,2024-W10,duties_expected,5\n", IssueCodes.UnknownElement, "第2行“value”", "由系统计算");

    [Fact]
    public void Check_ElementOfAnotherLevel_IsRefused() => Single(
        "unit,week,element,value\n410421,2024-W10,villages_covered,5\n", IssueCodes.UnknownElement, "第2行“value”", "宝丰县在该周不填报“已覆盖村（社区）数”");

    [Fact]
    public void Check_UnitThatIsNotIncluded_IsRefused() => Assert.Equal(
        (IssueCodes.UnknownUnit, "汝州市在该周不在填报范围内，请删去该单位的数"),
        Check("unit,week,element,value\n汝州市,2024-W10,red_cards,5\n", TestCatalogue.City).Issues.Select(issue => (issue.Code, issue.Message)).Single());

    [Fact]
    public void Check_MissingRow_NamesUnitAndElement()
    {
        var result = Check("unit,week,element,value\n" + Supervision[..Supervision.LastIndexOf("410421", StringComparison.Ordinal)]);

        var issue = Assert.Single(result.Issues);
        Assert.Equal((IssueCodes.RowMissing, "宝丰县", "预警办件数"), (issue.Code, issue.Unit, issue.Element));
        Assert.Contains("《电子监察红黄牌情况表》缺少宝丰县的“预警办件数”：请补上", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_MissingTownship_IsOneIssue()
    {
        var result = Check("unit,week,townships_required,townships_covered,villages_required,villages_covered,rural_staff_required,rural_staff_trained,villages_with_guides,village_online_items\n"
            + "410421001,2024-W10,1,1,9,9,9,9,9,9\n410421003,2024-W10,1,1,9,9,9,9,9,9\n");

        var issue = Assert.Single(result.Issues);
        Assert.Equal((IssueCodes.RowMissing, "周庄镇", null), (issue.Code, issue.Unit, issue.Element));
    }

    [Fact]
    public void Check_SameRowTwice_IsDuplicate() => Single(
        "unit,week,element,value\n" + Supervision + "宝丰县,2024-W10,red_cards,9\n", IssueCodes.Duplicate, "第6行“value”", "宝丰县的“红牌办件数”填了两次（前一次是“5”，在第3行“value”）：请只留一个");

    [Fact]
    public void Check_UnquotedThousands_SaysTooManyColumns() => Single(
        "unit,week,element,value\n" + Supervision.Replace(",500\n", ",1,500\n", StringComparison.Ordinal), IssueCodes.LayoutChanged, "第2行", "千位分隔逗号请去掉", others: IssueCodes.RowMissing);

    [Fact]
    public void Check_QuoteNeverClosed_NamesTheLine() => Single(
        "unit,week,element,value\n" + Supervision.Replace("red_cards,5", "red_cards,\"5", StringComparison.Ordinal), IssueCodes.Damaged, "第3行", "引号没有成对", others: null);

    [Fact]
    public void Check_ExcelsTrailingCommasAndBlankLines_DoNotMatter()
    {
        var result = Check("unit,week,element,value,,\n" + Supervision.Replace("\n", ",,\n", StringComparison.Ordinal) + ",,,,,\n\n");

        Assert.Empty(result.Issues);
        Assert.Equal(4, result.Read);
    }

    [Fact]
    public void Check_ManyUnitsOfTheCity_AreAForm_Each()
    {
        var result = Check("unit,week,cases_monitored,red_cards,yellow_cards,early_warnings\n宝丰县,2024-W10,500,5,6,7\n叶县,2024-W10,400,5,6,7\n", TestCatalogue.City);

        Assert.Empty(result.Issues);
        Assert.Equal(["410421", "410422"], result.Forms.Select(form => form.Asked.Code));
    }

    [Fact]
    public void Check_ReaderOfTheCity_MaySendNothing() => Assert.Equal(
        IssueCodes.OtherUnit,
        Check("unit,week,element,value\n" + Supervision, new Domain.People.Actor("领导", Domain.People.Role.Leader)).Issues.Single().Code);

    [Fact]
    public void Check_Refused_CountsEveryValueOnce()
    {
        var result = Check("unit,week,element,value\n" + Supervision + "410421,2024-W10,red_cards,x,y\n410421,2024-W10,nothing,1\n");

        Assert.True(result.IsRefused);
        Assert.Equal(6, result.Read);
    }

    private static void Single(string csv, string code, string cell, string message, string? others = "")
    {
        var issues = Check(csv).Issues;
        var issue = others is "" ? Assert.Single(issues) : Assert.Single(issues, found => found.Code == code);
        Assert.All(issues, found => Assert.True(others is "" or null || found.Code == code || found.Code == others, found.Message));
        Assert.Equal((code, cell), (issue.Code, issue.Cell));
        Assert.Contains(message, issue.Message, StringComparison.Ordinal);
    }

    private static CheckedIntake Check(string csv, Domain.People.Actor? sender = null) =>
        TestCatalogue.Check(Encoding.UTF8.GetBytes(csv), sender is null ? null : new IntakeRequest(sender), name: "填报.csv");
}
