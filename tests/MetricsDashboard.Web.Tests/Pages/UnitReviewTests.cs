using Bunit;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using static MetricsDashboard.Web.Tests.Pages.MyTasksCity;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class UnitReviewTests : IAsyncLifetime
{
    private TestCity city = null!;

    public async Task InitializeAsync() => city = await CreateAsync();

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Review_AllInOneAction_GoToTheCity()
    {
        await city.ReviewItselfAsync();
        var id = await city.SendAsync();
        await using var context = new PageContext(city, CountyReviewer, At(11));
        var page = context.OpenTasks();
        Assert.Equal($"/review/{id}", page.Find("[aria-label=待本单位审核] tbody a").GetAttribute("href"));

        await page.ClickAsync("全部审核通过并报送");

        page.WaitForAssertion(() => Assert.Contains("1件审核通过，已报送市专班。", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[aria-label=待本单位审核]"));
        Assert.Equal(SubmissionState.Submitted, await city.StateAsync());
    }

    [Fact]
    public async Task Review_Returned_TellsTheReporterWhy()
    {
        await city.ReviewItselfAsync();
        await city.SendAsync();
        await using var context = new PageContext(city, CountyReviewer, At(11));
        var page = context.OpenTasks();

        await page.ClickAsync("退回修改");
        await page.Find("textarea").ChangeAsync(new() { Value = "办件数漏报" });
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("已退回基本情况表。", page.Markup, StringComparison.Ordinal));
        await using var other = new PageContext(city, Reporter, At(11.1));
        Assert.Equal("退回原因：办件数漏报", other.OpenTasks().Find(".reasons li").TextContent);
    }

    [Fact]
    public async Task Review_WithdrawnInBetween_SaysSoAndShowsHowItStands()
    {
        await city.ReviewItselfAsync();
        var id = await city.SendAsync();
        await using var context = new PageContext(city, CountyReviewer, At(11));
        var page = context.OpenTasks();
        await city.Store<ReviewStore>().WithdrawAsync(Reporter, [id], At(11));

        await page.ClickAsync("全部审核通过并报送");

        page.WaitForAssertion(() => Assert.Contains("当前状态为“已撤回”", page.Find(".result-note").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[aria-label=待本单位审核]"));
    }

    [Fact]
    public async Task Review_ByTheReporter_IsNotOffered()
    {
        await city.ReviewItselfAsync();
        await city.SendAsync();
        await using var context = new PageContext(city, Reporter, At(11));

        var page = context.OpenTasks();

        Assert.Empty(page.FindAll("[aria-label=待本单位审核]"));
        Assert.DoesNotContain("本单位设置", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    public async Task Review_ByADeputy_IsOfferedUntilTheLastDay(int days, int blocks)
    {
        await city.ReviewItselfAsync();
        await city.SendAsync();
        var until = DateOnly.FromDateTime(At(11).DateTime).AddDays(days);
        await city.Store<PracticeStore>().NameDeputyAsync(CountyReviewer, "C1", StandIn.Name, until, At(8));
        await using var context = new PageContext(city, StandIn, At(11));

        Assert.Equal(blocks, context.OpenTasks().FindAll("[aria-label=待本单位审核]").Count);
    }

    [Fact]
    public async Task Settings_ReviewTurnedOn_WhatIsSentWaits()
    {
        await using var context = new PageContext(city, CountyReviewer, At(8));
        var page = context.OpenTasks();

        await page.Find(".unit-settings input[type=checkbox]").ChangeAsync(new() { Value = true });

        page.WaitForAssertion(() => Assert.Contains("今后本单位的报送须经审核人审核后上报。", page.Markup, StringComparison.Ordinal));
        await city.SendAsync();
        Assert.Equal(SubmissionState.CountyReview, await city.StateAsync());
    }

    [Fact]
    public async Task Settings_DeputyNamedAndTakenBack_IsShownAndGone()
    {
        await using var context = new PageContext(city, CountyReviewer, At(8));
        var page = context.OpenTasks();
        Assert.Equal(["", "填报员", "替班"], page.FindAll(".unit-settings form select")[0].QuerySelectorAll("option").Select(option => option.GetAttribute("value")));

        await page.FindAll(".unit-settings form select")[0].ChangeAsync(new() { Value = StandIn.Name });
        await page.FindAll(".unit-settings form select")[1].ChangeAsync(new() { Value = "2" });
        await page.Find(".unit-settings form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("替班，代理至7月22日", page.Find(".unit-settings ul").TextContent, StringComparison.Ordinal));
        await page.ClickAsync("取消代理");
        page.WaitForAssertion(() => Assert.Contains("目前没有代理人", page.Find(".unit-settings").TextContent, StringComparison.Ordinal));
    }
}
