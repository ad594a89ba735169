using Bunit;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Components.Units;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class UnitPageTests(Cities cities) : IClassFixture<Cities>
{
    private static readonly Actor Leader = new("领导", Role.Leader);
    private static readonly Actor County = new("填报员", Role.CountyReporter, "C1");

    [Theory]
    [InlineData(0, "还没有统计周")]
    [InlineData(1, "第1位/4")]
    [InlineData(12, "第1位/4")]
    public async Task Page_AnyNumberOfWeeks_Renders(int weeks, string text)
    {
        await using var context = new PageContext(cities.With(weeks), Leader);

        Assert.Contains(text, context.Open<UnitPage>("/units?unit=C1").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ByACounty_ShowsItsPlaceAndTheMedianAndNoOtherUnit()
    {
        await using var context = new PageContext(cities.TwelveWeeks, County);

        var page = context.Open<UnitPage>("/units");

        Assert.Equal("示例市甲县", page.Find("h1").TextContent);
        Assert.Contains("中位数", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("乙县", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("以后先显示", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAnotherUnitByACounty_SaysThatItMayNot()
    {
        await using var context = new PageContext(cities.TwelveWeeks, County);

        Assert.Contains("没有查看它的权限", context.Open<UnitPage>("/units?unit=C2").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_EveryValue_IsTheOneOfTheIndicatorsPage()
    {
        await using var context = new PageContext(cities.TwelveWeeks, Leader);

        var row = context.Open<UnitPage>("/units?unit=C2&week=2020-W39").FindAll("tbody tr:not(.group)")[0];
        var indicator = context.Open<IndicatorView>("/indicators/rate?unit=C2&week=2020-W39", page => page.Add(view => view.Code, "rate"));

        Assert.Equal(indicator.Find(".figure-value strong").TextContent, row.QuerySelector("[data-label=本周值]")!.TextContent.Trim());
    }

    [Theory]
    [InlineData(0, "还没有统计周")]
    [InlineData(1, "甲县")]
    [InlineData(12, "甲县")]
    public async Task Theme_AnyNumberOfWeeks_ListsTheUnits(int weeks, string text)
    {
        await using var context = new PageContext(cities.With(weeks), Leader);

        Assert.Contains(text, context.Open<ThemePage>("/themes/JC", page => page.Add(theme => theme.Letters, "JC")).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Theme_ByACounty_ListsItAlone()
    {
        await using var context = new PageContext(cities.TwelveWeeks, County);

        var page = context.Open<ThemePage>("/themes/JC", page => page.Add(theme => theme.Letters, "JC"));

        Assert.Equal(["甲县"], page.FindAll("table.units tbody th").Select(row => row.TextContent));
    }

    [Fact]
    public async Task Theme_Unknown_SaysSo()
    {
        await using var context = new PageContext(cities.TwelveWeeks, Leader);

        Assert.Contains("没有这个专题", context.Open<ThemePage>("/themes/QQ", page => page.Add(theme => theme.Letters, "QQ")).Markup, StringComparison.Ordinal);
    }
}
