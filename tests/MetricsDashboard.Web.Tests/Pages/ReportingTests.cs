using Bunit;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Reporting;

namespace MetricsDashboard.Web.Tests.Pages;

/// <summary>Two closed weeks, 丙县 missing in the second; in the third, open one 甲县 has sent, the others have not.</summary>
public sealed class ReportingTests : IAsyncLifetime
{
    private static readonly ReportingWeek Third = SmallCity.First.AddWeeks(2);
    private static readonly Actor Drafter = new("拟稿人", Role.Drafter);

    private TestCity city = null!;

    public async Task InitializeAsync()
    {
        city = await TestCity.CreateAsync(2);
        await city.OpenAsync(Third);
        await city.SendAsync(Third, new Dictionary<string, (long, long, long)> { ["C1"] = (1, 200, 300) });
    }

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Matrix_OfThePeriods_MarksEveryUnitAndItsOnTimeRate()
    {
        await using var context = At(9, TestCity.Reviewer);

        var page = context.Open<ReportingPage>("/reporting");

        Assert.Equal(["按时", "未报", "未到期", "50.00%"], Line(page, "丙县"));
        Assert.Equal(["按时", "按时", "待审", "100.00%"], Line(page, "甲县"));
        Assert.Equal(["县（市、区）", "市直部门"], page.FindAll(".matrix tr.group th").Select(cell => cell.TextContent));
        Assert.Equal("91.67%", page.Find(".matrix tfoot [data-label=按时报送率]").TextContent);
        Assert.Equal("/reporting?week=2020-W29&unit=C3", page.FindAll(".matrix tbody a.bad")[0].GetAttribute("href"));
    }

    [Fact]
    public async Task Matrix_AfterTheDueTime_SaysMissingWhereTimeWasLeft()
    {
        await using var context = At(11, TestCity.Reviewer);

        Assert.Equal(["按时", "未报", "未报", "50.00%"], Line(context.Open<ReportingPage>("/reporting"), "丙县"));
    }

    [Fact]
    public async Task Detail_OfAUnit_SaysHowLateItIs()
    {
        await using var context = At(13, TestCity.Reviewer);

        var row = Assert.Single(context.Open<ReportingPage>("/reporting?week=2020-W30&unit=C2").FindAll("table:not(.matrix) tbody tr"));

        Assert.Contains("未报", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("3小时", row.QuerySelector("[data-label=逾期多久]")!.TextContent);
    }

    [Fact]
    public async Task Reminder_OfTheOpenWeek_NamesWhoHasNotReported()
    {
        await using var context = At(11, TestCity.Reviewer);

        var text = context.Open<ReportingPage>("/reporting").Find("#reminder").TextContent;

        Assert.StartsWith("截至7月27日11时，", text, StringComparison.Ordinal);
        Assert.Contains("以下单位尚未报送：乙县、丙县、丁县、甲局、乙局。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("甲县", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_WhereTheClipboardIsForbidden_SaysWhatToDo()
    {
        await using var context = At(11, TestCity.Reviewer);
        context.JSInterop.Setup<bool>("metrics.copy", "reminder").SetResult(false);
        var page = context.Open<ReportingPage>("/reporting");

        await Button(page, "复制催报名单").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("名单已选中", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Extension_Granted_MovesTheDueTimeAndIsListed()
    {
        await using var context = At(11, TestCity.Reviewer);
        var page = context.Open<ReportingPage>("/reporting");
        await page.Find("[aria-label=给乙县延期]").ClickAsync(new());
        await page.Find(".reason-form textarea").InputAsync("机房停电");

        await Button(page, "批准延期").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("已批准乙县延至", page.Markup, StringComparison.Ordinal));
        var granted = Assert.Single(await city.Store<DutyStore>().ExtensionsAsync(TestCity.Reviewer, Third));
        Assert.Equal(("C2", TestCity.Moment(Third, 17).AddDays(1), "机房停电"), (granted.Unit.Code, granted.Until, granted.Reason));
        Assert.Equal("未到期", Line(page, "乙县")[2]);
        Assert.Contains("已批准的延期", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extension_WithoutAReason_IsRefusedWithASentence()
    {
        await using var context = At(11, TestCity.Reviewer);
        var page = context.Open<ReportingPage>("/reporting");
        await page.Find("[aria-label=给乙县延期]").ClickAsync(new());

        await Button(page, "批准延期").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("请填写延期原因", page.Find(".result-note").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reporting_OfALeader_OffersNothingToDo()
    {
        await using var context = At(18, new Actor("领导", Role.Leader));

        var page = context.Open<ReportingPage>("/reporting");

        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("延期", StringComparison.Ordinal) || button.TextContent.Contains("锁定", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lock_BeforeItsTime_IsNotOffered()
    {
        await using var context = At(16, Drafter);

        Assert.DoesNotContain("仍然锁定", context.Open<ReportingPage>("/reporting").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lock_WhatWaitsOverridden_ClosesTheWeekAfterASecondWord()
    {
        await using var context = At(17, Drafter);
        var page = context.Open<ReportingPage>("/reporting");
        await Button(page, "仍然锁定（待审的按未报送处理）").ClickAsync(new());
        Assert.True((await city.Store<WeekStore>().FindAsync(Drafter, Third))!.IsOpen);

        await Button(page, "确定锁定").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("1件待审的按未报送处理", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        var week = (await city.Store<WeekStore>().FindAsync(Drafter, Third))!;
        Assert.Equal((WeekState.Closed, "拟稿人"), (week.State, week.OverriddenBy));
    }

    [Fact]
    public async Task Lock_OfAReviewer_ShowsWhatWaitsWithoutTheButton()
    {
        await using var context = At(17, TestCity.Reviewer);

        var page = context.Open<ReportingPage>("/reporting");

        Assert.Contains("还有1件待审", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("仍然锁定", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lock_WhileASourceIsSilent_NamesItAndIsOfferedAllTheSame()
    {
        var feed = await SourceFeed.CreateAsync(city);
        foreach (var day in new[] { -96, -72 }) await feed.TakeAsync(day, SourceFeed.Row("A1"));
        await city.Store<SubmissionStore>().AcceptAsync(TestCity.Reviewer, [.. (await city.Store<SubmissionStore>().QueueAsync(TestCity.Reviewer, Third)).Select(row => row.Id)], TestCity.Moment(Third, 16));
        await using var context = At(18, Drafter);
        var page = context.Open<ReportingPage>("/reporting");
        Assert.Contains("还没有报来截至", page.Find("h2").TextContent, StringComparison.Ordinal);

        await Button(page, "仍然锁定（不再等待数据源）").ClickAsync(new());
        await Button(page, "确定锁定").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("已锁定，周报草稿已生成", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
    }

    private PageContext At(int hour, Actor actor) => new(city, actor, TestCity.Moment(Third, hour));

    private static string[] Line(IRenderedComponent<ReportingPage> page, string unit) =>
        [.. page.FindAll(".matrix tbody tr").First(row => row.QuerySelector("th")!.TextContent == unit).QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())];

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<ReportingPage> page, string text) => page.FindAll("button").First(button => button.TextContent.Trim() == text);
}
