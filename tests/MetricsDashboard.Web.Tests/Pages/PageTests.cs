using Bunit;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Web.Components.Charts;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Pages;

namespace MetricsDashboard.Web.Tests.Pages;

/// <summary>A city without weeks, with one week and with twelve; the tests only read them.</summary>
public sealed class Cities : IAsyncLifetime
{
    internal TestCity Empty { get; private set; } = null!;

    internal TestCity OneWeek { get; private set; } = null!;

    internal TestCity TwelveWeeks { get; private set; } = null!;

    internal TestCity With(int weeks) => weeks switch { 0 => Empty, 1 => OneWeek, _ => TwelveWeeks };

    public async Task InitializeAsync() => (Empty, OneWeek, TwelveWeeks) = (await TestCity.CreateAsync(0), await TestCity.CreateAsync(1), await TestCity.CreateAsync(12));

    public async Task DisposeAsync()
    {
        await Empty.DisposeAsync();
        await OneWeek.DisposeAsync();
        await TwelveWeeks.DisposeAsync();
    }
}

public sealed class PageTests(Cities cities) : IClassFixture<Cities>
{
    private static readonly Actor Leader = new("领导", Role.Leader);
    private static readonly Actor County = new("填报员", Role.CountyReporter, "C1");

    [Theory]
    [InlineData(0, "还没有统计周")]
    [InlineData(1, "应报6个单位，实报6个")]
    [InlineData(12, "应报6个单位，实报6个")]
    public async Task Overview_AnyNumberOfWeeks_SaysHowManyReported(int weeks, string text)
    {
        await using var context = new PageContext(cities.With(weeks), Leader);

        Assert.Contains(text, context.Open<Overview>("/").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overview_WeekWithAMissingUnit_NamesItInTheHeadline()
    {
        await using var context = new PageContext(cities.TwelveWeeks, Leader);

        var page = context.Open<Overview>("/?week=2020-W29");

        Assert.Equal("截至7月19日，全市应报6个单位，实报5个；丙县未报送。", page.Find(".headline").TextContent);
    }

    [Fact]
    public async Task Overview_OfAScope_ShowsACardForEveryIndicatorWithItsValue()
    {
        await using var context = new PageContext(cities.TwelveWeeks, Leader);

        var cards = context.Open<Overview>("/?week=2020-W39&unit=C2").FindAll("article.card");

        Assert.Equal(["红牌率0.25%", "事项数311项"], cards.Select(card => card.QuerySelector("h3")!.TextContent + card.QuerySelector(".card-value")!.TextContent));
    }

    [Fact]
    public async Task Overview_ByACounty_ShowsItsOwnUnitAlone()
    {
        await using var context = new PageContext(cities.TwelveWeeks, County);

        var page = context.Open<Overview>("/?unit=CITY");

        Assert.Equal("总览：甲县", page.Find("h1").TextContent);
        Assert.DoesNotContain("乙县", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "还没有统计周")]
    [InlineData(1, "3.00%")]
    [InlineData(12, "0.25%")]
    public async Task Indicator_AnyNumberOfWeeks_ShowsItsValue(int weeks, string text)
    {
        await using var context = new PageContext(cities.With(weeks), Leader);

        Assert.Contains(text, context.Open<IndicatorView>("/indicators/rate", page => page.Add(view => view.Code, "rate")).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Indicator_WeekWithAMissingUnit_ListsItApartFromTheRanking()
    {
        await using var context = new PageContext(cities.TwelveWeeks, Leader);

        var page = context.Open<IndicatorView>("/indicators/rate?week=2020-W29", page => page.Add(view => view.Code, "rate"));

        Assert.Equal("丙县：—（未报送）", Assert.Single(page.FindAll(".apart li")).TextContent);
        Assert.Equal(["甲县", "乙县", "丁县"], page.FindAll("table.ranking tbody th").Select(row => row.TextContent));
    }

    [Fact]
    public async Task Indicator_ChartAndTable_ShowTheSameSpec()
    {
        await using var context = new PageContext(cities.TwelveWeeks, Leader);

        var chart = context.Open<IndicatorView>("/indicators/rate?unit=C3", page => page.Add(view => view.Code, "rate")).FindComponent<TrendChart>().Instance.Spec;
        var table = context.Open<IndicatorView>("/indicators/rate?unit=C3&view=table", page => page.Add(view => view.Code, "rate"));

        Assert.Equal(
            chart.Series[0].Points.Select(point => point.Text).Reverse(),
            table.FindComponent<TrendTable>().FindAll("tbody tr td:nth-child(2)").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Indicator_ComparedUnits_AreDrawnTogether()
    {
        await using var context = new PageContext(cities.TwelveWeeks, Leader);

        var page = context.Open<IndicatorView>("/indicators/rate?with=C1,C2", page => page.Add(view => view.Code, "rate"));

        Assert.Equal(["全市", "甲县", "乙县"], page.FindComponent<TrendChart>().Instance.Spec.Series.Select(series => series.Name));
    }

    [Fact]
    public async Task Indicator_UnknownCode_SaysSo()
    {
        await using var context = new PageContext(cities.OneWeek, Leader);

        Assert.Contains("没有这个指标", context.Open<IndicatorView>("/indicators/nothing", page => page.Add(view => view.Code, "nothing")).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IndicatorList_OfTheCatalogue_LeadsToEveryIndicator()
    {
        await using var context = new PageContext(cities.Empty, Leader);

        Assert.Equal(["/indicators/rate", "/indicators/items"], context.Open<IndicatorList>("/indicators").FindAll("li a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Explain_ANumber_LeadsToFileSheetAndCell()
    {
        await using var context = new PageContext(cities.TwelveWeeks, Leader);

        var page = context.Open<Explain>("/explain?indicator=rate&unit=CITY&week=2020-W39");

        Assert.Contains("= 6 ÷ 2400 × 100% = 0.25%", page.Markup, StringComparison.Ordinal);
        Assert.Contains("文件：填报.xlsx，工作表“基本情况表”，C7", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_AnotherUnitsNumber_IsRefusedInChinese()
    {
        await using var context = new PageContext(cities.TwelveWeeks, County);

        Assert.Contains("没有查看“乙县”数据的权限", context.Open<Explain>("/explain?indicator=rate&unit=C2&week=2020-W39").Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "还没有统计周开放报送")]
    [InlineData(1, "已经关闭，不再接收报送")]
    public async Task Submit_NoOpenWeek_SaysSo(int weeks, string text)
    {
        await using var context = new PageContext(cities.With(weeks), County);

        Assert.Contains(text, context.Open<Submit>("/submit").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_ByAReader_SaysThatThereIsNothingToDo()
    {
        await using var context = new PageContext(cities.OneWeek, Leader);

        Assert.Contains("您的角色没有报送任务", context.Open<Submit>("/submit").Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public async Task Review_NothingWaiting_SaysSo(int weeks)
    {
        await using var context = new PageContext(cities.With(weeks), TestCity.Reviewer);

        Assert.Contains("没有待审核的报送", context.Open<ReviewList>("/review").Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public async Task Weekly_NoReports_SaysSo(int weeks)
    {
        await using var context = new PageContext(cities.With(weeks), Leader);

        Assert.Contains("还没有周报", context.Open<Weekly>("/weekly").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WeekPicker_InTheMiddle_LeadsToBothNeighbours()
    {
        await using var context = new PageContext(cities.TwelveWeeks, Leader);

        var picker = context.Open<Overview>("/?week=2020-W30").FindComponent<WeekPicker>();

        Assert.Equal(["week=2020-W29", "week=2020-W31"], picker.FindAll("a").Select(link => link.GetAttribute("href")!.Split('?')[1]));
        Assert.Equal("第3期（7月20日—7月26日）", picker.Find("option[value='2020-W30']").TextContent);
    }
}
