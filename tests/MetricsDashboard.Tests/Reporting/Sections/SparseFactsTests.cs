using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Reporting;
using MetricsDashboard.Reporting.Documents;
using Xunit;

namespace MetricsDashboard.Tests.Reporting.Sections;

/// <summary>Reports of installations that know little: the first week, no targets, few indicators, units that never reported.</summary>
public sealed class SparseFactsTests
{
    [Fact]
    public void Compose_FirstWeekOfAll_ComparesNothing()
    {
        var report = WeeklyReport.Compose(new Scenario("甲县", "乙区") { FirstWeek = new(2020, 39) }.RedCard("甲县", 1m).RedCard("乙区", 2m).Facts());
        Assert.DoesNotContain("上周", PlainText.Body(report), StringComparison.Ordinal);
        Assert.DoesNotContain("自本期起", PlainText.Body(report), StringComparison.Ordinal);
        Assert.Equal("—", report.Annexes[0].Table.Rows[0].Cells[6].Text);
    }

    [Fact]
    public void Compose_FormsThatWaitedForReviewAtTheLock_NamesThemUnderTheTable()
    {
        var facts = new Scenario("甲县", "乙区", "丙县").RedCard("甲县", 1m).RedCard("乙区", 2m).RedCard("丙县", 2m).Facts();
        var form = new Form("items", "事项表", [UnitKind.County], SuppliedBy.Unit, null, 1, null);
        Unit[] late = [.. facts.Catalogue.Units.Where(unit => unit.Kind is UnitKind.County).Take(2)];
        Assert.DoesNotContain(WeeklyReport.Compose(facts).Annexes[0].Notes, note => note.Contains("待审", StringComparison.Ordinal));

        var report = WeeklyReport.Compose(facts with { Unreviewed = [new UnreviewedForm(form, late)] });

        Assert.Contains("锁定时待审、按未报送处理的：甲县、乙区《事项表》。", report.Annexes[0].Notes);
    }

    [Fact]
    public void Compose_NoTargets_JudgesNothing()
    {
        var report = WeeklyReport.Compose(new Scenario("甲县").RedCard("甲县", 2m, 1m).Facts());
        Assert.DoesNotContain("目标", PlainText.Of(report).Replace("目标值", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(("—", "—"), (report.Annexes[0].Table.Rows[0].Cells[4].Text, report.Annexes[0].Table.Rows[0].Cells[^1].Text));
        Assert.Single(report.Chart!.Series);
    }

    [Fact]
    public void Compose_FewIndicators_NumbersWhatStands()
    {
        var report = WeeklyReport.Compose(new Scenario("甲县").Set(Scenario.City, "yushiban_items_live", 20).Facts());
        Assert.Equal(["一、主要指标情况", "（一）移动端和自助端。", "二、各县（市、区）情况"], report.Body.OfType<Heading>().Select(heading => heading.Text));
    }

    [Fact]
    public void Compose_NobodyReported_SaysThatAlone()
    {
        var report = WeeklyReport.Compose(new Scenario("甲县", "乙区").Reporting("甲县", 2, 0, 0).Reporting("乙区", 2, 0, 0).Facts());
        Assert.Equal("一、各县（市、区）情况\n本周应报送单位2个，均未报送。", string.Join('\n', report.Body.Skip(1).Select(PlainText.Of)));
        Assert.Null(report.Chart);
    }

    [Fact]
    public void Compose_UnitThatNeverReported_LeavesNoJudgementOfTheTotal()
    {
        var report = WeeklyReport.Compose(
            new Scenario("甲县", "乙区").RedCard("甲县", 4m, 3m, 2m, 1m, 0.5m).Reporting("乙区", 2, 0, 0)
                .Target("red-card-rate,410400,2020-W28,,1.00,2.00,目标文件").Publish("red-card-rate,410400,month,2020-06,36.15,=,15,,yes,6月,,").Facts());
        var text = PlainText.Body(report);
        Assert.Contains("乙区未报送，截至9月27日，全市电子监察红牌率按已报送的1个单位计算为0.50%，与上周不可比，不作升降比较。", text, StringComparison.Ordinal);
        foreach (var claim in new[] { "全市红牌率连续", "达到目标要求", "6月", "首次" }) Assert.DoesNotContain(claim, text, StringComparison.Ordinal);
        Assert.Equal(["0.50", "1.00", "—", "—", "—", "—", "—"], report.Annexes[0].Table.Rows[0].Cells.Skip(5).Select(cell => cell.Text));
        Assert.Contains(report.Annexes[0].Notes, note => note.StartsWith("乙区未报送，以下指标按已报送的单位合计，与上周不可比：电子监察红牌率", StringComparison.Ordinal));
        Assert.All(report.Chart is { } chart ? chart.Series[0].Values : [], Assert.Null);
    }

    [Fact]
    public void CityAnnex_IndicatorThatNoSentenceNames_StillHasItsRow()
    {
        var report = WeeklyReport.Compose(new Scenario("甲县").Share("甲县", "ratings_satisfied", "ratings_total", 98m).Facts());
        Assert.Contains(report.Annexes[0].Table.Rows, row => row.Cells[1].Text == "好差评满意率" && row.Cells[5].Text == "98.00");
    }

    [Fact]
    public void CityAnnex_IndicatorNotOfTheReport_HasNone()
    {
        var report = WeeklyReport.Compose(
            new Scenario("甲县") { Indicators = row => row["code"] == "satisfaction-rate" ? Changed(row, "in_report", "no") : row }.Share("甲县", "ratings_satisfied", "ratings_total", 98m).Facts());
        Assert.DoesNotContain(report.Annexes[0].Table.Rows, row => row.Cells[1].Text == "好差评满意率");
    }

    [Fact]
    public void CountyAnnex_SmallBase_StandsApartWithItsReason()
    {
        var report = WeeklyReport.Compose(new Scenario("甲县", "乙区").RedCard("甲县", 1m).Set("乙区", "red_cards", 0).Set("乙区", "cases_monitored", 19).Facts());
        Assert.Equal(("—", "乙区"), (report.Annexes[1].Table.Rows[^2].Cells[0].Text, report.Annexes[1].Table.Rows[^2].Cells[1].Text));
        Assert.Contains("乙区样本不足（纳入电子监察办件数少于20），不参加排名，列于表末。", report.Annexes[1].Notes);
    }

    [Fact]
    public void CountySection_DenominatorZero_ComputesNothing()
    {
        var report = WeeklyReport.Compose(new Scenario("甲县", "乙区").RedCard("甲县", 1m).Set("乙区", "red_cards", 0).Set("乙区", "cases_monitored", 0).Facts());
        Assert.Contains("本周乙区纳入电子监察办件数为零，红牌率不作计算，表中以“—”表示，不参加该项排名。", PlainText.Body(report), StringComparison.Ordinal);
    }

    [Fact]
    public void CountyAnnex_UnitThatIsNotIncluded_IsNamedInTheNote()
    {
        var report = WeeklyReport.Compose(new Scenario("甲县").Unit("X1,汝州市,汝州市,County,410400,30,县（市、区）,no,yes,,").RedCard("甲县", 1m).Facts());
        Assert.Contains("本表不含汝州市，全市数据和排名均未计入。", report.Annexes[1].Notes);
    }

    private static CatalogueRow Changed(CatalogueRow row, string column, string text) =>
        row with { Fields = row.Fields.ToDictionary(field => field.Key, field => field.Key == column ? text : field.Value) };
}
