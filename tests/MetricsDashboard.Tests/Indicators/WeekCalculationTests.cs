using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Observations;
using Xunit;
using static MetricsDashboard.Tests.CatalogueRules.SmallCatalogue;

namespace MetricsDashboard.Tests.Indicators;

/// <summary>Roll-up, carrying, coverage, change and growth by example (design.md rules 2 and 3).</summary>
public sealed class WeekCalculationTests
{
    private static readonly string[] Units = ["A", "B", "C", "D", "D1", "D2"];

    [Fact]
    public void Compute_UnitsOfUnequalSize_SumsFirstAndDividesAfter()
    {
        var snapshots = Compute([.. All(100, 50), .. Items("A", 1000, 990)]);

        var city = Find(snapshots, "share", "CITY");

        Assert.Equal((1240L, 1500L, 82.67m), (city.Numerator!.Value, city.Denominator!.Value, city.Value!.Value));
    }

    [Fact]
    public void Compute_Difference_IsTakenOfTheSums() => Assert.Equal(50.00m, Find(Compute(All(100, 50)), "gap", "CITY").Value);

    [Fact]
    public void Compute_MunicipalScope_IsTheDepartmentsAlone()
    {
        var municipal = Find(Compute([.. All(100, 50), .. Items("D1", 100, 100)]), "share", "CITY-M");

        Assert.Equal((75.00m, new Coverage(2, 0, 2)), (municipal.Value, municipal.Coverage));
    }

    [Fact]
    public void Compute_MissingStock_IsCarriedAndMarkedAndUnranked()
    {
        var snapshots = Compute([.. All(100, 50).Where(value => value.Unit != "D"), .. Items("D", 100, 20, weeksBefore: 3)]);

        var (city, unit) = (Find(snapshots, "share", "CITY"), Find(snapshots, "share", "D"));

        Assert.Equal((270L, new Coverage(5, 1, 6)), (city.Numerator!.Value, city.Coverage));
        Assert.Equal((20.00m, null, Unranked.Carried), (unit.Value, unit.Rank, unit.Unranked!.Value));
    }

    [Fact]
    public void Compute_MissingStockWithoutEarlierValue_IsLeftOut()
    {
        var snapshots = Compute(All(100, 50).Where(value => value.Unit != "D"));

        Assert.Equal(new Coverage(5, 0, 6), Find(snapshots, "share", "CITY").Coverage);
        Assert.Equal((null, Unranked.NotReported), (Find(snapshots, "share", "D").Value, Find(snapshots, "share", "D").Unranked));
    }

    [Fact]
    public void Compute_MissingFlow_IsLeftOutAndNeverZero()
    {
        var snapshots = Compute([.. Units.Except(["D"]).SelectMany(unit => Cases(unit, 10, 9)), .. Cases("D", 500, 1, weeksBefore: 1)]);

        var city = Find(snapshots, "good-share", "CITY");

        Assert.Equal((90.00m, 1), (city.Value!.Value, city.Coverage.Missing));
        Assert.Null(Find(snapshots, "good-share", "D").Value);
    }

    [Fact]
    public void Compute_DenominatorZero_HasNoValueAndNoRank()
    {
        var unit = Find(Compute([.. Units.SelectMany(unit => Cases(unit, unit == "A" ? 0 : 10, 0))]), "good-share", "A");

        Assert.Equal((null, null, Unranked.NoValue), (unit.Value, unit.Rank, unit.Unranked));
    }

    [Fact]
    public void Compute_FormWithRows_CountsAskedUnitsNotRows()
    {
        var city = Find(Compute([Value("covered", "A1", 5), Value("covered", "A2", 5), Value("covered", "A3", 5), Value("covered", "B1", 5)]), "covered", "CITY");

        Assert.Equal(new Coverage(2, 0, 2), city.Coverage);
    }

    [Fact]
    public void Compute_CountyNotAskedForRows_IsNeitherMissingNorExpected()
    {
        var snapshots = Compute([Value("covered", "B1", 5)]);

        Assert.DoesNotContain(snapshots, snapshot => snapshot is { Indicator: "covered", Unit: "C" or "D" or "CITY-M" });
    }

    [Fact]
    public void Compute_MinimumRollUp_IsTheSmallestOfAllRows()
    {
        var values = new[] { Value("online", "A1", 18), Value("online", "A2", 15), Value("online", "A3", 20), Value("online", "B1", 17) };

        Assert.Equal((15m, 17m, 15m), (Shown("A"), Shown("B"), Shown("CITY")));

        decimal Shown(string unit) => Find(Compute(values), "online", unit).Value!.Value;
    }

    [Fact]
    public void Compute_ElementWithoutRollUp_HasTheReportingUnitsScopeAlone() =>
        Assert.Equal(["CITY"], Compute([Value("live", "CITY", 20)]).Where(snapshot => snapshot.Indicator == "live").Select(snapshot => snapshot.Unit));

    [Fact]
    public void Compute_ExcludedUnitWithValues_CountsNowhere()
    {
        var snapshots = Compute([.. All(100, 50), .. Items("X", 10000, 0), Value("online", "X1", 0), Value("online", "B1", 9)]);

        Assert.DoesNotContain(snapshots, snapshot => snapshot.Unit is "X" or "X1");
        Assert.Equal((50.00m, 6), (Find(snapshots, "share", "CITY").Value!.Value, Find(snapshots, "share", "CITY").Coverage.Expected));
    }

    [Fact]
    public void Compute_BaseBelowTheMinimum_StandsApartAndLeavesNoGap()
    {
        var snapshots = Compute([.. All(100, 50), .. Items("A", 19, 19), .. Items("B", 20, 19)]);

        Assert.Equal((null, Unranked.SmallBase), (Find(snapshots, "share", "A").Rank, Find(snapshots, "share", "A").Unranked));
        Assert.Equal((1, 2, 2), (Find(snapshots, "share", "B").Rank!.Value, Find(snapshots, "share", "C").Rank!.Value, Find(snapshots, "share", "D").Rank!.Value));
    }

    [Fact]
    public void Compute_TwoRankingGroups_RanksWithinEach()
    {
        var snapshots = Compute(All(100, 50));

        Assert.All(new[] { "A", "D", "D1", "D2" }, unit => Assert.Equal(1, Find(snapshots, "share", unit).Rank));
        Assert.Null(Find(snapshots, "share", "CITY-M").Rank);
    }

    [Fact]
    public void Compute_DisplayedValuesEqual_ShareARankThoughTrueOnesDiffer()
    {
        var snapshots = Compute([.. All(100, 10), .. Items("A", 100000, 62501), .. Items("B", 100000, 62504)]);

        Assert.Equal((1, 1, 3), (Find(snapshots, "share", "A").Rank!.Value, Find(snapshots, "share", "B").Rank!.Value, Find(snapshots, "share", "C").Rank!.Value));
    }

    [Fact]
    public void Compute_FirstWeek_HasNoChange() => Assert.Null(Find(Compute(All(100, 50), firstWeek: true), "share", "CITY").Change);

    [Fact]
    public void Compute_BothWeeksReported_ChangeIsTheDifferenceOfDisplayedValues()
    {
        var change = Find(Compute([.. All(30000, 20000), .. All(30000, 19999, 1)]), "share", "A").Change;

        Assert.Equal(new Change(0.01m, false, 1, true), change); // 66.6667 and 66.6633: 0.0034 apart, shown as 66.67 and 66.66
    }

    [Fact]
    public void Compute_EqualDisplayedValues_AreNotExactlyZeroWhereTrueOnesDiffer()
    {
        var change = Find(Compute([.. All(100000, 62504), .. All(100000, 62501, 1)]), "share", "A").Change;

        Assert.Equal(new Change(0m, false, 1, true), change);
    }

    [Fact]
    public void Compute_NothingChanged_IsExactlyZero() =>
        Assert.Equal(new Change(0m, true, 6, true), Find(Compute([.. All(100, 50), .. All(200, 100, 1)]), "share", "CITY").Change);

    [Fact]
    public void Compute_UnitMissingNow_ChangeIsThatOfTheOthers()
    {
        var change = Find(Compute([.. All(100, 60).Where(value => value.Unit != "D"), .. All(100, 50, 1).Where(value => value.Unit != "D"), .. Items("D", 9000, 1, 1)]), "share", "CITY").Change;

        Assert.Equal(new Change(10.00m, false, 5, false), change);
    }

    [Fact]
    public void Compute_UnitMissingTheWeekBefore_ChangeIsThatOfTheOthers()
    {
        var change = Find(Compute([.. All(100, 60), .. All(100, 50, 1).Where(value => value.Unit != "D"), .. Items("D", 9000, 1, 2)]), "share", "CITY").Change;

        Assert.Equal(new Change(10.00m, false, 5, false), change);
    }

    [Fact]
    public void Compute_Growth_IsTakenAfterTheRollUp()
    {
        var growth = Find(Compute([.. Users(1, 100, 100, 100, 700), .. Users(0, 200, 100, 100, 700)]), "growth", "CITY");

        Assert.Equal((100L, 1000L, 10.00m), (growth.Numerator!.Value, growth.Denominator!.Value, growth.Value!.Value));
    }

    [Fact]
    public void Compute_GrowthWithAUnitMissing_IsOverTheUnitsOfBothWeeks()
    {
        var snapshots = Compute([.. Users(1, 100, 100, 100, 700), .. Users(0, 110, 110, 110)]);

        Assert.Equal((10.00m, new Coverage(3, 0, 4)), (Find(snapshots, "growth", "CITY").Value, Find(snapshots, "growth", "CITY").Coverage));
        Assert.Equal(Unranked.NotReported, Find(snapshots, "growth", "D").Unranked);
    }

    [Fact]
    public void Compute_GrowthOfAUnitThatReportedNowAlone_IsNotCalledUnreported()
    {
        var snapshots = Compute([.. Users(1, 100, 100, 100), .. Users(0, 110, 110, 110, 700)]);

        Assert.Equal((null, Unranked.NoValue), (Find(snapshots, "growth", "D").Value, Find(snapshots, "growth", "D").Unranked));
    }

    [Fact]
    public void Compute_GrowthInTheFirstWeek_HasNoValue() => Assert.Null(Find(Compute(Users(0, 1, 1, 1, 1), firstWeek: true), "growth", "CITY").Value);

    [Fact]
    public void Compute_SystemElements_AreOfEveryUnitThatOwesAFormOfItsOwn()
    {
        var scopes = Compute(Units.SelectMany(unit => new[] { Value("expected", unit, 2), Value("in_time", unit, 1) }))
            .Where(snapshot => snapshot.Indicator == "timely").Select(snapshot => snapshot.Unit);

        Assert.Equal(["CITY", "CITY-M", "A", "B", "C", "D", "D1", "D2"], scopes);
    }

    [Fact]
    public void Compute_PublishedIndicator_IsNeverComputed() => Assert.DoesNotContain(Compute(All(100, 50)), snapshot => snapshot.Indicator == "quoted");

    private static List<CountedValue> All(long all, long done, int weeksBefore = 0) => [.. Units.SelectMany(unit => Items(unit, all, done, weeksBefore))];

    private static CountedValue[] Items(string unit, long all, long done, int weeksBefore = 0) => [Value("all", unit, all, weeksBefore), Value("done", unit, done, weeksBefore)];

    private static CountedValue[] Cases(string unit, long cases, long good, int weeksBefore = 0) => [Value("cases", unit, cases, weeksBefore), Value("good", unit, good, weeksBefore)];

    private static IEnumerable<CountedValue> Users(int weeksBefore, params long[] users) => users.Select((count, i) => Value("users", Units[i], count, weeksBefore));
}
