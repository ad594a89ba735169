using Bunit;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Charts;
using MetricsDashboard.Web.Components.Pages;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class EventPanelTests
{
    private static readonly Actor Drafter = new("拟稿人", Role.Drafter);
    private static readonly DateOnly Shown = SmallCity.First.AddWeeks(1).Monday.AddDays(2);

    [Fact]
    public async Task Indicator_WithEvents_MarksThoseThatConcernItInChartListAndTable()
    {
        await using var city = await TestCity.CreateAsync(3);
        var events = city.Store<EventStore>();
        await events.AddAsync(Drafter, Shown.AddDays(7), "整改通知", "rate", null, TestCity.Moment(SmallCity.First));
        await events.AddAsync(Drafter, Shown, "现场会", null, "C1", TestCity.Moment(SmallCity.First));
        await events.AddAsync(Drafter, Shown, "别的指标的事", "items", null, TestCity.Moment(SmallCity.First));
        await events.AddAsync(Drafter, Shown, "别的县的事", null, "C2", TestCity.Moment(SmallCity.First));
        await using var context = new PageContext(city, new Actor("领导", Role.Leader));

        var page = Open(context, "unit=C1");
        Assert.Equal([("①", 1), ("②", 2)], page.FindComponent<TrendChart>().Instance.Spec.Events.Select(it => (it.Mark, it.At)));
        Assert.Equal(["① 7月15日 现场会（甲县）", "② 7月22日 整改通知"], page.FindAll(".event-list li").Select(item => string.Join(' ', item.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))[..^"（拟稿人登记）".Length]));
        Assert.Equal(2, Open(context, "unit=C1&view=table").FindAll(".event-list li").Count);
        Assert.Empty(page.FindAll(".events details, .events button"));
    }

    [Fact]
    public async Task Panel_OfTheTaskForce_AddsAndWithdraws()
    {
        await using var city = await TestCity.CreateAsync(2);
        await using var context = new PageContext(city, Drafter);
        var page = Open(context, "unit=C1");

        Press(page, "登记");
        page.WaitForAssertion(() => Assert.Contains("请写明是什么事", page.Markup, StringComparison.Ordinal));
        page.Find(".events input.field:not([type=date])").Change("现场会");
        Press(page, "登记");
        page.WaitForAssertion(() => Assert.Contains("现场会（甲县）", page.Find(".event-list").TextContent, StringComparison.Ordinal));

        Press(page, "撤销");
        Press(page, "确认撤销");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".event-list")));
        Assert.Empty(page.FindComponent<TrendChart>().Instance.Spec.Events);
    }

    private static void Press(IRenderedComponent<IndicatorView> page, string text) => page.FindAll(".events button").Single(button => button.TextContent.Trim() == text).Click();

    private static IRenderedComponent<IndicatorView> Open(PageContext context, string query) => context.Open<IndicatorView>($"/indicators/rate?{query}", page => page.Add(view => view.Code, "rate"));
}
