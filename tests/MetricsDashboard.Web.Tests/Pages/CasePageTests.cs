using Bunit;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Cases;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class CasePageTests : IAsyncLifetime
{
    private TestCity city = null!;

    public async Task InitializeAsync()
    {
        city = await TestCity.CreateAsync(0);
        await city.OpenAsync(SmallCity.First);
        await city.TakeCasesAsync();
    }

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Case_OfAnOpenRedOne_TellsTimesCardAndVersions()
    {
        await using var context = Context(new Actor("领导", Role.Leader));

        var page = Open(context, "A-OLD");

        var facts = page.Find(".definition").TextContent;
        Assert.All(["红牌", "来源不显示红黄牌，由系统按阈值推算", "未注明", "示例市甲县", "企业设立登记（XK-001）", "在办", "2020年7月6日（超6个工作日）"], part => Assert.Contains(part, facts, StringComparison.Ordinal));
        Assert.Contains("省电子监察，2020年7月11日 09:00采集（定时）", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public async Task Case_Completed_ShowsBothVersionsNewestFirst()
    {
        await using var context = Context(TestCity.Reviewer);

        var page = Open(context, "A-DONE");

        Assert.Equal(["第2版", "第1版"], page.FindAll("tbody th").Select(cell => cell.TextContent));
        Assert.Contains("办结时超6个工作日", page.Find(".definition").TextContent, StringComparison.Ordinal);
        Assert.Contains("办结，超期办结", page.Find(".definition").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_WhereTheSourceDiffers_SaysBothAndWhy()
    {
        await using var context = Context(TestCity.Reviewer);

        Assert.Equal("来源显示“无牌”，按阈值推算是“红牌”：法定办结时限7月6日已过。统计以来源为准。", Open(context, "B-NONE").Find("p.near").TextContent);
    }

    [Fact]
    public async Task Case_Unknown_OrOfAnother_IsSaid()
    {
        await using var context = Context(CasesTaken.County);

        Assert.Contains("没有编号为“X-1”的办件", Open(context, "X-1").Markup, StringComparison.Ordinal);
        await using var other = Context(CasesTaken.County);
        Assert.Contains("您没有查看“乙县”数据的权限", Open(other, "B-SOON").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_OfTheUnit_TakesStatementAndObjection()
    {
        await using var context = Context(CasesTaken.County);
        var page = Open(context, "A-OLD");

        await Button(page, "提交说明").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("请选择发牌原因", page.Find(".result-note").TextContent, StringComparison.Ordinal));
        await page.Find("select").ChangeAsync(new ChangeEventArgs { Value = nameof(CardCause.StepOverdue) });
        await page.Find("input[type=date]").ChangeAsync(new ChangeEventArgs { Value = "2020-07-20" });
        await page.FindAll("textarea")[0].InputAsync("现场勘验超时");
        await Button(page, "提交说明").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("整改期限2020年7月20日", page.Find(".messages").TextContent, StringComparison.Ordinal));
        Assert.Equal("", page.FindAll("textarea")[0].GetAttribute("value") ?? "");

        await page.FindAll("textarea")[1].InputAsync("省平台时限设置错误");
        await Button(page, "提交异议").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("答复前不能再提", page.Markup, StringComparison.Ordinal));
        Assert.Contains("甲县提出异议，等待市专班答复：省平台时限设置错误", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("更正发牌原因", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_OfTheTaskForce_AnswersMarksAndCorrects()
    {
        await city.Store<CaseNoteStore>().ObjectAsync(CasesTaken.County, "A-OLD", "省平台时限设置错误", CasesTaken.Now.AddMinutes(-5));
        await using var context = Context(TestCity.Reviewer);
        var page = Open(context, "A-OLD");

        await Button(page, "异议不成立").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("请填写异议不成立的理由", page.Find(".result-note").TextContent, StringComparison.Ordinal));
        await page.Find("textarea").InputAsync("时限无误");
        await Button(page, "异议不成立").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("已答复异议不成立", page.Markup, StringComparison.Ordinal));

        await Button(page, "标记已查").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("今天已经查过", page.Markup, StringComparison.Ordinal));

        await page.Find("select").ChangeAsync(new ChangeEventArgs { Value = nameof(CardCause.NotReturned) });
        await page.Find("input[maxlength='500']").ChangeAsync(new ChangeEventArgs { Value = "已办结，结果未回传" });
        await Button(page, "保存更正").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("办结未回传（市专班认定）", page.Find(".definition").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("提交说明", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_OfAnotherUnitsPeople_ShowsNoForms()
    {
        await using var context = Context(new Actor("管理员", Role.Administrator));

        Assert.Empty(Open(context, "A-OLD").FindAll("textarea, select, button"));
    }

    private PageContext Context(Actor actor) => new(city, actor, CasesTaken.Now);

    private static IRenderedComponent<CasePage> Open(PageContext context, string number) =>
        context.Open<CasePage>(CaseAddresses.Case(number), parameters => parameters.Add(page => page.CaseNo, number));

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<CasePage> page, string text) => page.FindAll("button").First(button => button.TextContent.Trim() == text);
}
