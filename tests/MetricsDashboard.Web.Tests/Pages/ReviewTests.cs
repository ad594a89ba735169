using Bunit;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class ReviewTests : IAsyncLifetime
{
    private TestCity city = null!;
    private IntakeOutcome sent = null!;

    public async Task InitializeAsync()
    {
        city = await TestCity.CreateAsync(1);
        await city.OpenAsync(SmallCity.First.Next);
        sent = await city.SendAsync(SmallCity.First.Next, SmallCity.All((1, 200, 300), ("C2", (1, 200, 500))));
    }

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Submit_BeforeReporting_SaysHowManyFormsAreLeftAndOffersTheWorkbook()
    {
        await city.OpenAsync(SmallCity.First.AddWeeks(2));
        await using var context = new PageContext(city, new Actor("填报员", Role.CountyReporter, "C1"));

        var page = context.Open<Submit>("/submit?week=2020-W30");

        Assert.Contains("应报1张报表，还有1张未报送", page.Find(".headline").TextContent, StringComparison.Ordinal);
        Assert.Equal("/api/v1/forms/all/workbook?unit=C1&week=2020-W30", page.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public async Task Submit_AfterReporting_SaysThatEverythingWasSent()
    {
        await using var context = new PageContext(city, new Actor("填报员", Role.CountyReporter, "C1"));

        var page = context.Open<Submit>("/submit");

        Assert.Contains("均已报送", page.Find(".headline").TextContent, StringComparison.Ordinal);
        Assert.Equal("已报送，待审核", page.Find("tbody .mark").TextContent);
    }

    [Fact]
    public async Task Submit_Unchanged_SendsTheLastValuesAndLeadsToTheResult()
    {
        await city.OpenAsync(SmallCity.First.AddWeeks(2));
        var county = new Actor("填报员", Role.CountyReporter, "C1");
        await using var context = new PageContext(city, county, Morning(SmallCity.First.AddWeeks(2)));
        var page = context.Open<Submit>("/submit?week=2020-W30");

        await page.Find("button[aria-label='基本情况表与上周一致，确认报送']").ClickAsync(new());

        var upload = Assert.Single(await city.Store<UploadStore>().ListAsync(county, 10));
        Assert.Equal(("与上周一致确认报送.json", SubmissionBasis.Unchanged, IntakeStatus.Queued), (upload.FileName, upload.Basis, upload.Status));
        Assert.EndsWith($"/uploads/{upload.Id}", context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_UnchangedWithoutAnEarlierValue_SaysWhatIsMissingAndSendsNothing()
    {
        await using var empty = await TestCity.CreateAsync(0);
        await empty.OpenAsync(SmallCity.First);
        var county = new Actor("填报员", Role.CountyReporter, "C1");
        await using var context = new PageContext(empty, county, Morning(SmallCity.First));
        var page = context.Open<Submit>("/submit");

        await page.Find("button[aria-label='基本情况表零报告']").ClickAsync(new());

        Assert.Contains("“事项数”以前没有报过", page.Find(".mud-alert").TextContent, StringComparison.Ordinal);
        Assert.Empty(await empty.Store<UploadStore>().ListAsync(county, 10));
    }

    [Fact]
    public async Task Submit_WhatIsSentAlready_CannotBeSaidToBeUnchanged()
    {
        await using var context = new PageContext(city, new Actor("填报员", Role.CountyReporter, "C1"));

        var page = context.Open<Submit>("/submit");

        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("零报告", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Review_OwnSubmissions_CannotBeChosenAndSayWhy()
    {
        await using var context = new PageContext(city, TestCity.Collector);

        var page = context.Open<ReviewList>("/review");

        Assert.All(page.FindAll("tbody input"), box => Assert.True(box.HasAttribute("disabled")));
        Assert.Contains("本人报送，不能自己接收", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_AllChosen_AcceptsThemAndSaysHowMany()
    {
        await using var context = new PageContext(city, TestCity.Reviewer);
        var page = context.Open<ReviewList>("/review");

        await ClickAsync(page, "全部选择");
        await ClickAsync(page, "接收所选6件");

        page.WaitForAssertion(() => Assert.Contains("已接收6件，指标已重新计算", page.Markup, StringComparison.Ordinal));
        Assert.Empty(await city.Store<SubmissionStore>().QueueAsync(TestCity.Reviewer));
    }

    [Fact]
    public async Task Review_SomebodyWasFaster_SaysSoAndAcceptsNothingTwice()
    {
        await using var context = new PageContext(city, TestCity.Reviewer);
        var page = context.Open<ReviewList>("/review");
        await ClickAsync(page, "全部选择");
        await city.AcceptAsync([sent]);

        await ClickAsync(page, "接收所选6件");

        page.WaitForAssertion(() => Assert.Contains("（6件）", page.Find(".result-note").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("已接收6件", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReviewDetail_ValueThatJumped_StandsBesideTheLastOneWithAHint()
    {
        await using var context = new PageContext(city, TestCity.Reviewer);

        var rows = Detail(context, "C2").FindAll("tbody tr");

        Assert.Contains(rows, row => string.Join(' ', row.QuerySelectorAll("td").Take(4).Select(cell => cell.TextContent)) == "500 300 +200 变动较大");
    }

    [Fact]
    public async Task ReviewDetail_OwnSubmission_HasADisabledButtonWithTheReason()
    {
        await using var context = new PageContext(city, TestCity.Collector);

        var page = Detail(context, "C1");

        Assert.True(page.FindAll("button").First(button => button.TextContent.Contains("接收", StringComparison.Ordinal)).HasAttribute("disabled"));
        Assert.Contains("这是您本人报送的", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReviewDetail_Accepted_ShowsTheNewState()
    {
        await using var context = new PageContext(city, TestCity.Reviewer);
        var page = Detail(context, "C1");

        await page.FindAll("button").First(button => button.TextContent.Contains("接收", StringComparison.Ordinal)).ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("已接收（审核员", page.Markup, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("unit=C2", 1)]
    [InlineData("remarkable=1", 5)]
    [InlineData("late=1", 0)]
    [InlineData("form=form", 6)]
    [InlineData("week=2020-W28", 0)]
    public async Task Review_NarrowedByTheAddress_ShowsOnlyThose(string filter, int rows)
    {
        // 甲县 sends again, as last week.
        await city.SendAsync(SmallCity.First.Next, new Dictionary<string, (long, long, long)> { ["C1"] = (12, 400, 300) });
        await using var context = new PageContext(city, TestCity.Reviewer);

        var page = context.Open<ReviewList>("/review?" + filter);

        Assert.Equal(rows, page.FindAll("tbody tr").Count);
        Assert.Contains("待审核6件", page.Find(".headline").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_EachRow_SaysWhatChangedRemarkablyAndWhatWasSentForOthers()
    {
        await using var context = new PageContext(city, TestCity.Reviewer);

        var page = context.Open<ReviewList>("/review");

        Assert.Equal("3个", page.FindAll("tbody tr").First(row => row.QuerySelector("th")!.TextContent == "乙县").QuerySelector("[data-label=变动较大]")!.TextContent);
        Assert.All(page.FindAll("tbody [data-label=报送人]"), cell => Assert.Contains("代报", cell.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Review_SeveralReturned_AllCarryTheOneReason()
    {
        await using var context = new PageContext(city, TestCity.Reviewer);
        var page = context.Open<ReviewList>("/review");
        await ClickAsync(page, "全部选择");
        await ClickAsync(page, "退回所选6件");
        await page.Find("textarea").InputAsync("请核对后重报");

        await ClickAsync(page, "确认退回");

        page.WaitForAssertion(() => Assert.Contains("已退回6件", page.Markup, StringComparison.Ordinal));
        var rows = await city.Store<SubmissionStore>().ListAsync(TestCity.Reviewer, SmallCity.First.Next);
        Assert.All(rows, row => Assert.Equal((SubmissionState.Returned, "请核对后重报"), (row.State, row.Reason)));
    }

    [Fact]
    public async Task Review_ReturnedWithoutAReason_IsRefusedWithASentence()
    {
        await using var context = new PageContext(city, TestCity.Reviewer);
        var page = context.Open<ReviewList>("/review");
        await ClickAsync(page, "全部选择");
        await ClickAsync(page, "退回所选6件");

        await ClickAsync(page, "确认退回");

        page.WaitForAssertion(() => Assert.Contains("请填写退回原因", page.Find(".result-note").TextContent, StringComparison.Ordinal));
        Assert.Equal(6, (await city.Store<SubmissionStore>().QueueAsync(TestCity.Reviewer)).Count);
    }

    [Fact]
    public async Task ReviewDetail_ReturnedAtACell_KeepsTheReasonThereAndTheNextRoundShowsIt()
    {
        await using var context = new PageContext(city, TestCity.Reviewer);
        var page = Detail(context, "C2");
        await Button(page, "退回").ClickAsync(new());
        await page.Find("[aria-label=退回事项数]").ClickAsync(new());
        await page.Find("td textarea").InputAsync("比上周多200件，请核对");
        await Button(page, "确认退回").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("已退回（审核员", page.Markup, StringComparison.Ordinal));
        Assert.Contains("比上周多200件，请核对", page.Find("tbody [data-label=提示] .cell-note").TextContent, StringComparison.Ordinal);

        sent = await city.SendAsync(SmallCity.First.Next, new Dictionary<string, (long, long, long)> { ["C2"] = (1, 200, 310) });
        await using var again = new PageContext(city, TestCity.Reviewer);

        var next = Detail(again, "C2");

        Assert.Contains("第1次退回原因：比上周多200件，请核对", next.Find(".cell-note").TextContent, StringComparison.Ordinal);
        Assert.Contains("第1次报送，退回原因：退回原因见各数", next.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReviewDetail_Remark_StandsBelowForEverybody()
    {
        await using var context = new PageContext(city, new Actor("拟稿人", Role.Drafter));
        var page = Detail(context, "C1");
        await Button(page, "写批注").ClickAsync(new());
        await page.Find("textarea").InputAsync("已电话核实");

        await Button(page, "保存批注").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("批注：已电话核实（拟稿人", page.Find("li").TextContent, StringComparison.Ordinal));
        await using var county = new PageContext(city, new Actor("填报员", Role.CountyReporter, "C1"));
        Assert.Contains("已电话核实", Detail(county, "C1").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReviewDetail_Corrected_ListsTheRequestWithItsState()
    {
        await city.AcceptAsync([sent]);
        await city.Store<CorrectionStore>().RequestAsync(new Actor("填报员", Role.CountyReporter, "C2"), SmallCity.First.Next, "items", "C2", 300, "多报200件", TestCity.Moment(SmallCity.First.Next, 13));
        await using var context = new PageContext(city, TestCity.Reviewer);

        Assert.Contains("500 改为 300，待审批", Detail(context, "C2").Markup, StringComparison.Ordinal);
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<ReviewDetail> page, string text) =>
        page.FindAll("button").First(button => button.TextContent.Trim() == text);

    private static Task ClickAsync(IRenderedComponent<ReviewList> page, string text) =>
        page.FindAll("button").First(button => button.TextContent.Contains(text, StringComparison.Ordinal)).ClickAsync(new());

    private IRenderedComponent<ReviewDetail> Detail(PageContext context, string unit)
    {
        var id = sent.Submissions.First(submission => submission.Unit == unit).Id;
        return context.Open<ReviewDetail>($"/review/{id}", page => page.Add(detail => detail.Id, id));
    }

    /// <summary>Of the day on which a week is due, before the due time.</summary>
    private static DateTimeOffset Morning(ReportingWeek week) => new(week.Next.Monday.ToDateTime(new TimeOnly(8, 0)), TimeSpan.FromHours(8));
}
