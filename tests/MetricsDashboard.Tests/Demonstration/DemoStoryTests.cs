using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using Xunit;

namespace MetricsDashboard.Tests.Demonstration;

/// <summary>What the demonstration must show: rebounds, a tie, a bad streak, a county that did not report, a zone without task force.</summary>
public sealed class DemoStoryTests
{
    private const string RedCardRate = "red-card-rate";

    private static readonly Domain.Catalogue.Catalogue Catalogue = DemoWeeks.Catalogue;

    private static readonly List<decimal> CityRates = [.. DemoWeeks.Results.Select(results => results.Find(RedCardRate, DemoParameters.City)!.Value!.Value)];

    [Fact]
    public void CityRedCardRate_OverTwelveWeeks_FallsToOnePercentWithOneOrTwoRebounds()
    {
        var rises = CityRates.Zip(CityRates.Skip(1)).Count(pair => pair.Second > pair.First);

        Assert.Equal(1.00m, CityRates[^1]);
        Assert.InRange(CityRates[0], 30m, 36.15m);
        Assert.InRange(rises, 1, 2);
    }

    [Fact]
    public void CountyRedCardRates_InTheLastWeek_DifferWidely()
    {
        var rates = Counties(DemoWeeks.Last).Select(snapshot => snapshot.Value).ToList();

        Assert.Equal(11, rates.Count);
        Assert.True(rates.Max() - rates.Min() > 1m);
    }

    [Fact]
    public void CountyRanks_InTheLastWeek_HoldATie()
    {
        var tied = DemoParameters.TiedCounties.Select(county => DemoWeeks.Of(DemoWeeks.Last).Find(RedCardRate, county)!.Rank).ToList();

        Assert.NotNull(tied[0]);
        Assert.Equal(tied[0], tied[1]);
    }

    [Fact]
    public void BadStreakCounty_InTheLastWeek_HasRisenForThreeWeeksAndIsLastForTwo()
    {
        var last = DemoWeeks.Results.TakeLast(4).Select(results => results.Find(RedCardRate, DemoParameters.BadStreakCounty)!).ToList();

        Assert.All(last.Zip(last.Skip(1)), pair => Assert.True(pair.Second.Value > pair.First.Value));
        Assert.All(last.TakeLast(2), snapshot => Assert.Equal(11, snapshot.Rank));
    }

    [Fact]
    public void MissingCounty_InItsWeek_IsCarriedOrLeftOutAndNeverRanked()
    {
        var missing = DemoWeeks.Of(DemoParameters.MissingWeek).All.Where(snapshot => snapshot.Unit == DemoParameters.MissingCounty).ToList();

        Assert.NotEmpty(missing);
        Assert.All(missing, snapshot => Assert.True(snapshot is { Rank: null, Coverage.Reported: 0 }));
    }

    [Fact]
    public void CityTotals_InTheMissingWeek_SayHowManyCountiesStandBehindThem()
    {
        var results = DemoWeeks.Of(DemoParameters.MissingWeek);

        Assert.Equal(new Coverage(56, 1, 57), results.Find(RedCardRate, DemoParameters.City)!.Coverage);
        Assert.Equal(new Coverage(56, 0, 57), results.Find("cases-completed", DemoParameters.City)!.Coverage);
        Assert.Equal(new Coverage(10, 1, 11), results.Find("village-coverage", DemoParameters.City)!.Coverage);
    }

    [Fact]
    public void TaskForces_InTheLastWeek_AreTenOfElevenWithoutTheZone()
    {
        var results = DemoWeeks.Of(DemoWeeks.Last);
        var without = Counties(DemoWeeks.Last, "task-forces-established").Where(snapshot => snapshot.Value == 0).Select(snapshot => snapshot.Unit);

        Assert.Equal(10, results.Find("task-forces-established", DemoParameters.City)!.Value);
        Assert.Equal(["410472"], without);
    }

    [Fact]
    public void SupervisionOfficers_InTheLastWeek_AreAllRegistered() =>
        Assert.Equal((11052L, 11052L), DemoWeeks.Of(DemoWeeks.Last).Find("supervision-registered-rate", DemoParameters.City) is { } rate
            ? (rate.Numerator!.Value, rate.Denominator!.Value)
            : default);

    [Fact]
    public void ExcludedCounty_InEveryWeek_HasNoResult() =>
        Assert.DoesNotContain(DemoWeeks.Results.SelectMany(results => results.All), snapshot => snapshot.Unit == "410482");

    [Fact]
    public void ProvinceRanks_FromFirstToLastWeek_LeadFromFifteenToNine()
    {
        var ranks = DemoWeeks.Weeks.Select(week =>
            Catalogue.PublishedFigures.Single(figure => figure.Indicator == RedCardRate && figure.Unit == DemoParameters.City && figure.IsOf(week)).ProvinceRank).ToList();

        Assert.Equal(15, ranks[0]);
        Assert.Equal(9, ranks[^1]);
        Assert.True(ranks[^2] > ranks[^1]);
    }

    [Fact]
    public void Townships_ByCounty_AreCountedAsDesigned()
    {
        var counts = Catalogue.Units.Where(unit => unit.Kind is UnitKind.Township).GroupBy(unit => unit.Parent!)
            .ToDictionary(group => Catalogue.Unit(group.Key).ShortName, group => group.Count());

        (string, int)[] wanted =
        [
            ("新华区", 13), ("卫东区", 12), ("石龙区", 4), ("湛河区", 10), ("宝丰县", 13), ("叶县", 18), ("鲁山县", 24), ("郏县", 15), ("高新区", 2), ("城乡一体化示范区", 4), ("舞钢市", 14),
        ];
        Assert.Equal(wanted.ToDictionary(county => county.Item1, county => county.Item2), counts);
    }

    private static IEnumerable<Snapshot> Counties(Domain.Weeks.ReportingWeek week, string indicator = RedCardRate) =>
        DemoWeeks.Of(week).All.Where(snapshot => snapshot.Indicator == indicator && Catalogue.Unit(snapshot.Unit).Kind is UnitKind.County);
}
