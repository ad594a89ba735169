using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Tests.CatalogueRules;
using Xunit;

namespace MetricsDashboard.Tests.Indicators;

/// <summary>Lights compare what is displayed with targets that a document sets.</summary>
public sealed class LightsTests
{
    private static readonly Target Lower = new("share", "CITY", SmallCatalogue.Week, null, 1.00m, 2.00m, "文件");

    private static readonly Target Higher = new("share", "CITY", SmallCatalogue.Week, null, 70m, 65m, "文件");

    [Theory]
    [InlineData("0.99", Light.Green)]
    [InlineData("1.00", Light.Green)]
    [InlineData("1.01", Light.Yellow)]
    [InlineData("2.00", Light.Yellow)]
    [InlineData("2.01", Light.Red)]
    public void Of_LowerIsBetter_GoesUpToTheLimits(string value, Light light) => Assert.Equal(light, Lights.Of(Number(value), Lower, Direction.Lower));

    [Theory]
    [InlineData("70.00", Light.Green)]
    [InlineData("69.99", Light.Yellow)]
    [InlineData("65.00", Light.Yellow)]
    [InlineData("64.99", Light.Red)]
    public void Of_HigherIsBetter_GoesDownToTheLimits(string value, Light light) => Assert.Equal(light, Lights.Of(Number(value), Higher, Direction.Higher));

    [Fact]
    public void Of_NoYellowLimit_IsGreenOrRed() => Assert.Equal(Light.Red, Lights.Of(69m, Higher with { YellowLimit = null }, Direction.Higher));

    [Fact]
    public void Of_NoTarget_IsNone() => Assert.Null(Lights.Of(1m, null, Direction.Higher));

    [Fact]
    public void Of_NoDirection_IsNone() => Assert.Null(Lights.Of(1m, Higher, Direction.None));

    [Fact]
    public void Compute_TrueValueJustBeyondTheTarget_JudgesTheDisplayedValue()
    {
        var catalogue = new SmallCatalogue { Targets = WithTarget("gap,CITY,2020-W01,,1.00,2.00,文件") }.Build();

        var city = Of(catalogue, all: 1000000, done: 989960); // 1.004 % shows 1.00

        Assert.Equal((1.00m, Light.Green), (city.Value, city.Light));
    }

    [Fact]
    public void Compute_TargetOfAnotherScope_GivesNoLight()
    {
        var catalogue = new SmallCatalogue { Targets = WithTarget("gap,CITY-M,2020-W01,,1.00,2.00,文件") }.Build();

        Assert.Null(Of(catalogue, all: 100, done: 90).Light);
    }

    [Theory]
    [InlineData("2020-W40", "")]
    [InlineData("2020-W01", "2020-W38")]
    public void Compute_TargetOfOtherWeeks_GivesNoLight(string from, string to)
    {
        var catalogue = new SmallCatalogue { Targets = WithTarget($"gap,CITY,{from},{to},1.00,2.00,文件") }.Build();

        Assert.Null(Of(catalogue, all: 100, done: 90).Light);
    }

    [Fact]
    public void Compute_UnitLeftOut_GivesNoLight()
    {
        var catalogue = new SmallCatalogue { Targets = WithTarget("good-share,CITY,2020-W01,,50,,文件") }.Build();

        var snapshots = SmallCatalogue.Compute(
            new[] { "A", "B", "C", "D1", "D2" }.SelectMany(unit => new[] { SmallCatalogue.Value("cases", unit, 10), SmallCatalogue.Value("good", unit, 9) }), catalogue);

        var city = SmallCatalogue.Find(snapshots, "good-share", "CITY");
        Assert.Equal((90.00m, 1, null), (city.Value, city.Coverage.Missing, city.Light));
    }

    private static Snapshot Of(Domain.Catalogue.Catalogue catalogue, long all, long done) => SmallCatalogue.Find(
        SmallCatalogue.Compute(
            new[] { "A", "B", "C", "D", "D1", "D2" }.SelectMany(unit => new[] { SmallCatalogue.Value("all", unit, all), SmallCatalogue.Value("done", unit, done) }), catalogue),
        "gap",
        "CITY");

    private static string WithTarget(string row) => $"{new SmallCatalogue().Targets}{row}\n";

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
