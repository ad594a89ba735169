using Bunit;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Pages;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class CalendarTests : IAsyncLifetime
{
    private static readonly Actor Administrator = new("管理员", Role.Administrator);
    private static readonly DateTimeOffset July = TestCity.Moment(SmallCity.First, 8);

    private TestCity city = null!;

    public async Task InitializeAsync()
    {
        city = await TestCity.CreateAsync(0);
        await city.OpenAsync(SmallCity.First);
        await city.Store<CalendarStore>().SetAsync(
            Administrator, [new CalendarDay(new DateOnly(2020, 9, 27), DayKind.Workday, "国庆节"), new CalendarDay(new DateOnly(2020, 10, 1), DayKind.Holiday, "国庆节")], July);
    }

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Calendar_OfAYear_ListsItsDays()
    {
        await using var context = new PageContext(city, Administrator, July);

        var rows = context.Open<CalendarPage>("/calendar").FindAll("tbody tr");

        Assert.Equal(["9月27日星期日调休上班国庆节移除", "10月1日星期四放假国庆节移除"], rows.Select(row => string.Concat(row.Children.Select(cell => cell.TextContent.Trim()))));
    }

    [Fact]
    public async Task Calendar_RangeAdded_MovesTheDeadlineOfTheOpenWeekAndSaysSo()
    {
        await using var context = new PageContext(city, Administrator, July);
        var page = context.Open<CalendarPage>("/calendar");
        await FillAsync(page, "2020-7-13", "2020-7-14", "防汛放假");

        await Button(page, "录入").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("已录入2天。7月6日—7月12日的报送期限由7月13日 10:00改为7月15日 10:00。", page.Markup, StringComparison.Ordinal));
        Assert.Equal(new DateTimeOffset(2020, 7, 15, 10, 0, 0, TimeSpan.FromHours(8)), (await city.Store<WeekStore>().FindAsync(Administrator, SmallCity.First))!.DueAt);
    }

    [Fact]
    public async Task Calendar_DayRemoved_IsAgainWhatItsWeekdaySays()
    {
        await using var context = new PageContext(city, Administrator, July);
        var page = context.Open<CalendarPage>("/calendar");

        await page.Find("[aria-label=移除2020年10月1日]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("已移除2020年10月1日。", page.Markup, StringComparison.Ordinal));
        Assert.Single(page.FindAll("tbody tr"));
    }

    [Theory]
    [InlineData("", "", "国庆节", "请填写开始日期")]
    [InlineData("十月一日", "", "国庆节", "不是日期")]
    [InlineData("2020-10-08", "2020-10-01", "国庆节", "截止日期早于开始日期")]
    [InlineData("2020-10-01", "2021-10-01", "国庆节", "一次最多录入31天")]
    [InlineData("2020-10-01", "", "", "请填写节日名称")]
    public async Task Calendar_FaultyEntry_IsRefusedWithASentence(string from, string to, string name, string sentence)
    {
        await using var context = new PageContext(city, Administrator, July);
        var page = context.Open<CalendarPage>("/calendar");
        await FillAsync(page, from, to, name);

        await Button(page, "录入").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains(sentence, page.Find(".result-note").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public async Task Calendar_NextYearWithoutEntries_IsWarnedOfFromNovember(int month, bool isWarned)
    {
        await using var context = new PageContext(city, Administrator, new DateTimeOffset(2020, month, 2, 9, 0, 0, TimeSpan.FromHours(8)));

        Assert.Equal(isWarned, context.Open<CalendarPage>("/calendar").Markup.Contains("2021年的节假日还没有录入", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calendar_OfTheTaskForce_CanOnlyBeRead()
    {
        await using var context = new PageContext(city, TestCity.Reviewer, July);

        var page = context.Open<CalendarPage>("/calendar");

        Assert.Equal(2, page.FindAll("tbody tr").Count);
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public async Task Calendar_OfACounty_IsNotShown()
    {
        await using var context = new PageContext(city, new Actor("填报员", Role.CountyReporter, "C1"), July);

        Assert.Contains("由市专班和管理员查看", context.Open<CalendarPage>("/calendar").Markup, StringComparison.Ordinal);
    }

    private static async Task FillAsync(IRenderedComponent<CalendarPage> page, string from, string to, string name)
    {
        await page.FindAll("input")[0].ChangeAsync(from);
        await page.FindAll("input")[1].ChangeAsync(to);
        await page.FindAll("input")[2].ChangeAsync(name);
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<CalendarPage> page, string text) => page.FindAll("button").First(button => button.TextContent.Trim() == text);
}
