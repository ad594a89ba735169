using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Tests.CatalogueRules;
using Xunit;

namespace MetricsDashboard.Tests.Indicators;

/// <summary>How the field writes figures.</summary>
public sealed class FigureTextTests
{
    private static readonly Indicator Fixed = SmallCatalogue.Default.Indicator("gap");

    private static readonly Indicator Trimmed = SmallCatalogue.Default.Indicator("share");

    private static readonly Indicator Count = SmallCatalogue.Default.Indicator("count");

    [Theory]
    [InlineData("1", "1.00%", "1%")]
    [InlineData("68.9", "68.90%", "68.9%")]
    [InlineData("0", "0.00%", "0%")]
    [InlineData("99.96", "99.96%", "99.96%")]
    public void Sentence_Percentage_FollowsTheIndicatorsStyle(string value, string asFixed, string trimmed)
    {
        var shown = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal((asFixed, trimmed), (FigureText.Sentence(shown, Fixed), FigureText.Sentence(shown, Trimmed)));
    }

    [Theory]
    [InlineData(1344, "1344")]
    [InlineData(11052, "11052")]
    [InlineData(212700, "21.27万")]
    [InlineData(2426700, "242.67万")]
    [InlineData(20000, "2万")]
    [InlineData(9900, "9900")]
    public void Count_FromTenThousand_IsInTenThousandsWhereExact(long value, string text) => Assert.Equal(text, FigureText.Count(value));

    [Fact]
    public void Sentence_Count_CarriesItsMeasure() => Assert.Equal("1344项", FigureText.Sentence(1344m, Count));

    [Fact]
    public void Table_Percentage_AlwaysHasTwoDecimals() => Assert.Equal("99.00", FigureText.Table(99m, Trimmed));

    [Fact]
    public void Table_NoValue_IsADash() => Assert.Equal("—", FigureText.Table(null, Fixed));

    [Fact]
    public void Points_Fall_HasNoSign() => Assert.Equal("35.15个百分点", FigureText.Points(-35.15m));
}
