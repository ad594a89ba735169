using Bunit;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Layout;
using static MetricsDashboard.Web.Tests.Pages.MyTasksCity;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class MyTasksTests : IAsyncLifetime
{
    private TestCity city = null!;

    public async Task InitializeAsync() => city = await CreateAsync();

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Theory]
    [InlineData(10.0, "未报送")]
    [InlineData(10.001, "未报送，已逾期")]
    public async Task MyTasks_NothingEverSent_IsLateFromTheFirstDueTime(double hour, string state)
    {
        await using var never = await TestCity.CreateAsync(0);
        await never.OpenBeforeAsync(SmallCity.First);
        await using var context = new PageContext(never, Reporter, TestCity.Moment(SmallCity.First, 0).AddHours(hour));

        Assert.Equal(state, context.OpenTasks().Find("tbody .mark").TextContent);
    }

    [Fact]
    public async Task MyTasks_OpenPeriod_ShowsItsHoursWithTheDayOnce()
    {
        await using var context = new PageContext(city, Reporter, At(9));

        var hours = context.OpenTasks().FindAll(".hours div").Select(step => $"{step.QuerySelector("dt")!.TextContent} {step.QuerySelector("dd")!.TextContent}");

        Assert.Equal(["报送期限 7月20日 10:00", "本单位审核 12:00", "市级审核 15:00", "锁定 17:00"], hours);
    }

    [Theory]
    [InlineData(SubmissionState.CountyReview, "待本单位审核")]
    [InlineData(SubmissionState.Submitted, "已报送，待审核")]
    [InlineData(SubmissionState.Accepted, "已接收")]
    [InlineData(SubmissionState.Returned, "已退回")]
    [InlineData(SubmissionState.Withdrawn, "已撤回")]
    public async Task MyTasks_FormInAState_SaysItAndWhenItWasSent(SubmissionState state, string text)
    {
        await BringAsync(state);
        await using var context = new PageContext(city, Reporter, At(9.5));

        var row = context.OpenTasks().Find("tbody tr");

        Assert.Equal(text, row.QuerySelector(".mark")!.TextContent);
        var sent = row.QuerySelector("td[data-label=报送时间]")!.TextContent;
        Assert.Equal(state is SubmissionState.Returned or SubmissionState.Withdrawn ? "7月20日 09:00" : "7月20日 09:00（按时）", sent);
    }

    [Fact]
    public async Task MyTasks_ReturnedForm_ShowsItsReasonAndThoseAtCells()
    {
        var id = await city.SendAsync();
        await city.Store<ReviewStore>().ReturnAsync(TestCity.Reviewer, [id], "请核对", [new CellReason("items", "C1", "比上周少一半")], At(9.5));
        await using var context = new PageContext(city, Reporter, At(9.6));

        Assert.Equal(["退回原因：请核对", "退回原因：“事项数”：比上周少一半"], context.OpenTasks().FindAll(".reasons li").Select(reason => reason.TextContent));
    }

    [Fact]
    public async Task MyTasks_Extension_MovesTheDueTimeAndNamesTheReason()
    {
        await city.Store<DutyStore>().ExtendAsync(TestCity.Reviewer, Week, "C1", At(14), "停电", At(9));
        await using var context = new PageContext(city, Reporter, At(12));

        var row = context.OpenTasks().Find("tbody tr");

        Assert.Equal("7月20日 14:00（已延期，原因：停电）", row.QuerySelector("td[data-label=报送期限]")!.TextContent);
        Assert.Equal("未报送", row.QuerySelector(".mark")!.TextContent);
    }

    [Fact]
    public async Task MyTasks_EarlierPeriodNeverSent_StaysUntilItIsMetAndSaysWhatToDo()
    {
        await city.Store<WeekStore>().CloseAsync(Actor.System, Week, At(17));
        await city.OpenBeforeAsync(Week.Next);
        await using var context = new PageContext(city, Reporter, At(7 * 24 + 9));

        var page = context.OpenTasks();

        var row = page.Find("[aria-label=以前各期未报] tbody tr");
        Assert.Contains("基本情况表", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("已锁定，如需补报请联系市专班办理延期", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("7月20日—7月26日", page.Find(".headline").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MyTasks_EarlierPeriodWithAnExtension_SaysUntilWhenItCanBeSent()
    {
        await city.Store<WeekStore>().CloseAsync(Actor.System, Week, At(17));
        await city.Store<DutyStore>().ExtendAsync(TestCity.Reviewer, Week, "C1", At(40), "停电", At(18));
        await using var context = new PageContext(city, Reporter, At(30));

        var row = context.OpenTasks().Find("[aria-label=以前各期未报] tbody tr");

        Assert.Contains("7月21日 16:00前可以报送（原因：停电）", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("week=2020-W29", row.QuerySelector("a[download]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MyTasks_TwoOpenPeriods_TheOldestIsTheOnlyCurrentOne()
    {
        await city.OpenBeforeAsync(Week.Next);
        await using var context = new PageContext(city, Reporter, At(9));

        var page = context.OpenTasks();

        Assert.Contains("7月13日—7月19日", page.Find(".headline").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[aria-label=以前各期未报]"));
    }

    [Fact]
    public async Task MyTasks_ClosedPeriodChosen_ShowsItsHistoryWithoutAnythingToSend()
    {
        await using var context = new PageContext(city, Reporter, At(9));

        var page = context.OpenTasks("?week=2020-W28");

        Assert.Equal("已接收", page.Find("tbody .mark").TextContent);
        Assert.Empty(page.FindAll(".steps"));
        Assert.DoesNotContain("撤回", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_Waiting_TakesItBackAndSaysSo()
    {
        await city.SendAsync();
        await using var context = new PageContext(city, Reporter, At(9.5));
        var page = context.OpenTasks();

        await page.ClickAsync("撤回");

        page.WaitForAssertion(() => Assert.Equal("已撤回", page.Find("tbody .mark").TextContent));
        Assert.Contains("已撤回基本情况表", page.Find(".result-note").TextContent, StringComparison.Ordinal);
        Assert.Equal(SubmissionState.Withdrawn, await city.StateAsync());
    }

    [Fact]
    public async Task Withdraw_SomebodyAcceptedInBetween_SaysSoAndShowsHowItStands()
    {
        var id = await city.SendAsync();
        await using var context = new PageContext(city, Reporter, At(9.5));
        var page = context.OpenTasks();
        await city.Store<SubmissionStore>().AcceptAsync(TestCity.Reviewer, [id], At(9.5));

        await page.ClickAsync("撤回");

        page.WaitForAssertion(() => Assert.Equal("已接收", page.Find("tbody .mark").TextContent));
        Assert.Contains("已经接收，不能再退回或撤回", page.Find(".result-note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_AfterTheDueTime_AsksFirstBecauseTheTimeIsLost()
    {
        await city.SendAsync();
        await using var context = new PageContext(city, Reporter, At(11));
        var page = context.OpenTasks();
        var dialogs = context.Render<MudBlazor.MudDialogProvider>();

        var asked = page.ClickAsync("撤回");
        dialogs.WaitForAssertion(() => Assert.Contains("撤回后重新报送的按逾期计", dialogs.Markup, StringComparison.Ordinal));
        Assert.Equal(SubmissionState.Submitted, await city.StateAsync());
        await dialogs.FindAll("button").Single(button => button.TextContent == "撤回").ClickAsync(new());
        await asked;

        Assert.Equal(SubmissionState.Withdrawn, await city.StateAsync());
        page.WaitForAssertion(() => Assert.Equal("已撤回，已逾期", page.Find("tbody .mark").TextContent));
    }

    [Theory]
    [InlineData(16.99, 1)]
    [InlineData(17.0, 0)]
    public async Task Withdraw_IsOfferedUntilTheLock(double hour, int buttons)
    {
        await city.SendAsync();
        await using var context = new PageContext(city, Reporter, At(hour));

        Assert.Equal(buttons, context.OpenTasks().FindAll("tbody button").Count(button => button.TextContent.Contains("撤回", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(null, "1张未报")]
    [InlineData(SubmissionState.Returned, "1张未报")]
    [InlineData(SubmissionState.Submitted, "")]
    public async Task Menu_OfACounty_CountsWhatIsStillToBeSent(SubmissionState? state, string text)
    {
        if (state is { } reached) await BringAsync(reached);
        await using var context = new PageContext(city, Reporter, At(9.5));

        Assert.Equal(text, string.Concat(context.MenuCount(NavigationItems.MyTasks).FindAll(".menu-count").Select(count => count.TextContent)));
    }

    private async Task BringAsync(SubmissionState state)
    {
        if (state is SubmissionState.CountyReview) await city.ReviewItselfAsync();
        var id = await city.SendAsync();
        var (review, submissions) = (city.Store<ReviewStore>(), city.Store<SubmissionStore>());
        if (state is SubmissionState.Accepted) await submissions.AcceptAsync(TestCity.Reviewer, [id], At(9.5));
        if (state is SubmissionState.Returned) await review.ReturnAsync(TestCity.Reviewer, [id], "请核对", [], At(9.5));
        if (state is SubmissionState.Withdrawn) await review.WithdrawAsync(Reporter, [id], At(9.2));
    }
}
