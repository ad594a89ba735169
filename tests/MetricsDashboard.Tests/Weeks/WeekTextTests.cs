using MetricsDashboard.Domain.Weeks;
using Xunit;

namespace MetricsDashboard.Tests.Weeks;

/// <summary>Weeks as readers see them.</summary>
public sealed class WeekTextTests
{
    private static readonly ReportingWeek Week = new(2020, 39);

    [Fact]
    public void Issue_WithNumber_NamesItAndItsDays() => Assert.Equal("第12期（9月21日—9月27日）", WeekText.Issue(12, Week));

    [Fact]
    public void Issue_WithoutNumber_IsThePeriod() => Assert.Equal("9月21日—9月27日", WeekText.Issue(null, Week));

    [Fact]
    public void FullPeriod_WithinAYear_NamesTheYearOnce() => Assert.Equal("2020年9月21日—9月27日", WeekText.FullPeriod(Week));

    [Fact]
    public void FullPeriod_AcrossNewYear_NamesBothYears() => Assert.Equal("2020年12月28日—2021年1月3日", WeekText.FullPeriod(new ReportingWeek(2020, 53)));
}
