using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MetricsDashboard.Web.Tests.Browser;

/// <summary>指标: the chart is drawn, its table says what the interface says, and the week stands in the address.</summary>
[Collection(DemoCollection.Name)]
public sealed partial class IndicatorPageTests(DemoServer demo)
{
    private const string Page = "/indicators/red-card-rate?unit=410400";

    [Fact]
    public async Task Chart_OfAnIndicator_IsDrawn()
    {
        await using var visitor = await demo.VisitAsync();
        await visitor.SignInAsync("领导");
        await visitor.GoAsync(Page);

        var canvas = visitor.Page.Locator(".trend-chart canvas");
        await Assertions.Expect(canvas).ToBeVisibleAsync();

        var colours = await canvas.EvaluateAsync<int>(
            """
            canvas => {
              const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
              const seen = new Set();
              for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 0) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
              return seen.size;
            }
            """);
        Assert.True(colours > 20, $"{colours} colours");
        visitor.IsContent();
    }

    [Fact]
    public async Task Table_BesideTheChart_SaysWhatTheInterfaceSays()
    {
        await using var visitor = await demo.VisitAsync();
        await visitor.SignInAsync("领导");
        await visitor.GoAsync(Page);
        await visitor.Link("表").ClickAsync();
        var rows = visitor.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "数据表" }).Locator("tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(12);

        var shown = await rows.Locator("td:nth-child(2)").AllInnerTextsAsync();

        using var api = await demo.ApiAsync();
        using var series = JsonDocument.Parse(await api.GetStringAsync("indicators/red-card-rate/series?unit=410400&from=2020-W28&to=2020-W39"));
        Assert.Equal(series.RootElement.EnumerateArray().Select(row => row.GetProperty("text").GetString() + "%").Reverse(), shown.Select(text => text.Trim()));
    }

    [Fact]
    public async Task WeekPicker_AnotherWeekAndBack_ChangesAddressAndFigures()
    {
        await using var visitor = await demo.VisitAsync();
        await visitor.SignInAsync("领导");
        await visitor.GoAsync(Page);
        var figure = visitor.Page.Locator(".figure-value strong");
        var picker = visitor.Page.GetByLabel("选择统计周");
        await Assertions.Expect(figure).ToHaveTextAsync("1.00%");

        await picker.SelectOptionAsync("2020-W35");
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(WeekThirtyFive());
        await Assertions.Expect(figure).ToHaveTextAsync("9.05%");

        await visitor.Page.GoBackAsync();
        await Assertions.Expect(figure).ToHaveTextAsync("1.00%");
        await Assertions.Expect(picker).ToHaveValueAsync("2020-W39");
        visitor.IsContent();
    }

    [GeneratedRegex("week=2020-W35")]
    private static partial Regex WeekThirtyFive();
}
