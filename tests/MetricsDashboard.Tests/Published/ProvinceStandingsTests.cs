using FsCheck.Xunit;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Published;
using MetricsDashboard.Tests.CatalogueRules;
using Xunit;

namespace MetricsDashboard.Tests.Published;

public sealed class ProvinceStandingsTests
{
    private static readonly Indicator Lower = SeedFiles.Demonstration.Indicator("red-card-rate");
    private static readonly Indicator Higher = Lower with { Direction = Direction.Higher };
    private static readonly Unit City = SeedFiles.Demonstration.City;

    [Fact]
    public void Of_LowerIsBetter_MeasuresToBothNeighboursAndTheAverage()
    {
        var standings = Of(Lower, 1.10m, ("甲市", 0.80m, 1), ("乙市", 0.95m, 2), ("平顶山市", 1.00m, 3), ("丙市", 1.20m, 4));

        Assert.Equal((3, false), (standings.Ours!.Position, standings.Tied.Any()));
        Assert.Equal(("乙市", 2, 0.05m), (standings.Ahead!.Places.Single().Place, standings.Ahead.Position, standings.Ahead.Distance));
        Assert.Equal(("丙市", 4, 0.20m), (standings.Behind!.Places.Single().Place, standings.Behind.Position, standings.Behind.Distance));
        Assert.Equal((-0.10m, null, null), (standings.ToAverage, standings.Median, standings.ToMedian));
    }

    [Fact]
    public void Of_HigherIsBetter_WithoutRanks_RanksTheValues()
    {
        var standings = Of(Higher, null, ("甲市", 99m, null), ("平顶山", 98m, null), ("乙市", 98m, null), ("丙市", 97m, null));

        Assert.Equal([1, 2, 2, 4], standings.Places.Select(place => place.Position!.Value));
        Assert.Equal(("甲市", 1m, "丙市", 1m), (standings.Ahead!.Places[0].Place, standings.Ahead.Distance!.Value, standings.Behind!.Places[0].Place, standings.Behind.Distance!.Value));
        Assert.Equal("乙市", standings.Tied.Single().Place);
    }

    [Fact]
    public void Of_NoAveragePublished_GivesTheMedianAndNoAverage()
    {
        var standings = Of(Lower, null, ("甲市", 1m, 1), ("平顶山市", 2m, 2), ("乙市", 90m, 3));

        Assert.Equal((null, 2m, 0m), (standings.ToAverage, standings.Median, standings.ToMedian));
    }

    [Fact]
    public void Of_TheFirst_HasNobodyAhead()
    {
        var standings = Of(Lower, null, ("平顶山市", 1m, 1), ("乙市", 2m, 2));

        Assert.Null(standings.Ahead);
        Assert.Equal(1m, standings.Behind!.Distance);
    }

    [Fact]
    public void Of_RanksAlone_NamesTheNeighboursWithoutDistance()
    {
        var standings = Of(Lower, null, ("甲市", null, 1), ("平顶山市", null, 2));

        Assert.Equal(("甲市", null), (standings.Ahead!.Places.Single().Place, standings.Ahead.Distance));
    }

    [Fact]
    public void Of_SeveralOnTheNextRank_NamesAllOfThem()
    {
        var standings = Of(Lower, null, ("甲市", 1m, 1), ("乙市", 1m, 1), ("平顶山市", 2m, 3));

        Assert.Equal(["甲市", "乙市"], standings.Ahead!.Places.Select(place => place.Place));
    }

    [Fact]
    public void Of_ATableBefore_ShowsMovementAndChange()
    {
        var before = Table(null, ("甲市", 1m, 1), ("平顶山市", 3m, 2));
        var standings = ProvinceStandings.Of(Lower, City, Table(null, ("平顶山", 0.9m, 1), ("甲市", 1m, 2)), before);

        Assert.Equal([(1, -2.1m), (-1, 0m)], standings.Places.Select(place => (place.Movement!.Value, place.Change!.Value)));
    }

    /// <summary>Whatever the values: who is ahead is strictly better, and nobody stands between.</summary>
    [Property]
    public bool Neighbours_OfAnyValues_AreTheNearest(byte[] values, byte ours, bool isLower)
    {
        var rows = values.Select((value, at) => ($"第{(char)('甲' + at)}市", (decimal?)(value / 100m), (int?)null)).Append(("平顶山市", ours / 100m, null)).ToArray();
        if (rows.Length < 2) return true;
        var standings = Of(isLower ? Lower : Higher, null, rows);
        var own = ours / 100m;
        var others = values.Select(value => value / 100m).ToList();
        var better = others.Where(value => isLower ? value < own : value > own).ToList();
        var worse = others.Where(value => isLower ? value > own : value < own).ToList();
        return standings.Ahead?.Distance == Nearest(better) && standings.Behind?.Distance == Nearest(worse)
            && standings.Tied.Count == others.Count(value => value == own) && standings.Ours!.Position == better.Count + 1;

        decimal? Nearest(List<decimal> side) => side.Count == 0 ? null : side.Min(value => Math.Abs(value - own));
    }

    /// <summary>The median is the value of a place, with as many places on either side.</summary>
    [Property]
    public bool Median_OfAnyValues_IsOneOfThem(byte[] values)
    {
        if (values.Length < 3) return true;
        var median = Of(Lower, null, [.. values.Select((value, at) => (at == 0 ? "平顶山市" : $"第{(char)('甲' + at)}市", (decimal?)value, (int?)null))]).Median!.Value;
        return values.Count(value => value < median) <= values.Length / 2 && values.Count(value => value > median) <= values.Length / 2 && values.Contains((byte)median);
    }

    private static ProvinceStandings Of(Indicator indicator, decimal? average, params (string Place, decimal? Value, int? Rank)[] rows) =>
        ProvinceStandings.Of(indicator, City, Table(average, rows), null);

    private static ProvinceTable Table(decimal? average, params (string Place, decimal? Value, int? Rank)[] rows) =>
        new("red-card-rate", new FigurePeriod(PeriodKind.Week, "2020-W39"), "通报", average, [.. rows.Select(row => new PlaceRow(row.Place, row.Value, row.Rank))]);
}
