using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Web.Components.Controls;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class WordingTests
{
    private static readonly Unit First = SmallCity.Catalogue.Unit("C1");
    private static readonly Unit Second = SmallCity.Catalogue.Unit("C2");

    [Fact]
    public void Sentence_OneUnitMissing_IsNamed() =>
        Assert.Equal("应报2个单位，实报1个；乙县未报送。", UnitDuties.Sentence([new(First, 1, 1, 0, []), new(Second, 1, 0, 0, ["基本情况表"])]));

    [Fact]
    public void Sentence_WaitingForReview_DoesNotCountAsReported() =>
        Assert.Equal("应报2个单位，实报1个，待审核1个。", UnitDuties.Sentence([new(First, 1, 1, 0, []), new(Second, 1, 0, 1, [])]));

    [Fact]
    public void Sentence_EverybodyReported_SaysSo() =>
        Assert.Equal("应报2个单位，实报2个，各单位均已报送。", UnitDuties.Sentence([new(First, 1, 1, 0, []), new(Second, 1, 1, 0, [])]));

    [Fact]
    public void Sentence_OneUnitAlone_SpeaksOfItsForms() =>
        Assert.Equal("应报2张报表，已接收1张；基本情况表未报送。", UnitDuties.Sentence([new(First, 2, 1, 0, ["基本情况表"])]));

    [Fact]
    public void AgainstLastWeek_ChangeBelowThePrecision_IsNearlyLevel()
    {
        var snapshot = new Snapshot("rate", "CITY", SmallCity.First, 1, 1, 1m, new Coverage(6, 0, 6), null, null, null, new Change(0m, false, 6, true));

        Assert.Equal("与上周基本持平", ChangeText.AgainstLastWeek(SmallCity.Rate, snapshot));
    }

    [Theory]
    [InlineData("a - b", "b", "（甲项 − 乙项）÷ 乙项 × 100%")]
    [InlineData("growth(a)", "", "（本周甲项 − 上周甲项）÷ 上周甲项 × 100%")]
    [InlineData("a + b", "", "甲项 + 乙项")]
    public void Write_Formula_ReadsInTheElementsNames(string numerator, string denominator, string text)
    {
        var formula = Formula.Parse(numerator, denominator).Formula!;

        Assert.Equal(text, FormulaText.Write(formula, term => term.Element == "a" ? "甲项" : "乙项"));
    }

    [Fact]
    public void Rows_PublishedWeek_StandBesideTheComputedValueWithTheDifference()
    {
        var rows = PublishedText.Rows(SmallCity.Catalogue, SmallCity.Rate, SmallCity.City, SmallCity.First.Next, _ => 1.00m);

        Assert.Equal(new PublishedRow("7月13日—7月19日", "1.25%", "全省第9位", "1.00%", "−0.25个百分点", "省通报"), rows[0]);
        Assert.Equal("2020年6月（基期）", rows[^1].Period);
    }

    [Fact]
    public void AgainstBaseline_WeekBeforeTheBaseline_SaysNothing() =>
        Assert.Equal("", PublishedText.AgainstBaseline(SmallCity.Catalogue, SmallCity.Rate, SmallCity.City, 1m, new ReportingPeriod(new ReportingWeek(2020, 10))));

    [Fact]
    public void Of_RateWorseInTwoWeeksRunning_NeedsAttention()
    {
        var weeks = SmallCity.Compute(
            (SmallCity.First, SmallCity.All((2, 200, 1))),
            (SmallCity.First.Next, SmallCity.All((2, 200, 1), ("C1", (3, 200, 1)))),
            (SmallCity.First.AddWeeks(2), SmallCity.All((2, 200, 1), ("C1", (4, 200, 1)))));

        var found = Attention.Of(SmallCity.Catalogue, SmallCity.City, weeks[2], weeks[1], []);

        Assert.Contains("甲县红牌率2.00%，连续两周上升，本周0.50个百分点", found.Select(item => item.Text));
        Assert.DoesNotContain(found, item => item.Kind is AttentionKind.OffTarget);
    }

    [Fact]
    public void Of_UnitWithOpenForms_NeedsAttention()
    {
        var week = SmallCity.Compute((SmallCity.First, SmallCity.All((2, 200, 1))));

        var found = Attention.Of(SmallCity.Catalogue, SmallCity.City, week[0], null, [new UnitDuties(First, 1, 0, 0, ["基本情况表"])]);

        Assert.Equal("甲县未报送：基本情况表", Assert.Single(found).Text);
    }
}
