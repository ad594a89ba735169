using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Web.Components.Controls;

namespace MetricsDashboard.Web.Tests.Pages;

public sealed class RankingRowsTests
{
    private const string Counties = "县（市、区）";

    [Fact]
    public void Of_LowerIsBetter_StandsBestFirstWithTiesSharingTheRank()
    {
        var rows = Rows(("C1", (2, 200, 1)), ("C2", (1, 200, 1)), ("C3", (1, 200, 1)), ("C4", (4, 200, 1)));

        Assert.Equal(["乙县 1", "丙县 1", "甲县 3", "丁县 4"], rows.Ranked.Select(row => $"{row.Unit.ShortName} {row.Rank}"));
    }

    [Fact]
    public void Of_UnitThatDidNotReport_StandsApartWithTheReason()
    {
        var rows = Rows(("C3", null));

        Assert.Equal("丙县：—（未报送）", Assert.Single(rows.Apart.Select(row => $"{row.Unit.ShortName}：{row.Value}（{row.Reason}）")));
        Assert.Equal(3, rows.Ranked.Count);
    }

    [Fact]
    public void Of_UnitBelowTheSmallestBase_StandsApartWithItsValue()
    {
        var apart = Assert.Single(Rows(("C2", (1, 10, 1))).Apart);

        Assert.Equal(("10.00", "样本不足"), (apart.Value, apart.Reason));
    }

    [Fact]
    public void Of_UnitThatWonPlaces_SaysHowMany()
    {
        var before = SmallCity.All((2, 200, 1), ("C1", (8, 200, 1)));
        var results = SmallCity.Compute((SmallCity.First, before), (SmallCity.First.Next, SmallCity.All((2, 200, 1), ("C1", (1, 200, 1)))));

        var rows = RankingRows.Of(SmallCity.Catalogue, SmallCity.Rate, Counties, results[1], results[0]);

        Assert.Equal(("甲县", 3, "−3.50"), (rows.Ranked[0].Unit.ShortName, rows.Ranked[0].Movement, rows.Ranked[0].Change));
        Assert.Equal("上升3位", ChangeText.Movement(rows.Ranked[0].Movement));
    }

    [Theory]
    [InlineData("CITY", "县（市、区）")]
    [InlineData("CITY-M", "市直部门")]
    [InlineData("D1", "市直部门")]
    public void GroupOf_Scope_BeginsWithItsOwnOrItsChildrensGroup(string scope, string group)
    {
        var results = SmallCity.Compute((SmallCity.First, SmallCity.All((2, 200, 1))));
        var groups = RankingRows.Groups(SmallCity.Catalogue, SmallCity.Rate, results[0]);

        Assert.Equal(group, RankingRows.GroupOf(SmallCity.Catalogue, SmallCity.Catalogue.Unit(scope), groups));
    }

    private static RankingRows Rows(params (string Unit, (long Cards, long Cases, long Items)? Reported)[] others)
    {
        ReportingWeek week = SmallCity.First;
        var results = SmallCity.Compute((week, SmallCity.All((2, 200, 1), others)));
        return RankingRows.Of(SmallCity.Catalogue, SmallCity.Rate, Counties, results[0], null);
    }
}
