using Bunit;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Components.Reporting;
using static MetricsDashboard.Web.Tests.Pages.MyTasksCity;

namespace MetricsDashboard.Web.Tests.Pages;

/// <summary>甲县 has an account and a contact, 乙县 has neither; the due time has passed and everybody was reminded.</summary>
public sealed class ChasingTests : IAsyncLifetime
{
    private TestCity city = null!;

    public async Task InitializeAsync()
    {
        city = await CreateAsync();
        await city.Store<ContactStore>().AddAsync(Reporter, "C1", new ContactDetails("张三", "填报员", "", "13800000001", "zhang@example.cn", ReminderStage.BeforeDue), At(8));
        await city.Store<ReminderStore>().RemindAsync(Actor.System, WorkCalendar.Plain, At(10), Enum.GetValues<DeliveryChannel>());
    }

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Chasing_AfterTheDueTime_SaysWhomToCallAndWhatWasSent()
    {
        await using var context = new PageContext(city, TestCity.Reviewer, At(11));

        var page = context.Open<ChasingPage>("/reporting/chasing");

        Assert.Contains("有6个单位还没有报齐", page.Find(".headline").TextContent, StringComparison.Ordinal);
        var owing = Row(page, "需要催报的单位", "甲县");
        Assert.Equal("tel:13800000001", owing.QuerySelector("[data-label=联系人] a")!.GetAttribute("href"));
        Assert.Equal("/contacts?unit=C2", Row(page, "需要催报的单位", "乙县").QuerySelector("[data-label=联系人] a")!.GetAttribute("href"));
        Assert.Equal(["逾期催报", "7月20日 10:00", "3人", "待发送", "待发送", "《基本情况表》"], Cells(Row(page, "催报记录", "甲县")));
        Assert.Equal(["逾期催报", "7月20日 10:00", "无账号", "—", "待发送", "《基本情况表》"], Cells(Row(page, "催报记录", "乙县")));
        Assert.Contains("以下单位尚未报送：甲县", page.Find("#reminder").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_Entered_IsListed()
    {
        await using var context = new PageContext(city, TestCity.Reviewer, At(11));
        var page = context.Open<ChasingPage>("/reporting/chasing");
        await page.Find("[aria-label=登记与乙县的通话]").ClickAsync(new());
        await page.Find(".reason-form textarea").InputAsync("王主任答应12时前报送");

        await page.Find(".reason-form button").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("已登记与乙县的通话。", page.Markup, StringComparison.Ordinal));
        Assert.Contains("王主任答应12时前报送", page.Find(".messages").TextContent, StringComparison.Ordinal);
        Assert.Equal("C2", Assert.Single(await city.Store<ReminderStore>().CallsAsync(TestCity.Reviewer, Week)).Unit.Code);
    }

    [Fact]
    public async Task Delivery_GivenUp_SaysWhyAndIsSentAgainByHand()
    {
        var deliveries = city.Store<DeliveryStore>();
        var mail = (await deliveries.ListAsync(TestCity.Reviewer, Week)).Single(row => row.Channel is DeliveryChannel.Mail);
        await deliveries.ClaimAsync(Actor.System, mail.Id, At(10), TimeSpan.FromMinutes(1));
        await deliveries.FailAsync(Actor.System, mail.Id, 1, "邮件服务器拒收收件地址（550）。", retry: false, At(10));
        await using var context = new PageContext(city, TestCity.Reviewer, At(11));
        var page = context.Open<ChasingPage>("/reporting/chasing");
        Assert.Equal("失败", Row(page, "催报记录", "甲县").QuerySelector("[data-label=邮件]")!.TextContent);
        Assert.Contains("邮件服务器拒收收件地址（550）。", page.Markup, StringComparison.Ordinal);

        await page.Find("[aria-label='重新发送邮件zhang@example.cn']").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("待发送", Row(page, "催报记录", "甲县").QuerySelector("[data-label=邮件]")!.TextContent));
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.Signer)]
    [InlineData(Role.CountyReporter)]
    [InlineData(Role.Auditor)]
    public async Task Chasing_OfOthers_IsRefused(Role role)
    {
        await using var context = new PageContext(city, new Actor("某人", role, role is Role.CountyReporter ? "C1" : null), At(11));

        var page = context.Open<ChasingPage>("/reporting/chasing");

        Assert.DoesNotContain("13800000001", page.Markup, StringComparison.Ordinal);
        Assert.Contains("发件箱由市专班和管理员查看", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chasing_EverythingReported_SaysSo()
    {
        await city.SendAsync(Week, SmallCity.All((1, 200, 300)));
        await using var context = new PageContext(city, TestCity.Reviewer, At(11));

        Assert.Contains("没有需要催报的单位", context.Open<ChasingPage>("/reporting/chasing").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_AfterAReminder_SayWhatIsMissingAndAreReadOnceSeen()
    {
        await using var context = new PageContext(city, Reporter, At(11));
        Assert.Equal(1, await city.Store<MessageStore>().UnreadAsync(Reporter));

        var page = context.Open<Messages>("/messages");

        Assert.Equal("甲县逾期未报送（7月13日—7月19日）", page.Find(".messages strong").TextContent);
        Assert.Contains("甲县还有《基本情况表》没有报送", page.Find(".messages p").TextContent, StringComparison.Ordinal);
        Assert.Equal("/submit?unit=C1", page.Find(".messages a").GetAttribute("href"));
        Assert.Equal(0, await city.Store<MessageStore>().UnreadAsync(Reporter));
    }

    private static AngleSharp.Dom.IElement Row(IRenderedComponent<ChasingPage> page, string table, string unit) =>
        page.FindAll($"[aria-label={table}] tbody tr").First(row => row.QuerySelector("th")!.TextContent == unit);

    private static IEnumerable<string> Cells(AngleSharp.Dom.IElement row) => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim());
}
