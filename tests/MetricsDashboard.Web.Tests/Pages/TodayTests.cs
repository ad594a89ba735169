using Bunit;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Cases;
using MetricsDashboard.Web.Components.Layout;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class TodayTests : IAsyncLifetime
{
    private TestCity city = null!;

    public async Task InitializeAsync()
    {
        city = await TestCity.CreateAsync(0);
        await city.OpenAsync(SmallCity.First);
    }

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Today_WithoutCases_SaysWhereTheyComeFrom()
    {
        await using var context = Context(TestCity.Reviewer);

        Assert.Contains("还没有办件数据", context.Open<TodayPage>(CaseAddresses.Today).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Today_OfTheTaskForce_CountsAndListsByUnit()
    {
        await city.TakeCasesAsync();
        await using var context = Context(TestCity.Reviewer);

        var page = context.Open<TodayPage>(CaseAddresses.Today);

        Assert.Equal("全市现有红牌2件：今日新增1件，以前存量1件；今日消除1件；今日已查0件；临红1件。", page.Find(".headline").TextContent);
        Assert.Contains("最近一次采集7月14日 08:30；数据截至7月14日 08:30。", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["今日新增（1件）", "今日消除（1件）", "以前存量（1件）", "临红（1件）"], page.FindAll("h2").Select(heading => heading.TextContent));
        Assert.Equal(["A-NEW", "A-DONE", "A-OLD", "B-SOON"], page.FindAll("tbody th a").Select(link => link.TextContent));
        Assert.Equal(["甲县 1件", "甲县 1件", "甲县 1件", "乙县 1件"], page.FindAll(".group-row th").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("法定时限7月6日，超6个工作日", page.Markup, StringComparison.Ordinal);
        Assert.Contains("7月14日 08:00办结", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Today_CasesChosen_AreMarkedAndCounted()
    {
        await city.TakeCasesAsync();
        await using var context = Context(TestCity.Reviewer);
        var page = context.Open<TodayPage>(CaseAddresses.Today);

        await page.Find("[aria-label=选择办件A-OLD]").ChangeAsync(new ChangeEventArgs { Value = true });
        await page.Find("[aria-label='选择甲县的全部办件：今天零点没有红牌、现在有红牌的办件']").ChangeAsync(new ChangeEventArgs { Value = true });
        await Button(page, "标记已查（2件）").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("已标记2件。", page.Markup, StringComparison.Ordinal));
        Assert.Contains("今日已查2件", page.Find(".headline").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll(".mark.good").Count);
        Assert.Empty(page.FindAll("input[type=checkbox][checked]"));
    }

    [Fact]
    public async Task Today_OfYesterday_CanOnlyBeRead()
    {
        await city.TakeCasesAsync();
        await using var context = Context(TestCity.Reviewer);

        var page = context.Open<TodayPage>($"{CaseAddresses.Today}?day=2020-07-13");

        Assert.Equal("全市2020年7月13日终了有红牌2件：当日新增0件，以前存量2件；当日消除0件；当日已查0件；临红1件。", page.Find(".headline").TextContent);
        Assert.Empty(page.FindAll("input[type=checkbox]"));
        Assert.Contains("day=2020-07-12", page.Find("[aria-label='前一天：2020年7月12日']").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Today_OfACounty_IsItsOwnWithoutMarking()
    {
        await city.TakeCasesAsync();
        await using var context = Context(new Actor("乙县填报员", Role.CountyReporter, "C2"));

        var page = context.Open<TodayPage>(CaseAddresses.Today);

        Assert.StartsWith("乙县现有红牌0件", page.Find(".headline").TextContent, StringComparison.Ordinal);
        Assert.Equal(["B-SOON"], page.FindAll("tbody th a").Select(link => link.TextContent));
        Assert.Empty(page.FindAll("input[type=checkbox]"));
        Assert.Empty(page.FindAll("select"));
    }

    [Fact]
    public async Task Today_UnitInTheAddress_NarrowsAndAnothersIsRefused()
    {
        await city.TakeCasesAsync();
        await using var context = Context(TestCity.Reviewer);
        Assert.Equal(["B-SOON"], context.Open<TodayPage>($"{CaseAddresses.Today}?unit=C2").FindAll("tbody th a").Select(link => link.TextContent));

        await using var other = Context(CasesTaken.County);
        Assert.Contains("您没有查看“乙县”数据的权限", other.Open<TodayPage>($"{CaseAddresses.Today}?unit=C2").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Objection_Waiting_IsCountedInTheMenuAndListed()
    {
        await city.TakeCasesAsync();
        await city.Store<CaseNoteStore>().ObjectAsync(CasesTaken.County, "A-OLD", "省平台时限设置错误", CasesTaken.Now);
        await using var context = Context(TestCity.Reviewer);

        var count = context.MenuCount(NavigationItems.TodaysCards);
        count.WaitForAssertion(() => Assert.Equal("1件异议", count.Find(".menu-count").TextContent));
        var page = context.Open<TodayPage>(CaseAddresses.Today);
        Assert.Contains("省平台时限设置错误", page.Find(".messages").TextContent, StringComparison.Ordinal);
        Assert.Equal("异议待答复", page.Find(".mark.near").TextContent);

        await using var unit = Context(CasesTaken.County);
        Assert.Empty(unit.MenuCount(NavigationItems.TodaysCards).FindAll(".menu-count"));
    }

    [Fact]
    public async Task Differences_OfTheSource_SayWhichMoment()
    {
        await city.TakeCasesAsync();
        await using var context = Context(TestCity.Reviewer);

        var page = context.Open<DifferencesPage>(CaseAddresses.Differences);

        Assert.Contains("不一致的办件1件", page.Find(".headline").TextContent, StringComparison.Ordinal);
        Assert.Contains("无牌→红牌 1件", page.Markup, StringComparison.Ordinal);
        Assert.All(["B-NONE", "乙县", "企业设立登记", "无牌", "红牌", "法定办结时限7月6日已过"], part => Assert.Contains(part, page.FindAll("tbody tr")[^1].TextContent, StringComparison.Ordinal));
        await using var county = Context(CasesTaken.County);
        Assert.Contains("没有差异", county.Open<DifferencesPage>(CaseAddresses.Differences).Markup, StringComparison.Ordinal);
    }

    /// <summary>A unit that has very many is listed whole on its own page alone.</summary>
    [Fact]
    public async Task Today_VeryManyOfAUnit_AreFoldedAndCut()
    {
        await CaseCity.TakeAsync(city, CasesTaken.Now, [.. Enumerable.Range(1, 101).Select(i => CaseCity.Row($"M{i:000}", "C1", "XK-001", "企业设立登记", "2020-07-06", "") with { CaseNo = $"M{i:000}" })]);
        await using var context = Context(TestCity.Reviewer);

        var unit = context.Open<TodayPage>(CaseAddresses.Today).FindAll("details").Single(part => part.QuerySelector("summary")!.TextContent == "甲县（101件）");

        Assert.Equal(100, unit.QuerySelectorAll("tbody th a").Length);
        var all = unit.QuerySelector(".footnote a")!;
        Assert.Equal("甲县的全部101件", all.TextContent);
        Assert.Equal(101, context.Open<TodayPage>(all.GetAttribute("href")!).FindAll("tbody th a").Count);
    }

    private PageContext Context(Actor actor) => new(city, actor, CasesTaken.Now);

    private static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> page, string text)
        where T : IComponent => page.FindAll("button").First(button => button.TextContent.Trim() == text);
}
