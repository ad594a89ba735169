using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Tests.Reporting;
using Xunit;

namespace MetricsDashboard.Tests.Reports;

public sealed class PublishedLookupTests
{
    private static readonly ReportingWeek Week = new(2020, 39);
    private static readonly ReportingWeek First = new(2020, 28);

    [Fact]
    public void RankOf_WordsForARank_IsNone() => Assert.Null(Lookup("red-card-rate,410400,week,2020-W39,,,,全省前三位,,,,").RankOf(Week));

    [Fact]
    public void RankOf_DayOnWhichTheWeekEnds_IsTheWeeks() => Assert.Equal(9, Lookup("red-card-rate,410400,date,2020-09-27,,,9,,,,,").RankOf(Week));

    [Fact]
    public void RankOf_Baseline_IsNotTheWeeks() => Assert.Null(Lookup("red-card-rate,410400,week,2020-W39,36.15,=,15,,yes,6月,,").RankOf(Week));

    [Fact]
    public void LastRankBefore_LaterWeekPublished_DoesNotKnowIt() =>
        Assert.Equal(
            new ProvinceRank(10, new DateOnly(2020, 9, 13)),
            Lookup("red-card-rate,410400,week,2020-W37,,,10,,,,,", "red-card-rate,410400,week,2020-W40,,,3,,,,,").LastRankBefore(Week, First));

    [Fact]
    public void LastRankBefore_BeforeTheFirstWeek_IsNone() => Assert.Null(Lookup("red-card-rate,410400,week,2020-W20,,,10,,,,,").LastRankBefore(Week, First));

    [Fact]
    public void TimesFirst_InterruptedEarlier_CountsTheLastRun() =>
        Assert.Equal(2, Lookup("red-card-rate,410400,week,2020-W36,,,1,,,,,", "red-card-rate,410400,week,2020-W38,,,1,,,,,", "red-card-rate,410400,week,2020-W39,,,1,,,,,").TimesFirst([new ReportingPeriod(Week)], First));

    [Fact]
    public void TimesFirst_MergedWeeksWithOneRank_CountOnce() =>
        Assert.Equal(
            2,
            Lookup("red-card-rate,410400,week,2020-W37,,,1,,,,,", "red-card-rate,410400,week,2020-W39,,,1,,,,,")
                .TimesFirst([new ReportingPeriod(Week.Previous.Previous), new ReportingPeriod(Week.Previous, Week)], First));

    [Fact]
    public void ValueOf_RankAndValueInTwoRows_FindsTheValue() =>
        Assert.Equal(1.02m, Lookup("red-card-rate,410400,week,2020-W39,1.02,=,,,,,,", "red-card-rate,410400,week,2020-W39,,,9,,,,,").ValueOf(Week)!.Value);

    [Theory]
    [InlineData("2020-08", "", "", 2020, 36, true)]
    [InlineData("2020-08", "", "", 2020, 39, true)]
    [InlineData("2020-08", "", "", 2020, 40, false)]
    [InlineData("2020-08", "", "", 2020, 35, false)]
    [InlineData("2020-12", "", "", 2020, 53, true)]
    [InlineData("2020-06", "某通报", "2020-W31", 2020, 31, true)]
    [InlineData("2020-06", "某通报", "2020-W31", 2020, 30, false)]
    [InlineData("2020-06", "某通报", "", 2020, 30, false)]
    public void IsQuotableIn_MonthlyFigure_OnlyInTheIssueInWhichItBelongs(string month, string document, string received, int year, int week, bool quotable) =>
        Assert.Equal(quotable, Lookup($"red-card-rate,410400,month,{month},1,=,2,,,,{document},{received}").QuotableIn(new ReportingPeriod(new ReportingWeek(year, week))).Count > 0);

    private static PublishedLookup Lookup(params string[] rows)
    {
        var scenario = new Scenario();
        foreach (var row in rows) scenario.Publish(row);
        return new PublishedLookup(scenario.Catalogue(), "red-card-rate", Scenario.City);
    }
}
