using System.Text.RegularExpressions;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Reporting;
using MetricsDashboard.Reporting.Documents;
using Xunit;

namespace MetricsDashboard.Tests.Reporting.Sections;

public sealed partial class WeekThirtyNineTests
{
    private static readonly ReportDocument Report = WeeklyReport.Compose(new WeekThirtyNine().Facts());

    [Theory]
    [InlineData("全市电子监察红牌率1.00%，较6月下降35.15个百分点")]
    [InlineData("全省排名第9位，较6月上升6位")]
    [InlineData("市级“最多跑一次”事项占比99%")]
    [InlineData("不见面审批事项占比71%")]
    [InlineData("“即办件”事项占比31%")]
    [InlineData("市级法定办结时限压缩比75%")]
    [InlineData("单点登录事项占比90%")]
    [InlineData("事项要素完整率保持在99%以上")]
    [InlineData("市级46家单位的1344个政务服务事项，除因场地要求等特殊原因外，全部进驻实体大厅")]
    [InlineData("全市129个乡镇（街道）的2350个村（社区）实现政务服务乡村覆盖")]
    [InlineData("村级便民服务站实现18个事项网上可办")]
    [InlineData("累计提交审核事项89项，其中重点领域67项；完成上架20项")]
    [InlineData("8月“豫事办”注册用户环比增长率位居全省前三位。")]
    [InlineData("引入7个单位17台自助服务设备，可办理70项高频政务服务事项")]
    [InlineData("注册11052人，较上周增加30人，全部完成注册；监管行为数据事项覆盖率68.9%")]
    [InlineData("与6月相比，红牌率由36.15%降至1.00%，下降35.15个百分点；全省排名由第15位升至第9位，上升6位。")]
    [InlineData("城乡一体化示范区尚未成立专班")]
    public void Body_OfTheNotice_SaysItsFigures(string words) => Assert.Contains(words, PlainText.Body(Report), StringComparison.Ordinal);

    [Theory]
    [InlineData("电子监察红牌率", "1.00")]
    [InlineData("“最多跑一次”事项占比", "99.00")]
    [InlineData("不见面审批事项占比", "71.00")]
    [InlineData("“即办件”事项占比", "31.00")]
    [InlineData("法定办结时限压缩比", "75.00")]
    [InlineData("事项要素完整率", "99%以上")]
    [InlineData("“豫事办”平顶山分厅上架事项数", "20")]
    [InlineData("村级网上可办事项数", "18")]
    [InlineData("监管行为数据事项覆盖率", "68.90")]
    public void CityAnnex_OfTheNotice_HoldsTheSameFigures(string indicator, string value) => Assert.Equal(value, CityRow(indicator)[5].Text);

    [Fact]
    public void CityAnnex_RedCardRate_HasTargetRankAndStatus() =>
        Assert.Equal(["全市", "%", "≤1.00", "1.00", "1.35", "下降0.35个百分点", "9", "上升1位", "下降35.15个百分点，位次上升6位", "达标"], CityRow("电子监察红牌率").Skip(2).Select(cell => cell.Text));

    [Fact]
    public void CityAnnex_OnlyABoundIsPublished_HasNoChange() => Assert.Equal("—", CityRow("事项要素完整率")[7].Text);

    [Fact]
    public void CityAnnex_WordsForARank_AreNoRank()
    {
        var row = CityRow("“豫事办”注册用户环比增长率（月）");
        Assert.Equal(("全省前三位", "—"), (row[8].Text, row[9].Text));
    }

    [Fact]
    public void CountyAnnex_VillagesAndTownships_SumToTheNotice() =>
        Assert.Equal(2350, Report.Annexes[1].Table.Rows.Where(row => !row.Total).Sum(row => int.Parse(row.Cells[9].Text, null)));

    [Fact]
    public void CountyAnnex_LastRow_IsTheCityOfTheSentences()
    {
        var last = Report.Annexes[1].Table.Rows[^1];
        Assert.True(last.Total);
        Assert.Equal(["—", "全市", "1.00", "－0.35", "—", "200"], last.Cells.Take(6).Select(cell => cell.Text));
        Assert.Equal(["129", "2350", "2350", "已成立10个", "—"], last.Cells.Skip(7).Select(cell => cell.Text));
    }

    [Fact]
    public void CityAnnex_RuralCoverage_CountsInANote() =>
        Assert.Contains("全市应覆盖乡镇（街道）129个、已覆盖乡镇（街道）129个；应覆盖村（社区）2350个、已覆盖村（社区）2350个。", Report.Annexes[0].Notes);

    [Fact]
    public void Body_FigureOfAnotherMonth_IsNotQuoted() => Assert.DoesNotContain("新增项目", PlainText.Of(Report), StringComparison.Ordinal);

    [Fact]
    public void Body_Headings_AreNumberedWithoutGaps() => Assert.Equal(
        ["一、主要指标情况", "（一）红黄牌。", "（二）事项便利度。", "（三）乡村覆盖。", "（四）移动端和自助端。", "（五）“互联网+监管”。", "二、各县（市、区）情况"],
        Report.Body.OfType<Heading>().Select(heading => heading.Text));

    [Fact]
    public void Body_EveryNumber_CarriesItsLink()
    {
        var plain = Report.Body.OfType<Paragraph>().SelectMany(paragraph => paragraph.Runs).Where(run => run.Link is null);
        Assert.DoesNotContain(plain, run => Number().IsMatch(Dates().Replace(run.Text, "").Replace("市24小时自助政务服务大厅", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Body_Links_PointToTheExplanation() =>
        Assert.All(
            Report.Body.OfType<Paragraph>().SelectMany(paragraph => paragraph.Runs).Where(run => run.Link is not null),
            run => Assert.Matches(@"^/explain\?indicator=[a-z-]+&unit=[0-9A-Z-]+&week=2020-W39$", run.Link));

    [Fact]
    public void Chart_TwelveWeeks_HasRateAndTarget()
    {
        Assert.Equal((12, "7月12日", "9月27日"), (Report.Chart!.Labels.Count, Report.Chart.Labels[0], Report.Chart.Labels[^1]));
        Assert.Equal((1.00m, LineStyle.Dashed, 1.00m), (Report.Chart.Series[0].Values[^1]!.Value, Report.Chart.Series[1].Style, Report.Chart.Series[1].Values[^1]!.Value));
    }

    [Fact]
    public void Masthead_OfTheIssue_NamesIssueUnitAndDate() => Assert.Equal(
        new Masthead("内部资料　注意保存", "提升政务服务能力工作周报", "第12期", "（总第12期）", "平顶山市提升网上政务服务能力优化营商环境工作专班", "2020年9月29日"),
        Report.Masthead);

    [Fact]
    public void Compose_Twice_IsTheSame() => Assert.Equal(ReportDocumentJson.Serialize(Report), ReportDocumentJson.Serialize(WeeklyReport.Compose(new WeekThirtyNine().Facts())));

    [Fact]
    public void Compose_OneCountysRedCardsChange_ChangesSentenceTablesChartAndRank()
    {
        var changed = WeeklyReport.Compose(new WeekThirtyNine().Set("red_cards", "410471", 5).Facts());
        var row = changed.Annexes[1].Table.Rows[0].Cells;
        Assert.Equal(("1", "高新区", "0.36", "5"), (row[0].Text, row[1].Text, row[2].Text, row[5].Text));
        Assert.Equal("0.90", changed.Annexes[0].Table.Rows[0].Cells[5].Text);
        Assert.Equal(0.90m, changed.Chart!.Series[0].Values[^1]);
        Assert.Contains("全市电子监察红牌率0.90%，较6月下降35.25个百分点", PlainText.Body(changed), StringComparison.Ordinal);
        Assert.Contains("全市存量红牌办件180件，较上周减少90件", PlainText.Body(changed), StringComparison.Ordinal);
        Assert.Contains("红牌率由低到高，高新区、宝丰县、叶县位居前三位", PlainText.Body(changed), StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_OneCountyIsSilent_SaysSoEverywhere()
    {
        var report = WeeklyReport.Compose(new WeekThirtyNine().Silent("410404").Facts());
        Assert.Contains("本周应报送单位11个，实际报送10个，石龙区未报送；全市存量数据中石龙区沿用上周数，石龙区不参加本周排名。", PlainText.Body(report), StringComparison.Ordinal);
        Assert.Contains("本周石龙区未完成报送", PlainText.Of(report.Body[0]), StringComparison.Ordinal);
        Assert.Contains("按两周均报送的56个单位计算，较上周下降0.37个百分点", PlainText.Body(report), StringComparison.Ordinal);
        Assert.DoesNotContain("全市红牌率连续", PlainText.Body(report), StringComparison.Ordinal);
        var last = report.Annexes[1].Table.Rows[^2].Cells;
        Assert.Equal(("—", "石龙区", CellMark.Carried, "未报送"), (last[0].Text, last[1].Text, last[2].Mark, last[^1].Text));
        Assert.Equal(CellMark.Carried, report.Annexes[0].Table.Rows[0].Cells[5].Mark);
    }

    [Fact]
    public void Compose_RankNotYetPublished_QuotesTheLastOne()
    {
        var facts = new WeekThirtyNine().Facts();
        var earlier = facts with { Catalogue = Without(facts.Catalogue, figure => figure.Indicator == "red-card-rate" && figure.IsOf(WeekThirtyNine.Last)) };
        var text = PlainText.Body(WeeklyReport.Compose(earlier));
        Assert.Contains("截至编发时，省级尚未公布本周排名，最近一次（9月20日）全省排名第10位。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("第9位", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_DocumentCameInThisWeek_QuotesItInAThemeOfItsOwn()
    {
        var text = PlainText.Body(WeeklyReport.Compose(new WeekThirtyNine().Publish("construction-new-projects,410400,month,2020-07,96,=,3,,,,省工改办通报（第10期）,2020-W39").Facts()));
        Assert.Contains("（六）上级通报情况。\n根据省工改办通报（第10期），平顶山市2020年7月工程建设审批系统当月新增项目96件，全省排名第三。", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_ProvincePublishesAnotherValue_KeepsBoth()
    {
        var report = WeeklyReport.Compose(new WeekThirtyNine().Publish("red-card-rate,410400,week,2020-W39,1.02,=,,,,,,").Facts());
        Assert.Contains("全市红牌率省级通报为1.02%，市专班按同期数据核算为1.00%，相差0.02个百分点。", PlainText.Body(report), StringComparison.Ordinal);
        Assert.Equal("1.00", report.Annexes[0].Table.Rows[0].Cells[5].Text);
        Assert.Contains("全市电子监察红牌率公布值为1.02%，市专班核算为1.00%。", report.Annexes[0].Notes);
    }

    /// <summary>The whole text as it was approved. To change it, read the difference, then replace the file by the one beside the test's assembly.</summary>
    [Fact]
    public void Compose_WholeText_IsAsApproved()
    {
        var actual = PlainText.Of(Report);
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "week-39.txt"), actual);
        Assert.Equal(File.ReadAllText(Approved()), actual);
    }

    private static IReadOnlyList<Cell> CityRow(string indicator) => Report.Annexes[0].Table.Rows.Single(row => row.Cells[1].Text == indicator).Cells;

    private static Catalogue Without(Catalogue catalogue, Func<PublishedFigure, bool> left) => new(
        catalogue.Version, catalogue.Units, catalogue.Elements, catalogue.Forms, catalogue.Indicators, catalogue.Targets, catalogue.PublishedFigures.Where(figure => !left(figure)));

    private static string Approved() => Repository.Path("tests", "MetricsDashboard.Tests", "Reporting", "Sections", "week-39.txt");

    [GeneratedRegex(@"\d")]
    private static partial Regex Number();

    [GeneratedRegex(@"(\d+年)?\d+月(\d+日)?")]
    private static partial Regex Dates();
}
