using FsCheck.Xunit;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using Xunit;

namespace MetricsDashboard.Tests.Indicators;

/// <summary>Ranks and movements.</summary>
public sealed class RankingTests
{
    [Fact]
    public void Of_TwoEqualValues_RanksOneTwoTwoFour()
    {
        var ranks = Ranking.Of([("A", 0.5m), ("B", 0.8m), ("C", 0.80m), ("D", 1.2m)], Direction.Lower);

        Assert.Equal([1, 2, 2, 4], [ranks["A"], ranks["B"], ranks["C"], ranks["D"]]);
    }

    [Fact]
    public void Of_HigherIsBetter_RanksTheGreatestFirst() => Assert.Equal(1, Ranking.Of([("A", 1m), ("B", 2m)], Direction.Higher)["B"]);

    [Fact]
    public void Of_NoDirection_RanksNobody() => Assert.Empty(Ranking.Of([("A", 1m)], Direction.None));

    [Theory]
    [InlineData(15, 9, 6)]
    [InlineData(9, 11, -2)]
    [InlineData(9, 9, 0)]
    [InlineData(null, 9, null)]
    [InlineData(9, null, null)]
    public void Movement_FromOneRankToAnother_IsPlacesWon(int? before, int? now, int? won) => Assert.Equal(won, Ranking.Movement(before, now));

    [Property(MaxTest = 500)]
    public bool Of_AnyValues_RankIsOneMoreThanTheBetterOnes(byte[] values, bool higher)
    {
        var direction = higher ? Direction.Higher : Direction.Lower;
        var ranks = Ranking.Of(Named(values), direction);
        return values.Select((value, i) => ranks[Name(i)] == 1 + values.Count(other => higher ? other > value : other < value)).All(holds => holds);
    }

    [Property(MaxTest = 500)]
    public bool Of_OppositeDirection_MirrorsTheRanks(byte[] values)
    {
        var (best, worst) = (Ranking.Of(Named(values), Direction.Higher), Ranking.Of(Named(values), Direction.Lower));
        return values.Select((value, i) => best[Name(i)] + worst[Name(i)] + values.Count(other => other == value) - 1 == values.Length + 1).All(holds => holds);
    }

    [Property(MaxTest = 500)]
    public bool Of_AnotherOrder_IsTheSame(byte[] values) =>
        Ranking.Of(Named(values), Direction.Higher).OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .SequenceEqual(Ranking.Of(Named(values).Reverse(), Direction.Higher).OrderBy(entry => entry.Key, StringComparer.Ordinal));

    [Property(MaxTest = 500)]
    public bool Movement_OverThreeWeeks_AddsUp(byte first, byte second, byte third) =>
        Ranking.Movement(first, second) + Ranking.Movement(second, third) == Ranking.Movement(first, third);

    private static IEnumerable<(string Unit, decimal Value)> Named(byte[] values) => values.Select((value, i) => (Name(i), value / 4m));

    private static string Name(int index) => FormattableString.Invariant($"U{index}");
}
