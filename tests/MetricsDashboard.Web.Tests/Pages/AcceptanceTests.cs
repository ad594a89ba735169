using Bunit;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Pages;
using static MetricsDashboard.Web.Tests.Pages.MyTasksCity;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class AcceptanceTests : IAsyncLifetime
{
    private static readonly Actor Drafter = new("拟稿人", Role.Drafter);
    private TestCity city = null!;

    public async Task InitializeAsync() => city = await CreateAsync();

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Acceptance_TurnedOnAndOff_SaysWhoDidWhen()
    {
        await using var context = new PageContext(city, Drafter, At(9));
        var page = context.Open<AcceptancePage>("/acceptance");
        Assert.Contains("自动接收没有开启", page.Find(".headline").TextContent, StringComparison.Ordinal);

        await page.ClickAsync("开启自动接收");

        page.WaitForAssertion(() => Assert.Equal("自动接收已开启（拟稿人，7月20日 09:00设置）。", page.Find(".headline").TextContent));
        await page.ClickAsync("关闭自动接收");
        page.WaitForAssertion(() => Assert.Contains("自动接收没有开启", page.Find(".headline").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Acceptance_OfAReviewer_IsToldAndNotChanged()
    {
        await using var context = new PageContext(city, TestCity.Reviewer, At(9));

        var page = context.Open<AcceptancePage>("/acceptance");

        Assert.Empty(page.FindAll("button"));
        Assert.Contains("由管理员和市专班负责人设置", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acceptance_OfACounty_IsRefused()
    {
        await using var context = new PageContext(city, Reporter, At(9));

        Assert.Contains("只向全市范围的角色开放", context.Open<AcceptancePage>("/acceptance").Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    /// <summary>乙县's items jumped; the others have nothing to look at.</summary>
    [Fact]
    public async Task Review_AllWithoutExceptions_AreAcceptedInOneAction()
    {
        await city.SendAsync(Week, SmallCity.All((12, 400, 300), ("C2", (12, 400, 900))));
        await using var context = new PageContext(city, TestCity.Reviewer, At(11));
        var page = context.Open<ReviewList>("/review");

        await page.ClickAsync("接收全部无异常的5件");

        page.WaitForAssertion(() => Assert.Equal(["乙县"], page.FindAll("tbody th").Select(cell => cell.TextContent)));
        Assert.DoesNotContain("无异常的", string.Concat(page.FindAll("button").Select(button => button.TextContent)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_NarrowedToOneUnit_AcceptsWithoutExceptionsOnlyThere()
    {
        await city.SendAsync(Week, SmallCity.All((12, 400, 300)));
        await using var context = new PageContext(city, TestCity.Reviewer, At(11));
        var page = context.Open<ReviewList>("/review?unit=C1");

        await page.ClickAsync("接收全部无异常的1件");

        page.WaitForAssertion(() => Assert.Contains("待审核5件", page.Find(".headline").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("汇总员", Role.CityReviewer)]
    [InlineData("拟稿人", Role.Drafter)]
    public async Task Review_OfWhoMayNotAccept_DoesNotOfferIt(string name, Role role)
    {
        await city.SendAsync(Week, SmallCity.All((12, 400, 300)));
        await using var context = new PageContext(city, new Actor(name, role), At(11));

        var page = context.Open<ReviewList>("/review");

        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("无异常", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReviewDetail_AcceptedBySetting_SaysWhose()
    {
        await city.ReviewItselfAsync();
        await city.AddPeopleAsync(Drafter);
        await city.Store<AcceptanceStore>().SetAsync(Drafter, true, At(8));
        var id = (await city.SendAsync(Week, new Dictionary<string, (long, long, long)> { ["C1"] = (12, 400, 300) }, Reporter)).Submissions[0].Id;
        await city.Store<ReviewStore>().ForwardAsync(CountyReviewer, [id], At(9.5));
        Assert.Equal(1, await city.Store<AcceptanceStore>().AcceptCleanAsync(Actor.System, At(9.75)));
        Assert.Equal(SubmissionState.Accepted, await city.StateAsync());
        await using var context = new PageContext(city, TestCity.Reviewer, At(10));

        var page = context.Open<ReviewDetail>($"/review/{id}", parameters => parameters.Add(detail => detail.Id, id));

        Assert.Contains("已接收：自动接收（按拟稿人的设置），7月20日 09:45", page.Find("dl").TextContent, StringComparison.Ordinal);
    }
}
