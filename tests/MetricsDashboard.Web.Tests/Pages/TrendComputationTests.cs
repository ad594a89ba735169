using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Web.Components.Charts;
using MetricsDashboard.Web.Components.Controls;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class TrendComputationTests
{
    private static readonly ReportingWeek[] Weeks = [.. SmallCity.First.To(SmallCity.First.AddWeeks(2))];

    [Fact]
    public void Values_UnitThatDidNotReport_IsAGapAndSaysWhy()
    {
        var spec = Rate(["C1"], null);

        Assert.Null(spec.Series[0].Points[1].Value);
        Assert.Equal("未报送", spec.Series[0].Points[1].Note);
        Assert.Equal(1.00m, spec.Series[0].Points[2].Value);
    }

    [Fact]
    public void Values_TotalWithAUnitLeftOut_IsMarkedAndSaysHowManyReported()
    {
        var point = Rate(["CITY"], null).Series[0].Points[1];

        Assert.True(point.IsMarked);
        Assert.Equal("按已报送的5个单位合计，1个单位未报送", point.Note);
    }

    [Fact]
    public void Values_CarriedStock_IsMarkedAsCarried()
    {
        var results = Results();
        var spec = TrendComputation.Values(SmallCity.Catalogue, SmallCity.Items, [SmallCity.Catalogue.Unit("C1")], Axis(), results);

        Assert.Equal((300m, true, "*沿用上周"), (spec.Series[0].Points[1].Value, spec.Series[0].Points[1].IsMarked, spec.Series[0].Points[1].Note));
    }

    [Fact]
    public void Values_Ratio_ShowsNumeratorAndDenominatorOnHover() => Assert.Equal("12 ÷ 1200", Rate(["CITY"], null).Series[0].Points[0].Parts);

    [Fact]
    public void Values_ScopeWithTarget_HasALabelledTargetLine()
    {
        var spec = Rate(["CITY", "C1"], null);

        Assert.Equal("目标≤1.00%", spec.Target!.Label);
        Assert.All(spec.Target.Values, value => Assert.Equal(1.00m, value));
    }

    [Fact]
    public void Values_ScopeWithoutTarget_HasNoTargetLine() => Assert.Null(Rate(["C1"], null).Target);

    [Fact]
    public void Values_WeekWithIssue_IsHeadedByIssueAndPeriodAndNeverByItsIsoWeek()
    {
        var spec = Rate(["CITY"], 1);

        Assert.Equal("第1期（7月6日—7月12日）", spec.Weeks[0].Heading);
        Assert.DoesNotContain("W28", spec.Summary + string.Concat(spec.Weeks), StringComparison.Ordinal);
    }

    [Fact]
    public void Ranks_Always_AreInvertedWithTheFirstPlaceOnTop()
    {
        var spec = TrendComputation.Ranks(SmallCity.Rate, [SmallCity.Catalogue.Unit("C2")], Axis(), Results());

        Assert.True(spec.IsInverted);
        Assert.Equal("第4位", spec.Series[0].Points[0].Text);
    }

    [Fact]
    public void Csv_OfASpec_ListsEveryValueOfTheChart()
    {
        var spec = Rate(["CITY", "C1"], 1);

        var lines = TrendCsv.Of(spec).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(1 + spec.Weeks.Count * spec.Series.Count, lines.Length);
        Assert.Equal("第1期（7月6日—7月12日）,全市,1.00,%,12,1200,1.00,", lines[1]);
        Assert.Equal("第1期（7月6日—7月12日）,甲县,1.00,%,2,200,,", lines[4]);
    }

    private static TrendSpec Rate(string[] units, int? issue) =>
        TrendComputation.Values(SmallCity.Catalogue, SmallCity.Rate, [.. units.Select(SmallCity.Catalogue.Unit)], Axis(issue), Results());

    private static IReadOnlyList<Week> Axis(int? issue = null) => [.. Weeks.Select((week, at) => new Week(new ReportingPeriod(week), issue + at))];

    private static List<Domain.Indicators.Snapshot> Results() =>
    [
        .. SmallCity.Compute(
            (Weeks[0], SmallCity.All((2, 200, 300), ("C2", (3, 200, 300)), ("C3", (1, 200, 300)))),
            (Weeks[1], SmallCity.All((2, 200, 300), ("C1", null))),
            (Weeks[2], SmallCity.All((2, 200, 300)))).SelectMany(week => week.All),
    ];
}
