using MetricsDashboard.Reporting.Sentences;
using Xunit;

namespace MetricsDashboard.Tests.Reporting.Sentences;

/// <summary>
/// The rows of the model's table: data → exact sentence. Rates stand by the indicator's text_style, as the model's eighth remark says
/// (72.40% is written 72.4% where zeros are trimmed).
/// </summary>
public sealed class ModelSentencesTests
{
    private const string Rate = "red-card-rate";
    private const string Compression = "time-limit-compression";

    [Fact]
    public void Row01_LowerIsBetterFalls_SaysFall() =>
        Says("截至9月27日，全市电子监察红牌率1.00%，较上周下降0.35个百分点。", new Scenario("甲县").RedCard("甲县", 1.35m, 1.00m).Topic(Rate), topic => LatestValue.Sentence(topic, topic.Title));

    [Fact]
    public void Row02_Baseline_ComparesBoth() =>
        Says(
            "与6月相比，红牌率由36.15%降至1.00%，下降35.15个百分点；全省排名由第15位升至第9位，上升6位。",
            new Scenario("甲县").RedCard("甲县", 1.00m)
                .Publish("red-card-rate,410400,month,2020-06,36.15,=,15,,yes,6月,,").Publish("red-card-rate,410400,week,2020-W39,,,9,,,,,").Topic(Rate),
            AgainstBaseline.Sentence);

    [Fact]
    public void Row03_LowerIsBetterRises_SaysRebound() =>
        Says("截至9月27日，甲县红牌率2.46%，较上周上升0.82个百分点，出现反弹。", new Scenario("甲县").RedCard("甲县", 1.64m, 2.46m).Topic(Rate, "甲县"), topic => LatestValue.Sentence(topic, topic.Scope + topic.ShortName));

    [Fact]
    public void Row04_HigherIsBetterRises_SaysImprove() =>
        Says("截至9月27日，甲县法定办结时限压缩比72.4%，较上周提高1.15个百分点。", Compressed("甲县", 71.25m, 72.40m), topic => LatestValue.Sentence(topic, topic.Title));

    [Fact]
    public void Row05_HigherIsBetterFalls_GivesTheReasonThatAPersonWrote() =>
        Says(
            "截至9月27日，乙区事项要素完整率97.8%，较上周下降0.90个百分点，主要是新认领的事项要素尚未填报完整。",
            new Scenario("乙区").Share("乙区", "items_elements_complete", "items_total", 98.70m, 97.80m).Topic("element-completeness", "乙区"),
            topic => LatestValue.Sentence(topic, topic.Title, "新认领的事项要素尚未填报完整"));

    [Fact]
    public void Row06_SeveralUnchanged_SaysItOnce()
    {
        var facts = new Scenario("甲县").Set(Scenario.Own, "kiosk_terminals", 17, 1).Set(Scenario.Own, "kiosk_terminals", 17)
            .Set(Scenario.Own, "kiosk_items", 70, 1).Set(Scenario.Own, "kiosk_items", 70).Facts();
        var own = facts.Catalogue.Unit(Scenario.Own);
        var clause = SeveralValues.Clause([(Topic.Find(facts, "kiosk-terminals", own)!, "自助服务设备"), (Topic.Find(facts, "kiosk-items", own)!, "可办理事项")]);
        Assert.Equal("市24小时自助政务服务大厅自助服务设备17台、可办理事项70项，均与上周持平。", $"市24小时自助政务服务大厅{clause.End()}");
    }

    [Fact]
    public void Row07_ChangeBelowPrecision_SaysNearlyUnchanged() =>
        Says("截至9月27日，乙区不见面审批事项占比62.5%，与上周基本持平。", new Scenario("乙区").Share("乙区", "items_no_visit", "items_on_application", 62.501m, 62.504m).Topic("no-visit-share", "乙区"), topic => LatestValue.Sentence(topic, topic.Title));

    [Fact]
    public void Row08_FirstWeekOfAnIndicator_SaysSo() =>
        Says(
            "网上可办率自本期起纳入统计，截至9月27日为86.3%，暂无上周可比数据。",
            new Scenario("甲县").RedCard("甲县", 1m, 1m).Share("甲县", "items_online", "items_on_application", 86.30m).Topic("online-share"),
            topic => LatestValue.Sentence(topic, topic.Name));

    [Fact]
    public void Row09_CarriedUnit_IsNamedTwice()
    {
        var scenario = new Scenario(Twelve).Reporting("丁区", 2, 0, 0);
        foreach (var county in Twelve) scenario.RedCard(county, county == "丁区" ? [1m, null] : [1m, 1m]);
        var facts = scenario.Facts();
        var clause = Phrase.Join(
            "；",
            ReportingDiscipline.Clause(facts.Reporting, "各县（市、区）", 0, null),
            CarriedUnits.Clause(facts.Catalogue.City, [facts.Catalogue.Unit(scenario.CodeOf("丁区"))], "本周排名", null));
        Assert.Equal("本周应报送单位12个，实际报送11个，丁区未报送；全市存量数据中丁区沿用上周数，丁区不参加本周排名。", clause.End().Text);
    }

    [Fact]
    public void Row10_UnitsLeftOutOfAFlow_AreNotCompared()
    {
        var scenario = new Scenario(Twelve);
        foreach (var county in Twelve)
        {
            scenario.Set(county, "cases_completed", 500, 1);
            if (county is not ("戊县" or "己区")) scenario.Set(county, "cases_completed", county == "甲县" ? 8436 - 9 * 800 : 800);
        }

        Says("戊县、己区未报送，本周全市办结量按已报送的10个单位合计为8436件，与上周不可比，不作升降比较。", scenario.Topic("cases-completed"), topic => LatestValue.Sentence(topic, "全市办结量"));
    }

    [Fact]
    public void Row11_TieInTheMiddle_SharesThePlace()
    {
        var ranked = new Scenario("甲县", "乙区", "丙县", "丁区", "戊县").RedCard("甲县", 0.10m).RedCard("乙区", 0.20m).RedCard("丙县", 0.85m).RedCard("丁区", 0.85m).RedCard("戊县", 3m).Ranked(Rate);
        Assert.Equal("丙县、丁区红牌率均为0.85%，并列第3位。", TiedUnits.Sentence([.. ranked.Where(topic => topic.Now.Rank == 3)]).Text);
    }

    [Fact]
    public void Row12_TieAcrossTheBorderOfTheFirstThree_IsNamed() =>
        Assert.Equal(
            "红牌率由低到高，甲县、乙区位居第1位、第2位，丙县、丁区并列第3位；庚县、辛区、壬县位居后三位。",
            TopAndBottom.Sentence(Ranking(("甲县", 0.1m), ("乙区", 0.2m), ("丙县", 0.3m), ("丁区", 0.3m), ("戊县", 1m), ("己区", 1.1m), ("庚县", 2m), ("辛区", 3m), ("壬县", 4m))).Text);

    [Fact]
    public void Row13_AllEqual_NoRanking()
    {
        var scenario = new Scenario(Twelve);
        for (var i = 0; i < Twelve.Length; i++)
        {
            scenario.Unit($"T{i},示例乡镇{i},示例乡镇{i},Township,{scenario.CodeOf(Twelve[i])},{100 + i},,,yes,,").Set($"T{i}", "village_online_items", 18);
        }

        Assert.Equal("各县（市、区）村级便民服务站网上可办事项均为18项，不作排名。", TiedUnits.AllEqual(scenario.Ranked("village-online-items"), "各县（市、区）", "村级便民服务站网上可办事项").Text);
    }

    [Theory]
    [InlineData(72.40, "甲县法定办结时限压缩比72.4%，高于年度目标（70%）2.40个百分点，完成目标任务。")]
    [InlineData(68.35, "甲县法定办结时限压缩比68.35%，距年度目标（70%）还差1.65个百分点。")]
    [InlineData(70.00, "甲县法定办结时限压缩比70%，达到年度目标（70%）。")]
    public void Row14And15And32_HigherIsBetterAgainstTarget_Judges(double value, string sentence) =>
        Says(sentence, Compressed("甲县", null, (decimal)value, "time-limit-compression,C01,2020-W28,,70,65,目标文件"), topic => AgainstTarget.Sentence(topic, topic.Title));

    [Theory]
    [InlineData("丙县", 0.62, "丙县红牌率0.62%，低于控制目标（1.00%）0.38个百分点，达到目标要求。")]
    [InlineData("丁区", 1.86, "丁区红牌率1.86%，高于控制目标（1.00%）0.86个百分点，未达到目标要求。")]
    public void Row16And17_LowerIsBetterAgainstTarget_Judges(string county, double value, string sentence) =>
        Says(
            sentence,
            new Scenario(county).RedCard(county, (decimal)value).Target("red-card-rate,C01,2020-W28,,1.00,2.00,目标文件").Topic(Rate, county),
            topic => AgainstTarget.Sentence(topic, topic.Scope + topic.ShortName));

    [Fact]
    public void Row18_ProvinceRankRises_SaysPlacesWon() =>
        Says(
            "监管行为数据事项覆盖率68.9%，全省排名第6位，较上周上升2位。",
            new Scenario("甲县").Set(Scenario.City, "supervision_items_claimed", 1000).Set(Scenario.City, "supervision_items_with_data", 689)
                .Publish("supervision-coverage,410400,week,2020-W38,,,8,,,,,").Publish("supervision-coverage,410400,week,2020-W39,,,6,,,,,").Topic("supervision-coverage"),
            topic => Phrase.Join("，", LatestValue.Clause(topic, topic.Name), ProvinceStanding.Clause(topic)).End());

    [Fact]
    public void Row19_RankFallsWhileTheValueImproves_SaysWhy() =>
        Says(
            "全市红牌率1.12%，较上周下降0.08个百分点；全省排名第11位，较上周下降2位，改善幅度小于其他省辖市。",
            new Scenario("甲县").RedCard("甲县", 1.20m, 1.12m)
                .Publish("red-card-rate,410400,week,2020-W38,,,9,,,,,").Publish("red-card-rate,410400,week,2020-W39,,,11,,,,,").Topic(Rate),
            topic => Phrase.Join("；", LatestValue.Clause(topic, topic.Scope + topic.ShortName), ProvinceStanding.Clause(topic)).End());

    [Fact]
    public void Row20_RankUnchanged_SaysSoAndHowLongFirst()
    {
        var scenario = new Scenario("甲县").RedCard("甲县", 1m, 1m).Set(Scenario.City, "yushiban_items_live", 20);
        foreach (var week in new[] { 37, 38, 39 }) scenario.Publish($"yushiban-items-live,410400,week,2020-W{week},,,1,,,,,").Publish($"red-card-rate,410400,week,2020-W{week},,,9,,,,,");
        var red = scenario.Topic(Rate);
        var live = scenario.Topic("yushiban-items-live");
        Assert.Equal(
            "红牌率全省排名第9位，与上周持平；“豫事办”平顶山分厅上架事项继续排名全省第一，已连续3周保持首位。",
            $"{red.ShortName}{ProvinceStanding.Clause(red)}；{Naming.Things(live.Indicator)}{ProvinceStanding.Clause(live).End()}");
    }

    [Fact]
    public void Row21_RankNotYetPublished_QuotesTheLast() =>
        Says(
            "截至编发时，省级尚未公布本周排名，最近一次（9月20日）全省排名第9位。",
            new Scenario("甲县").RedCard("甲县", 1m).Publish("red-card-rate,410400,week,2020-W37,,,10,,,,,").Publish("red-card-rate,410400,week,2020-W38,,,9,,,,,").Topic(Rate),
            ProvinceStanding.NotYetPublished);

    [Fact]
    public void Row22_FallingForWeeks_SaysFromWhereToWhere() =>
        Says("全市红牌率连续4周下降，由3.31%降至1.00%，累计下降2.31个百分点。", new Scenario("甲县").RedCard("甲县", 3.31m, 2.64m, 1.93m, 1.35m, 1.00m).Topic(Rate), LastingMove.Sentence);

    [Fact]
    public void Row23_RisingForWeeksAndLast_SaysBoth() =>
        Says(
            "戊县红牌率连续3周上升，由1.59%升至2.86%，累计上升1.27个百分点；连续2周位居全市末位，已列入台账（2020-ZB-0037）。",
            new Scenario("甲县", "戊县").RedCard("戊县", 1.59m, 1.96m, 2.31m, 2.86m).RedCard("甲县", 2m, 2m, 2m, 2m).Topic(Rate, "戊县"),
            topic => LastingMove.WithLastPlace(topic, "2020-ZB-0037"));

    [Fact]
    public void Row26_StockClearedForTheFirstTime_SaysSo() =>
        Says(
            "本周庚区无新增红牌办件，原有2件全部消除，首次实现红牌清零。",
            new Scenario("庚区") { FirstWeek = new(2020, 38) }.Set("庚区", "red_cards", 2, 1).Set("庚区", "red_cards", 0).Topic("red-cards-outstanding", "庚区"),
            topic => Cleared.Sentence(topic, "红牌办件", "红牌", noneAdded: true));

    [Fact]
    public void Row27_DenominatorZero_ComputesNothing()
    {
        var catalogue = new Scenario("辛县").Catalogue();
        Assert.Equal("本周辛县未收到“好差评”评价，满意率不作计算，表中以“—”表示，不参加该项排名。", ZeroBase.Sentence([catalogue.Unit("C01")], "未收到“好差评”评价", "满意率", null).Text);
    }

    [Fact]
    public void Row28_AllInTime_SaysForHowLong() =>
        Assert.Equal("本周各县（市、区）均按时报送，已连续5周全部按时报送。", ReportingDiscipline.Clause(new Scenario(Twelve).Facts().Reporting, "各县（市、区）", 5, null).End().Text);

    [Fact]
    public void Row29_MonthlyFigureWithDocument_QuotesBoth()
    {
        var catalogue = new Scenario("甲县").Publish("construction-new-projects,410400,month,2020-06,110,=,2,,,,省工改办《关于全省工程建设项目审批制度改革工作进展情况的通报（第9期）》,2020-W30").Catalogue();
        Assert.Equal(
            "根据省工改办《关于全省工程建设项目审批制度改革工作进展情况的通报（第9期）》，平顶山市2020年6月当月新增项目110件，全省排名第二。",
            QuotedFigure.Sentence(catalogue.PublishedFigures[0], catalogue.Indicator("construction-new-projects"), catalogue.City.Name, "当月新增项目", null).Text);
    }

    [Fact]
    public void Row31_NearlyAll_IsNotRoundedUp() =>
        Says(
            "截至9月27日，全市村（社区）覆盖率99.96%，尚有1个村（社区）未覆盖。",
            new Scenario("甲县").Unit("T1,示例乡镇,示例乡镇,Township,C01,100,,,yes,,").Set("T1", "villages_required", 2350).Set("T1", "villages_covered", 2349).Topic("village-coverage"),
            topic => Shortfall.Sentence(topic, topic.Title, "个村（社区）", "未覆盖"));

    [Fact]
    public void Row33_Late_SaysHowLateAndWhatWasAgreed()
    {
        var facts = new Scenario("甲县", "乙区", "丙县").Reporting("甲县", 2, 1, 1, daysLate: 1).Reporting("乙区", 2, 0, 2, extendedTo: new DateOnly(2020, 9, 29)).Facts();
        Assert.Equal("甲县逾期1个工作日报送，乙区经同意延期至9月29日报送，其余单位均按时报送。", ReportingDiscipline.Clause(facts.Reporting, "各县（市、区）", 0, null).End().Text);
    }

    [Fact]
    public void Row36_ProvincePublishesAnotherValue_SaysBoth() =>
        Says(
            "全市红牌率省级通报为1.02%，市专班按同期数据核算为1.00%，相差0.02个百分点，已与省级系统管理员核对，本期以省级通报为准。",
            new Scenario("甲县").RedCard("甲县", 1m).Publish("red-card-rate,410400,week,2020-W39,1.02,=,,,,,,").Topic(Rate),
            topic => ProvincialDifference.Sentence(topic, "已与省级系统管理员核对，本期以省级通报为准"));

    private static readonly string[] Twelve = ["甲县", "乙区", "丙县", "丁区", "戊县", "己区", "庚县", "辛区", "壬县", "癸县", "子县", "丑县"];

    private static void Says(string expected, Topic topic, Func<Topic, Phrase> sentence) => Assert.Equal(expected, sentence(topic).Text);

    private static Topic Compressed(string county, decimal? before, decimal now, string? target = null)
    {
        var scenario = new Scenario(county);
        if (target is not null) scenario.Target(target);
        if (before is { } earlier) scenario.Set(county, "statutory_days", 100_000, 1).Set(county, "promised_days", 100_000 - (long)(earlier * 1000), 1);
        return scenario.Set(county, "statutory_days", 100_000).Set(county, "promised_days", 100_000 - (long)(now * 1000)).Topic(Compression, county);
    }

    private static IReadOnlyList<Topic> Ranking(params (string County, decimal Rate)[] counties)
    {
        var scenario = new Scenario([.. counties.Select(county => county.County)]);
        foreach (var (county, rate) in counties) scenario.RedCard(county, rate);
        return scenario.Ranked(ModelSentencesTests.Rate);
    }
}
