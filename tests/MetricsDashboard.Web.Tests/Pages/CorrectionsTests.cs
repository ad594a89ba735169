using Bunit;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Layout;
using MetricsDashboard.Web.Components.Pages;

namespace MetricsDashboard.Web.Tests.Pages;

/// <summary>甲县 asks for another number of items in the first week, whose report is published.</summary>
public sealed class CorrectionsTests : IAsyncLifetime
{
    private static readonly Actor County = new("填报员", Role.CountyReporter, "C1");
    private static readonly DateTimeOffset Later = TestCity.Moment(SmallCity.First, 20);

    private TestCity city = null!;
    private Guid request;

    public async Task InitializeAsync()
    {
        city = await TestCity.CreateAsync(1);
        var reports = city.Store<ReportStore>();
        await reports.DraftAsync(new Actor("拟稿人", Role.Drafter), SmallCity.First, "{}", TestCity.Moment(SmallCity.First, 18));
        await reports.PublishAsync(
            new Actor("签发人", Role.Signer), SmallCity.First, SmallCity.First.Next.Monday.AddDays(1), "{}", new Dictionary<string, byte[]>(), TestCity.Moment(SmallCity.First, 19));
        request = await city.Store<CorrectionStore>().RequestAsync(County, SmallCity.First, "items", "C1", 290, "重复统计10件", Later);
    }

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Corrections_Waiting_SaysWhatWhyAndWho()
    {
        await using var context = new PageContext(city, TestCity.Reviewer);

        var row = context.Open<Corrections>("/corrections").Find("tbody tr").TextContent;

        Assert.All(["甲县：事项数（件）", "300", "290", "−10", "重复统计10件", "填报员"], part => Assert.Contains(part, row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Corrections_Approved_ChangesTheValueAndMovesBelow()
    {
        await using var context = new PageContext(city, TestCity.Reviewer);
        var page = context.Open<Corrections>("/corrections");

        await page.Find("[aria-label=同意甲县事项数的更正]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("甲县事项数已更正为290", page.Markup, StringComparison.Ordinal));
        Assert.Contains("没有待审批的更正申请", page.Markup, StringComparison.Ordinal);
        Assert.Equal("已更正", page.Find("tbody .mark").TextContent);
    }

    [Fact]
    public async Task Corrections_RejectedWithoutAReason_IsRefusedAndThenTaken()
    {
        await using var context = new PageContext(city, TestCity.Reviewer);
        var page = context.Open<Corrections>("/corrections");
        await page.Find("[aria-label=不同意甲县事项数的更正]").ClickAsync(new());
        await Confirm(page).ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("请填写不同意的原因", page.Find(".result-note").TextContent, StringComparison.Ordinal));

        await page.Find("textarea").InputAsync("请附依据");
        await Confirm(page).ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("请附依据", page.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.Equal(CorrectionState.Rejected, (await city.Store<CorrectionStore>().ListAsync(County, null, null)).Single().State);
    }

    [Fact]
    public async Task Corrections_SomebodyWasFaster_SaysSo()
    {
        await using var context = new PageContext(city, TestCity.Reviewer);
        var page = context.Open<Corrections>("/corrections");
        await city.Store<CorrectionStore>().DecideAsync(TestCity.Collector, request, approve: true, null, Later);

        await page.Find("[aria-label=同意甲县事项数的更正]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("已由汇总员办理", page.Find(".result-note").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Corrections_OfADrafter_CanOnlyBeRead()
    {
        await using var context = new PageContext(city, new Actor("拟稿人", Role.Drafter));

        Assert.Empty(context.Open<Corrections>("/corrections").FindAll("tbody button"));
    }

    [Fact]
    public async Task Weekly_CorrectedSincePublished_SaysHowManyAndLeadsToThem()
    {
        await city.Store<CorrectionStore>().DecideAsync(TestCity.Reviewer, request, approve: true, null, Later);
        await using var context = new PageContext(city, new Actor("领导", Role.Leader));

        var link = context.Open<Weekly>("/weekly").Find("tbody th a");

        Assert.Equal("印发后有1个数据更正", link.TextContent);
        var page = context.Open<Corrections>(link.GetAttribute("href")!);
        Assert.Contains("第1期印发后的数据更正1个", page.Find(".headline").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("tbody tr"));
    }

    [Fact]
    public async Task Menu_OfTheReviewer_CountsWhatWaits()
    {
        await using var context = new PageContext(city, TestCity.Reviewer);

        var count = context.MenuCount(NavigationItems.Corrections);

        count.WaitForAssertion(() => Assert.Equal("1件", count.Find(".menu-count").TextContent));
    }

    private static AngleSharp.Dom.IElement Confirm(IRenderedComponent<Corrections> page) => page.FindAll("button").First(button => button.TextContent.Trim() == "确认不同意");
}
