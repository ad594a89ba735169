using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Reporting;
using MetricsDashboard.Reporting.Documents;
using MetricsDashboard.Tests.Demonstration;
using Xunit;

namespace MetricsDashboard.Tests.Reporting.Sections;

/// <summary>The twelfth issue of the demonstration, from its committed files through the domain.</summary>
public sealed class DemonstrationReportTests
{
    private static readonly ReportDocument Report = Compose();

    [Theory]
    [InlineData("1.00%")]
    [InlineData("第9位")]
    [InlineData("较6月下降35.15个百分点")]
    [InlineData("上升6位")]
    [InlineData("99%")]
    [InlineData("71%")]
    [InlineData("31%")]
    [InlineData("75%")]
    [InlineData("129个乡镇（街道）")]
    [InlineData("2350个村（社区）")]
    [InlineData("完成上架20项")]
    public void Body_TwelfthIssue_SaysTheFiguresOfTheNotice(string words) => Assert.Contains(words, PlainText.Body(Report), StringComparison.Ordinal);

    [Theory]
    [InlineData("电子监察红牌率", "1.00")]
    [InlineData("“最多跑一次”事项占比", "99.00")]
    [InlineData("不见面审批事项占比", "71.00")]
    [InlineData("“即办件”事项占比", "31.00")]
    [InlineData("法定办结时限压缩比", "75.00")]
    [InlineData("“豫事办”平顶山分厅上架事项数", "20")]
    public void CityAnnex_TwelfthIssue_HoldsTheSameFigures(string indicator, string value) =>
        Assert.Equal(value, Report.Annexes[0].Table.Rows.Single(row => row.Cells[1].Text == indicator).Cells[5].Text);

    [Fact]
    public void Body_CountyThatSlippedForWeeks_IsNamedWithItsStreakAndPlace()
    {
        var county = DemoWeeks.Catalogue.Unit(DemoParameters.BadStreakCounty).ShortName;
        Assert.Matches($"{county}红牌率连续[3-9]周上升，.*；连续[2-9]周位居全市末位。", PlainText.Body(Report));
    }

    [Fact]
    public void Body_DutiesOfEarlierWeeksUnknown_ClaimsNoStreakOfReporting() => Assert.EndsWith("本周各县（市、区）均按时报送。", PlainText.Body(Report), StringComparison.Ordinal);

    [Fact]
    public void Body_ZoneWithoutTaskForce_IsNamed() => Assert.Contains("城乡一体化示范区尚未成立专班", PlainText.Body(Report), StringComparison.Ordinal);

    private static ReportDocument Compose()
    {
        var catalogue = DemoWeeks.Catalogue;
        var counties = catalogue.Units.Where(unit => unit.Kind is UnitKind.County && catalogue.TakesPart(unit, DemoWeeks.Last));
        var report = WeeklyReport.Compose(new ReportFacts(
            catalogue, DemoWeeks.Last, 12, 12, null, DemoWeeks.Results[0].Week, DemoWeeks.Results, [.. counties.Select(county => new UnitReporting(county, 2, 2, 0))],
            new Letterhead("提升政务服务能力工作周报", "全市提升政务服务能力工作情况", "市专班", "市委、市政府主要领导", "市专班成员单位", "", "", "", null),
            Demonstration: true));
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "demonstration-week-39.txt"), PlainText.Of(report));
        return report;
    }
}
