using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Tests.Reporting;
using Xunit;

namespace MetricsDashboard.Tests.Reports;

public sealed class StreaksTests
{
    private const string Rate = "red-card-rate";

    [Fact]
    public void Of_FallingForFourWeeks_KnowsBothEnds() => Assert.Equal(new Streak(4, 3.31m, 1.00m), Of(3.31m, 2.64m, 1.93m, 1.35m, 1.00m));

    [Fact]
    public void Of_ReboundInBetween_BeginsAfterIt() => Assert.Equal(new Streak(2, 3m, 1m), Of(1m, 2m, 3m, 2m, 1m));

    [Fact]
    public void Of_UnchangedNow_IsNone() => Assert.Null(Of(3m, 2m, 2m));

    [Fact]
    public void Of_CarriedWeekInBetween_EndsThere() => Assert.Equal(new Streak(1, 2m, 1m), Of(5m, 4m, null, 2m, 1m));

    [Fact]
    public void Of_FirstWeek_IsNone() => Assert.Null(Of(1m));

    [Fact]
    public void LastPlace_AllEqual_HasNoLast()
    {
        var facts = new Scenario("甲县", "乙区").RedCard("甲县", 1m, 1m).RedCard("乙区", 1m, 1m).Facts();
        Assert.Equal(0, Streaks.LastPlace(facts.Catalogue, facts.Weeks, Rate, "C02"));
    }

    [Fact]
    public void LastPlace_SharedLast_Counts()
    {
        var facts = new Scenario("甲县", "乙区", "丙县").RedCard("甲县", 1m, 1m).RedCard("乙区", 2m, 2m).RedCard("丙县", 1m, 2m).Facts();
        Assert.Equal((2, 1), (Streaks.LastPlace(facts.Catalogue, facts.Weeks, Rate, "C02"), Streaks.LastPlace(facts.Catalogue, facts.Weeks, Rate, "C03")));
    }

    [Fact]
    public void Behind_CarriedAndLeftOutUnits_AreTold()
    {
        var scenario = new Scenario("甲县", "乙区", "丙县").RedCard("甲县", 1m, 1m).RedCard("乙区", 1m, null);
        var facts = scenario.Facts();
        var behind = AskedUnits.Behind(facts.Catalogue, facts.Current, facts.Current.Find(Rate, Scenario.City)!);
        Assert.Equal("乙区|丙县", $"{string.Join('、', behind.Carried.Select(unit => unit.ShortName))}|{string.Join('、', behind.LeftOut.Select(unit => unit.ShortName))}");
    }

    private static Streak? Of(params decimal?[] rates)
    {
        var facts = new Scenario("甲县").RedCard("甲县", rates).Facts();
        return Streaks.Of(facts.Weeks, Rate, Scenario.City);
    }
}
