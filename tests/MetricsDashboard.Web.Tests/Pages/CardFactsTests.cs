using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Web.Components.Controls;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class CardFactsTests
{
    private static readonly ReportingWeek[] Weeks = [SmallCity.First, SmallCity.First.Next];

    [Fact]
    public void Of_FallingRateWhereLowerIsBetter_SaysSoInPointsAndWords()
    {
        var card = Card(SmallCity.All((2, 200, 300)), SmallCity.All((1, 200, 300)));

        Assert.Equal("0.50%", card.Value);
        Assert.Equal("较上周下降0.50个百分点", card.Change);
        Assert.Equal("向好", card.Goodness.Word());
    }

    [Fact]
    public void Of_ValueBeyondItsTarget_SaysTheDistance()
    {
        var card = Card(SmallCity.All((2, 200, 300)), SmallCity.All((6, 200, 300)));

        Assert.Equal(Light.Red, card.Light);
        Assert.Equal("目标≤1.00%，距目标还差2.00个百分点", card.Target);
    }

    [Fact]
    public void Of_PublishedRanks_SayPlaceAndMovement() =>
        Assert.Contains("全省第9位（公布），较上周上升3位", Card(SmallCity.All((2, 200, 300)), SmallCity.All((2, 200, 300))).Places);

    [Fact]
    public void Of_Baseline_IsComparedInPointsAndPlaces() => Assert.Equal(
        "较6月下降35.15个百分点；全省由第15位升至第9位", Card(SmallCity.All((2, 200, 300)), SmallCity.All((2, 200, 300))).Baseline);

    [Fact]
    public void Of_UnitThatDidNotReport_IsNamedAndTheValueMarked()
    {
        var card = Card(SmallCity.All((2, 200, 300)), SmallCity.All((2, 200, 300), ("C3", null)));

        Assert.True(card.Marked);
        Assert.Equal("应报6个单位，实报5个，丙县未报送", card.Coverage);
        Assert.Equal("与上周持平（按两周均报送的5个单位计算）", card.Change);
        Assert.Null(card.Light);
    }

    [Fact]
    public void Of_CarriedStock_NamesTheUnitAsCarried()
    {
        var results = SmallCity.Compute((Weeks[0], SmallCity.All((2, 200, 300))), (Weeks[1], SmallCity.All((2, 200, 300), ("C3", null))));

        var card = CardFacts.Of(SmallCity.Catalogue, SmallCity.City, SmallCity.Items, results[1], results[0])!;

        Assert.Equal("应报6个单位，实报5个，*丙县沿用上周", card.Coverage);
    }

    [Fact]
    public void Of_Scope_GroupsByThemeWithoutItsLetters()
    {
        var results = SmallCity.Compute((Weeks[0], SmallCity.All((2, 200, 300))));

        var themes = CardFacts.Of(SmallCity.Catalogue, SmallCity.City, results[0], null, results[0].All, [Weeks[0]]);

        Assert.Equal(["电子监察红黄牌", "事项便利度"], themes.Select(theme => theme.Key));
    }

    private static CardFacts Card(
        IReadOnlyDictionary<string, (long Cards, long Cases, long Items)> before, IReadOnlyDictionary<string, (long Cards, long Cases, long Items)> now)
    {
        var results = SmallCity.Compute((Weeks[0], before), (Weeks[1], now));
        return CardFacts.Of(SmallCity.Catalogue, SmallCity.City, SmallCity.Rate, results[1], results[0])!;
    }
}
