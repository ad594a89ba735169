using Bunit;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace MetricsDashboard.Web.Tests.Pages;

/// <summary>核对: the first week's figures of every unit were sent by a collector.</summary>
public sealed class VerificationTests : IAsyncLifetime
{
    private static readonly Actor Department = new("部门员", Role.Department, "D1");

    private TestCity city = null!;

    public async Task InitializeAsync()
    {
        city = await MyTasksCity.CreateAsync();
        await city.AddPeopleAsync(Department);
    }

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Tasks_OfADepartment_ShowsWhatOthersSentWithItsFile()
    {
        await using var context = new PageContext(city, Department, MyTasksCity.At(8));

        var panel = context.OpenTasks().FindAll(".panel").Single(part => part.TextContent.Contains("数据核对", StringComparison.Ordinal));

        Assert.Contains("未核对3个", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("填报.xlsx", panel.TextContent, StringComparison.Ordinal);
        Assert.Equal(["红牌办件数（件）", "被监察办件数（件）", "事项数（件）"], panel.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.Equal(["—", "12", "基本情况表 C7"], panel.QuerySelectorAll("tbody tr")[0].QuerySelectorAll("td").Take(3).Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task Tasks_OfThoseWhoSendThemselves_HaveNothingToVerify()
    {
        await city.SendAsync();
        await using var own = new PageContext(city, MyTasksCity.Reporter, MyTasksCity.At(9));
        await using var collector = new PageContext(city, TestCity.Collector, MyTasksCity.At(9));

        Assert.DoesNotContain("数据核对", own.OpenTasks($"?week={MyTasksCity.Week}").Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("数据核对", collector.OpenTasks("?unit=D1").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Object_AndConfirmTheRest_IsKeptByWhoAndWhy()
    {
        await using var context = new PageContext(city, Department, MyTasksCity.At(8));
        var page = context.OpenTasks();

        await page.Find("[aria-label=对红牌办件数提出异议]").ClickAsync(new());
        await page.Find(".reason-form textarea").InputAsync("其中2件已撤销，应为10件");
        await page.Find(".reason-form").QuerySelectorAll("button")[0].ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("对红牌办件数的异议已提交市专班", page.Markup, StringComparison.Ordinal));
        await page.ClickAsync("未核对的2个数全部确认无误");

        page.WaitForAssertion(() => Assert.Contains("2个数已确认无误", page.Markup, StringComparison.Ordinal));
        var figures = await city.Store<VerificationStore>().OfWeekAsync(Department, SmallCity.First, "D1");
        Assert.Equal([VerificationState.Objected, VerificationState.Confirmed, VerificationState.Confirmed], figures.Select(figure => figure.State));
        Assert.Equal(("部门员", "其中2件已撤销，应为10件"), (figures[0].Said[0].WrittenBy, figures[0].Said[0].Text));
    }

    [Fact]
    public async Task Page_ByTheReviewer_ListsTheObjectionAndEveryUnitAndExplains()
    {
        await ObjectAsync();
        await using var context = new PageContext(city, TestCity.Reviewer, MyTasksCity.At(9));
        var page = context.Open<VerificationPage>($"/verification?week={SmallCity.First}");
        Assert.Contains("应为10件", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["有异议", "未核对"],
            page.FindAll("[aria-label=各单位核对情况] tbody tr").Where(row => row.QuerySelector("th")!.TextContent.EndsWith('局')).Select(row => row.QuerySelector(".mark")!.TextContent));

        await page.Find("[aria-label=说明甲局红牌办件数不改的原因]").ClickAsync(new());
        await page.Find(".reason-form textarea").InputAsync("撤销的件仍计入");
        await page.Find(".reason-form").QuerySelectorAll("button")[0].ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("没有待答复的异议", page.Markup, StringComparison.Ordinal));
        await using var department = new PageContext(city, Department, MyTasksCity.At(9));
        Assert.Contains("撤销的件仍计入", department.OpenTasks().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adopt_AnObjection_BeginsTheCorrectionOfThatValue()
    {
        await ObjectAsync();
        await using var context = new PageContext(city, TestCity.Reviewer, MyTasksCity.At(9));
        var page = context.Open<VerificationPage>($"/verification?week={SmallCity.First}");

        await page.Find("[aria-label=采纳对甲局红牌办件数的异议]").ClickAsync(new());

        var address = "";
        page.WaitForAssertion(() => Assert.Contains("/submit/correct", address = context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        var correction = context.Open<Correct>(address);
        Assert.Equal("12", correction.Find(".present").TextContent);
        Assert.Equal(VerificationState.Adopted, (await city.Store<VerificationStore>().OfWeekAsync(Department, SmallCity.First, "D1"))[0].State);
    }

    [Theory]
    [InlineData(Role.Drafter, "异议由市专班审核员答复")]
    [InlineData(Role.CountyReporter, "此项内容只向全市范围的角色开放")]
    public async Task Page_ByOthers_IsForReadingOrRefused(Role role, string text)
    {
        await ObjectAsync();
        await using var context = new PageContext(city, new Actor("别人", role, role is Role.CountyReporter ? "C1" : null), MyTasksCity.At(9));

        var page = context.Open<VerificationPage>("/verification");

        Assert.Contains(text, page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[aria-label^=采纳]"));
    }

    private async Task ObjectAsync()
    {
        var figure = (await city.Store<VerificationStore>().OfWeekAsync(Department, SmallCity.First, "D1"))[0];
        await city.Store<VerificationStore>().SayAsync(Department, figure.SubmissionId, [new FigureKey("cards", "D1")], confirm: false, "应为10件", MyTasksCity.At(8));
    }
}
