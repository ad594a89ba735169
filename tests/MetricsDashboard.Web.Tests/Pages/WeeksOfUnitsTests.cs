using Bunit;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Pages;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class WeeksOfUnitsTests
{
    private static readonly ReportingWeek[] Weeks = [.. SmallCity.First.To(SmallCity.First.AddWeeks(1))];

    [Fact]
    public void Of_UnitsWithoutATargetOfTheirOwn_AreJudgedByThatAboveThem()
    {
        var rows = Rows("rate", (8, 400, 300), [("C2", (6, 400, 300)), ("C4", (4, 400, 300))], ("C3", null));

        Assert.Equal("全市目标≤1.00%", rows.Targets);
        Assert.Equal([Light.Yellow, Light.Yellow, Light.Yellow, Light.Green], rows.Units.Select(row => row.Cells[0].Light));
        Assert.Equal(["2.00", "1.50", "2.00", "1.00"], rows.Units.Select(row => row.Cells[0].Value));
        Assert.Equal(new WeekCell("—", false, null, "未报送"), rows.Units[2].Cells[1]);
    }

    [Fact]
    public void Of_ACarriedStock_IsMarked()
    {
        var rows = Rows("items", (8, 400, 300), [], ("C3", null));

        Assert.Equal(new WeekCell("300", true, null, "沿用上周"), rows.Units[2].Cells[1]);
        Assert.Empty(rows.Targets);
    }

    [Fact]
    public void Gap_OfACityAboveItsTarget_SaysWhoFillsItUp()
    {
        var results = SmallCity.Compute((SmallCity.First, SmallCity.All((2, 400, 300), ("C2", (24, 400, 300)), ("C4", (16, 400, 300)))))[0];
        var gap = GapRows.Of(SmallCity.Catalogue, SmallCity.Rate, SmallCity.City, results)!;

        Assert.Equal("补齐前2个单位（乙县、丁县）即可达标。", gap.Sentence);
        Assert.Equal(("乙县", "6.00", "24 ÷ 400", "20", "62.50%"), (gap.Rows[0].Unit.ShortName, gap.Rows[0].Value, gap.Rows[0].Sums, gap.Rows[0].Needed, gap.Rows[0].Share));
        Assert.Equal(("—", "—"), (gap.Rows[^1].Needed, gap.Rows[^1].Share));
        Assert.Equal(["乙县", "丁县", "市级", "甲县", "丙县"], gap.Rows.Select(row => row.Unit.ShortName));
    }

    [Fact]
    public void Gap_WithoutATargetOrWithAUnitLeftOut_IsNone()
    {
        var results = SmallCity.Compute((SmallCity.First, SmallCity.All((20, 400, 300), ("C3", null))))[0];

        Assert.Null(GapRows.Of(SmallCity.Catalogue, SmallCity.Rate, SmallCity.City, results));
        Assert.Null(GapRows.Of(SmallCity.Catalogue, SmallCity.Items, SmallCity.City, results));
        Assert.Null(GapRows.Of(SmallCity.Catalogue, SmallCity.Rate, SmallCity.Catalogue.Unit("C1"), results));
    }

    [Fact]
    public async Task Indicator_ListOfWeeks_SaysEachLightInAWordAndACountySeesItsOwnRow()
    {
        await using var city = await TestCity.CreateAsync(3);
        await using var leader = new PageContext(city, new Actor("领导", Role.Leader));
        await using var county = new PageContext(city, new Actor("甲县填报员", Role.CountyReporter, "C1"));

        var page = Open(leader, "list=weeks");
        Assert.Equal(["甲县", "乙县", "丙县", "丁县"], page.FindAll("table.weeks-of-units tbody th").Select(row => row.TextContent));
        Assert.Equal(["■未达标3.00", "—", "■未达标2.50"], page.FindAll("table.weeks-of-units tbody tr")[2].QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("差距构成", page.Markup, StringComparison.Ordinal);
        var own = Open(county, "list=weeks");
        Assert.Equal(["甲县"], own.FindAll("table.weeks-of-units tbody th").Select(row => row.TextContent));
        Assert.DoesNotContain("差距构成", own.Markup, StringComparison.Ordinal);
    }

    private static WeeksOfUnits Rows(
        string indicator, (long Cards, long Cases, long Items) usual, (string Unit, (long Cards, long Cases, long Items)? Reported)[] first, params (string Unit, (long Cards, long Cases, long Items)? Reported)[] second)
    {
        var results = SmallCity.Compute((Weeks[0], SmallCity.All(usual, first)), (Weeks[1], SmallCity.All(usual, second)));
        var snapshots = results.SelectMany(week => SmallCity.Catalogue.Units.Select(unit => week.Find(indicator, unit.Code)).OfType<Snapshot>());
        List<Week> weeks = [.. Weeks.Select(week => new Week(new ReportingPeriod(week), null))];
        return WeeksOfUnits.Of(SmallCity.Catalogue, SmallCity.Catalogue.Indicator(indicator), "县（市、区）", weeks, snapshots);
    }

    private static IRenderedComponent<IndicatorView> Open(PageContext context, string query) => context.Open<IndicatorView>($"/indicators/rate?{query}", page => page.Add(view => view.Code, "rate"));
}
