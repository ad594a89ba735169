using Bunit;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Cases;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Sources;
using MetricsDashboard.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class ThresholdsTests : IAsyncLifetime
{
    private static readonly Actor Administrator = new("管理员", Role.Administrator);

    private TestCity city = null!;

    public async Task InitializeAsync()
    {
        city = await TestCity.CreateAsync(0);
        await city.OpenAsync(SmallCity.First);
    }

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Thresholds_ChangedByAnAdministrator_MoveTheCardsAndAreKept()
    {
        await city.TakeAsync(CasesTaken.Now, CasesTaken.Open("A-1", "C1", "2020-07-08", "2020-08-20"));
        await using var context = new PageContext(city, Administrator, CasesTaken.Now);
        var page = context.Open<ThresholdsPage>(CaseAddresses.Thresholds);

        await page.FindAll("input")[1].ChangeAsync(new ChangeEventArgs { Value = "3" });
        await page.FindAll("input")[2].ChangeAsync(new ChangeEventArgs { Value = "省平台口径" });
        await page.Find("button").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("阈值已修改。", page.Markup, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("正在重新推算", page.Markup, StringComparison.Ordinal));
        Assert.Equal(["DeriveCardsJob"], context.Queued.Select(job => job.Trim()));
        Assert.Empty(await RedAsync());

        // Whoever comes later, or after a new start, sees that it is still to be done; then it is.
        var other = context.Open<ThresholdsPage>(CaseAddresses.Thresholds);
        other.WaitForAssertion(() => Assert.Contains("正在重新推算", other.Markup, StringComparison.Ordinal));
        Assert.Equal(1, await context.Services.GetRequiredService<DerivedCards>().RenewAsync(CasesTaken.Now, default));
        await other.InvokeAsync(() => other.FindComponent<Refresh>().Instance.OnTick.InvokeAsync());
        Assert.Contains("红黄牌已重新推算完", other.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("正在重新推算", context.Open<ThresholdsPage>(CaseAddresses.Thresholds).Markup, StringComparison.Ordinal);
        Assert.Contains("或超过承诺办结时限满3个工作日未办结", page.Find(".headline").TextContent, StringComparison.Ordinal);
        Assert.Contains("依据：省平台口径", page.Find(".messages").TextContent, StringComparison.Ordinal);
        Assert.Equal(["A-1"], await RedAsync());
    }

    [Fact]
    public async Task Thresholds_Faulty_AreRefusedWithASentence()
    {
        await using var context = new PageContext(city, Administrator, CasesTaken.Now);
        var page = context.Open<ThresholdsPage>(CaseAddresses.Thresholds);

        await page.FindAll("input")[0].ChangeAsync(new ChangeEventArgs { Value = "一" });
        await page.Find("button").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("预警的工作日数“一”不是整数", page.Find(".result-note").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Thresholds_OfTheTaskForce_CanOnlyBeReadAndOfOthersNot()
    {
        await using var context = new PageContext(city, TestCity.Reviewer, CasesTaken.Now);
        var page = context.Open<ThresholdsPage>(CaseAddresses.Thresholds);
        Assert.Contains("没有修改过，使用的是默认阈值", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button"));

        await using var county = new PageContext(city, CasesTaken.County, CasesTaken.Now);
        Assert.Contains("只向市专班和管理员开放", county.Open<ThresholdsPage>(CaseAddresses.Thresholds).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_HolidayEnteredAndRemoved_MovesADerivedCard()
    {
        await using var context = new PageContext(city, Administrator, CasesTaken.Now);
        await city.Store<CardThresholdsStore>().ChangeAsync(Administrator, 0, new CardThresholds(1, false, 3), "省平台口径", CasesTaken.Now);
        await city.TakeAsync(CasesTaken.Now, CasesTaken.Open("A-1", "C1", "2020-07-08", "2020-08-20"));
        var (deadlines, cards, day) = (context.Services.GetRequiredService<Deadlines>(), context.Services.GetRequiredService<DerivedCards>(), new DateOnly(2020, 7, 10));
        Assert.Equal(["A-1"], await RedAsync());

        await deadlines.SetAsync(Administrator, [new CalendarDay(day, DayKind.Holiday, "防汛")], CasesTaken.Now, CancellationToken.None);
        await cards.RenewAsync(CasesTaken.Now, CancellationToken.None);
        Assert.Empty(await RedAsync());
        await deadlines.RemoveAsync(Administrator, day, CasesTaken.Now, CancellationToken.None);
        await cards.RenewAsync(CasesTaken.Now, CancellationToken.None);
        Assert.Equal(["A-1"], await RedAsync());
    }

    [Theory]
    [InlineData("red_cards", "cases_monitored", true)]
    [InlineData("cases_completed_in_time", "cases_completed", true)]
    [InlineData("cases_accepted", "", false)]
    public async Task Definition_OfAnIndicatorOfCards_PrintsThresholdsAndRules(string above, string below, bool isPrinted)
    {
        await using var context = new PageContext(city, TestCity.Reviewer, CasesTaken.Now);
        var indicator = SmallCity.Rate with { Formula = Formula.Parse(above, below).Formula };
        var catalogue = new Catalogue(
            1,
            SmallCity.Catalogue.Units,
            [.. new[] { "red_cards", "cases_monitored", "cases_completed_in_time", "cases_completed", "cases_accepted" }.Select(code => SmallCity.Catalogue.Elements[0] with { Code = code, Name = code })],
            [],
            [],
            [],
            []);

        var list = context.Render<DefinitionList>(parameters => parameters
            .Add(list => list.Catalogue, catalogue).Add(list => list.Indicator, indicator).Add(list => list.Scope, SmallCity.City).Add(list => list.Week, SmallCity.First)
            .Add(list => list.Published, []).Add(list => list.Thresholds, CardThresholds.Standard));

        Assert.Equal(isPrinted, list.Markup.Contains(CardThresholds.Standard.Text, StringComparison.Ordinal));
        Assert.Equal(isPrinted, list.Markup.Contains("计到消除为止", StringComparison.Ordinal));
    }

    private async Task<IEnumerable<string>> RedAsync()
    {
        var found = await city.Store<TodayStore>().FindAsync(TestCity.Reviewer, new DateOnly(2020, 7, 14), null, CasesTaken.Now);
        return found.Appeared.Concat(found.Standing).Select(row => row.CaseNo);
    }
}
