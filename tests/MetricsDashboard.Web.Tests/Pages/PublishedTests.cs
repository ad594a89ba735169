using AngleSharp.Dom;
using Bunit;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Published;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Pages;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class PublishedTests : IAsyncLifetime
{
    private static readonly ReportingWeek Second = SmallCity.First.Next;
    private static readonly DateTimeOffset Now = TestCity.Moment(Second, 18);
    private static readonly Actor Drafter = new("负责人", Role.Drafter);
    private static readonly Actor Leader = new("领导", Role.Leader);

    private TestCity city = null!;

    public async Task InitializeAsync() => city = await TestCity.CreateAsync(2);

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task List_OfATaskForce_ShowsFiguresWithDocumentAndWhoEntered()
    {
        await city.Store<PublishedFigureStore>().AddAsync(TestCity.Reviewer, Figure("2020-W27"), Now);
        await using var context = new PageContext(city, Drafter, Now);

        var page = context.Open<PublishedPage>("/published");

        var rows = page.FindAll("tbody tr");
        Assert.Equal(4, rows.Count);
        Assert.Equal("公布值（4条）", page.Find("caption").TextContent);
        var entered = rows.Single(row => row.TextContent.Contains("6月29日", StringComparison.Ordinal)).TextContent;
        Assert.All(["全市", "1.50%以上", "省通报〔2020〕1号", "审核员"], part => Assert.Contains(part, entered, StringComparison.Ordinal));
        Assert.DoesNotContain("W27", page.Markup.Replace("2020-W2", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_NarrowedToAPeriod_ShowsThatAlone()
    {
        await using var context = new PageContext(city, Leader, Now);

        var page = context.Open<PublishedPage>("/published?period=2020-06", parameters => { });

        Assert.Equal("公布值（1条）", page.Find("caption").TextContent);
    }

    [Fact]
    public async Task Form_FilledIn_EntersTheFigure()
    {
        await using var context = new PageContext(city, TestCity.Reviewer, Now);
        var page = context.Open<PublishedPage>("/published");
        await FillAsync(page, ("指标", "rate"), ("时段（", "2020-6-30"), ("数值（", "1.5"), ("全省位次", "9"), ("来源文件名称", "通报"), ("文号", "豫监〔2020〕3号"));

        await Button(page, "录入").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("已录入红牌率（全市，2020年6月29日—7月5日）。", page.Markup, StringComparison.Ordinal));
        var entered = (await city.Store<PublishedFigureStore>().HistoryAsync(Leader))[0];
        Assert.Equal(("2020-W27", 1.5m, 9, "通报（豫监〔2020〕3号）", "审核员"), (entered.Figure.Period, entered.Figure.Value!.Value, entered.Figure.ProvinceRank!.Value, entered.Figure.Document, entered.RecordedBy));
    }

    [Fact]
    public async Task Form_Faulty_TellsEverythingAndEntersNothing()
    {
        await using var context = new PageContext(city, TestCity.Reviewer, Now);
        var page = context.Open<PublishedPage>("/published");
        await FillAsync(page, ("指标", "rate"), ("时段（", "上周"), ("数值（", "三成"), ("全省位次", "19"));

        await Button(page, "录入").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll(".result-note p").Count));
        Assert.All(["时段“上周”", "数值“三成”", "全省位次“19”", "没有填写来源文件"], part => Assert.Contains(part, page.Find(".result-note").TextContent, StringComparison.Ordinal));
        Assert.Equal(3, (await city.Store<PublishedFigureStore>().HistoryAsync(Leader)).Count);
    }

    [Fact]
    public async Task Correct_Figure_ShowsTheOneBeforeWithTheReason()
    {
        await using var context = new PageContext(city, TestCity.Reviewer, Now);
        var page = context.Open<PublishedPage>("/published?period=2020-W29");
        await page.Find("[aria-label^=更正红牌率]").ClickAsync(new());
        await FillAsync(page, ("数值（", "1.30"), ("更正原因", "省里更正"));

        await Button(page, "保存更正").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("更正过1次", page.Markup, StringComparison.Ordinal));
        Assert.Contains("1.25%", page.Find("details:not(.entry)").TextContent, StringComparison.Ordinal);
        Assert.Contains("更正原因：省里更正", page.Find("details:not(.entry)").TextContent, StringComparison.Ordinal);
        Assert.Contains("1.30%", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_Figure_LeavesItBelowTheList()
    {
        await using var context = new PageContext(city, TestCity.Reviewer, Now);
        var page = context.Open<PublishedPage>("/published?period=2020-W29");
        await page.Find("[aria-label^=撤销红牌率]").ClickAsync(new());
        await page.Find(".reason-form textarea").InputAsync("文件作废");

        await Button(page, "确认撤销").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("已撤销1条", page.Markup, StringComparison.Ordinal));
        Assert.Contains("文件作废", page.Find("details:not(.entry)").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("tbody tr"));
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.Signer)]
    [InlineData(Role.Administrator)]
    public async Task Pages_OfOtherRolesOfTheCity_CanOnlyBeRead(Role role)
    {
        await EnterTableAsync(Second, 1.20m);
        await using var context = new PageContext(city, new Actor("读者", role), Now);

        Assert.Empty(context.Open<PublishedPage>("/published").FindAll("button"));
        Assert.Empty(context.Open<ProvinceTablesPage>("/published/tables").FindAll("button"));
    }

    [Fact]
    public async Task Pages_OfACounty_AreNotShown()
    {
        await using var context = new PageContext(city, new Actor("填报员", Role.CountyReporter, "C1"), Now);

        Assert.Contains("由市专班录入", context.Open<PublishedPage>("/published").Markup, StringComparison.Ordinal);
        Assert.Contains("供市专班、签发人和领导查看", context.Open<ProvinceTablesPage>("/published/tables").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_OfAWeek_MarksOurRowAndSaysHowFarTheNextIs()
    {
        await EnterTableAsync(SmallCity.First, 1.60m);
        await EnterTableAsync(Second, 1.20m);
        await using var context = new PageContext(city, Leader, Now);

        var page = context.Open<ProvinceTablesPage>("/published/tables?indicator=rate");

        Assert.Contains("示例市（本市）", page.Find("tr.highlighted").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["位次较7月6日—7月12日上升1位", "距上一位（乙市）0.10个百分点", "领先下一位（丙市）0.10个百分点", "优于全省平均（1.25%）0.05个百分点"],
            page.FindAll(".figure-notes li").Select(note => note.TextContent.Trim()));
        Assert.Equal(["第3位", "1.20%"], [page.Find(".figure-value strong").TextContent, page.Find(".figure-value").TextContent.Split('（', '）')[1]]);
        Assert.Contains("表中有4个地区", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_NoneEntered_SaysSo()
    {
        await using var context = new PageContext(city, Leader, Now);

        Assert.Contains("还没有录入省通报全表", context.Open<ProvinceTablesPage>("/published/tables").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_Withdrawn_IsGone()
    {
        await EnterTableAsync(Second, 1.20m);
        await using var context = new PageContext(city, Drafter, Now);
        var page = context.Open<ProvinceTablesPage>("/published/tables");
        await Button(page, "撤销这张表").ClickAsync(new());
        await page.Find(".reason-form textarea").InputAsync("通报撤回");

        await Button(page, "确认撤销").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("还没有录入省通报全表", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task IndicatorPage_WithATableOfTheWeek_SaysWhatIsPublishedBesideTheComputed()
    {
        await EnterTableAsync(Second, 1.20m);
        await using var context = new PageContext(city, Leader, Now);

        var page = context.Open<IndicatorView>($"/indicators/rate?week={Second}", parameters => parameters.Add(view => view.Code, "rate"));

        var notes = string.Join('\n', page.FindAll(".figure-notes li").Select(note => note.TextContent));
        Assert.Contains("公布值1.25%，核算值高", notes, StringComparison.Ordinal);
        Assert.Contains("距上一位（乙市）0.10个百分点", notes, StringComparison.Ordinal);
        Assert.Equal("/published/tables?indicator=rate&period=2020-W29", page.FindAll(".links a").Single(link => link.TextContent == "省通报全表").GetAttribute("href"));
    }

    [Fact]
    public async Task Overview_AfterAFigureWasCorrected_ShowsTheNewRank()
    {
        var figures = city.Store<PublishedFigureStore>();
        var known = (await figures.HistoryAsync(Leader)).First(row => row.Figure.Period == "2020-W29");
        await figures.CorrectAsync(Drafter, known.No, known.Figure with { ProvinceRank = 7 }, "省里更正", Now);
        await using var context = new PageContext(city, Leader, Now);

        Assert.Contains("全省第7位（公布），较上周上升5位", context.Open<Overview>($"/?week={Second}").Markup, StringComparison.Ordinal);
    }

    private static PublishedFigure Figure(string week) => new("rate", "CITY", PeriodKind.Week, week, 1.50m, Bound.AtLeast, 9, null, false, null, "省通报〔2020〕1号");

    private Task<PublishedEffect> EnterTableAsync(ReportingWeek week, decimal ours)
    {
        (string Place, decimal Value)[] places = [("甲市", 0.90m), ("乙市", 1.10m), ("丙市", 1.30m), ("示例市", ours)];
        var rows = places.OrderBy(place => place.Value).Select((place, at) => new PlaceRow(place.Place, place.Value, at + 1));
        return city.Store<ProvinceTableStore>().EnterAsync(
            TestCity.Reviewer, new ProvinceTable("rate", new FigurePeriod(PeriodKind.Week, week.ToString()), "演示数据", 1.25m, [.. rows]), null, "只列四市", Now);
    }

    private static async Task FillAsync<T>(IRenderedComponent<T> page, params (string Label, string Text)[] fields)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        foreach (var (label, text) in fields)
            await page.FindAll("label").Last(one => one.TextContent.TrimStart().StartsWith(label, StringComparison.Ordinal)).QuerySelector("input, select")!.ChangeAsync(text);
    }

    private static IElement Button<T>(IRenderedComponent<T> page, string text)
        where T : Microsoft.AspNetCore.Components.IComponent => page.FindAll("button").First(button => button.TextContent.Trim() == text);
}
