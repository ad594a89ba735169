using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Web.Flow;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class FileNamesTests
{
    private static readonly ReportingWeek Week = ReportingWeek.Parse("2020-W39");

    [Fact]
    public void Workbook_OfAnIssue_NamesUnitIssueAndPeriod() =>
        Assert.Equal("甲县_第12期_9月21日—9月27日_报表.xlsx", FileNames.Workbook(SmallCity.Catalogue.Unit("C1"), 12, new ReportingPeriod(Week)));

    [Fact]
    public void Workbook_OfAnOpenWeek_NamesThePeriodAlone() =>
        Assert.Equal("甲县_9月21日—9月27日_报表.xlsx", FileNames.Workbook(SmallCity.Catalogue.Unit("C1"), null, new ReportingPeriod(Week)));

    [Fact]
    public void Workbook_OfAUnitWithForbiddenCharacters_LeavesThemOut() =>
        Assert.Equal("甲_乙_9月21日—9月27日_报表.xlsx", FileNames.Workbook(SmallCity.Catalogue.Unit("C1") with { ShortName = "甲/乙" }, null, new ReportingPeriod(Week)));
}
