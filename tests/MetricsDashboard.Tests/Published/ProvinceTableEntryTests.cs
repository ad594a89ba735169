using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Published;
using MetricsDashboard.Tests.CatalogueRules;
using Xunit;

namespace MetricsDashboard.Tests.Published;

public sealed class ProvinceTableEntryTests
{
    private static readonly DateOnly Today = new(2020, 9, 29);
    private static readonly Indicator Rate = SeedFiles.Demonstration.Indicator("red-card-rate");

    private static ProvinceTableEntry Entry => new("red-card-rate", "week", "2020-W39", "通报", "", [Row(3, "甲市", "0.80", "1"), Row(4, "平顶山市", "1.00%", "第2名"), Row(5, "乙市", "1.20", "3")]);

    [Fact]
    public void Read_WholeTable_KeepsTheOrderOfTheDocument()
    {
        var (table, faults) = Entry.Read(SeedFiles.Demonstration, Today);

        Assert.Empty(faults);
        Assert.Equal([new PlaceRow("甲市", 0.8m, 1), new PlaceRow("平顶山市", 1m, 2), new PlaceRow("乙市", 1.2m, 3)], table!.Rows);
        Assert.Equal(new PublishedFigure("red-card-rate", "410400", PeriodKind.Week, "2020-W39", 1m, Bound.Exact, 2, null, false, null, "通报"), table.OwnFigure(SeedFiles.Demonstration.City, null));
    }

    [Fact]
    public void Read_RowOfTheProvince_IsItsAverageAndNoPlace()
    {
        var (table, _) = (Entry with { Rows = [.. Entry.Rows, Row(6, "全省平均", "1.05", "")] }).Read(SeedFiles.Demonstration, Today);

        Assert.Equal((1.05m, 3), (table!.Average, table.Rows.Count));
    }

    public static TheoryData<string, string, string, string> WrongRows => new()
    {
        { "", "1.00", "1", "第9行：没有填写地区" },
        { "丙市", "", "", "第9行：“丙市”既没有数值，也没有名次" },
        { "丙市", "一", "1", "第9行：“丙市”的数值“一”不是数字" },
        { "丙市", "1.005", "1", "第9行：“丙市”的数值“1.005”的小数超过2位" },
        { "丙市", "101", "1", "第9行：“丙市”的数值“101”超出0—100" },
        { "丙市", "1.00", "首位", "第9行：“丙市”的名次“首位”不是名次" },
        { "丙市", "1.00", "0", "第9行：“丙市”的名次“0”应为1—4" },
        { "丙市", "1.00", "5", "第9行：“丙市”的名次“5”应为1—4（表中共4个地区）" },
        { "甲 市", "1.00", "4", "第3行、第9行：地区“甲市”出现了2次" },
        { "平顶山", "1.00", "4", "第4行、第9行：地区“平顶山市”出现了2次" },
        { "全省", "x", "", "第9行：全省平均“x”不是数字" },
        { "全省", "", "", "第9行：全省平均没有数值" },
    };

    [Theory, MemberData(nameof(WrongRows))]
    public void Read_FaultyRow_IsNamed(string place, string value, string rank, string sentence)
    {
        var (table, faults) = (Entry with { Rows = [.. Entry.Rows, Row(9, place, value, rank)] }).Read(SeedFiles.Demonstration, Today);

        Assert.Null(table);
        Assert.Contains(faults, fault => fault.StartsWith(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_EverythingWrong_TellsEverything()
    {
        var (_, faults) = new ProvinceTableEntry("", "", "", " ", "x", [Row(3, "甲市", "a", "b")]).Read(SeedFiles.Demonstration, Today);

        Assert.Equal(
            ["没有选择指标", "时段类型“”应为周、月或日", "没有填写来源文件", "全省平均“x”不是数字", "第3行：“甲市”的数值“a”不是数字", "第3行：“甲市”的名次“b”不是名次", "表中只有1个地区"],
            faults.Select((fault, at) => fault[..Math.Min(fault.Length, fault.IndexOfAny(['：', '，', '。'], at is 4 or 5 ? 5 : 0))]));
    }

    [Fact]
    public void Read_WithoutOurCity_IsRefused()
    {
        var (_, faults) = (Entry with { Rows = [Entry.Rows[0], Entry.Rows[2] with { Rank = "2" }] }).Read(SeedFiles.Demonstration, Today);

        Assert.Equal(["表中没有“平顶山市”，无法比较，请核对地区一列。"], faults);
    }

    [Fact]
    public void Remarks_OfSoundTableOfEighteen_AreNone() => Assert.Empty(Remarks(Eighteen(), null));

    [Fact]
    public void Remarks_OfBetterValueOnWorseRank_NameBothPlaces()
    {
        var rows = Eighteen();
        (rows[3], rows[4]) = (rows[3] with { Value = rows[4].Value }, rows[4] with { Value = rows[3].Value });

        Assert.Contains("名次与数值不一致（数值越低名次越前）", Assert.Single(Remarks(rows, null)), StringComparison.Ordinal);
    }

    [Fact]
    public void Remarks_OfEqualValuesOnDifferentRanks_AreNone()
    {
        var rows = Eighteen();
        rows[4] = rows[4] with { Value = rows[3].Value };

        Assert.Empty(Remarks(rows, null));
    }

    [Fact]
    public void Remarks_OfMissingRankAndPlaces_AreTold()
    {
        var remarks = Remarks([.. Eighteen().Where(row => row.Rank != 7)], null);

        Assert.Equal(["表中有17个地区", "名次不连续"], remarks.Select(remark => remark[..remark.IndexOfAny(['，', '：'])]));
    }

    [Theory]
    [InlineData(1.00, 8, 0)]
    [InlineData(1.01, 8, 1)]
    [InlineData(1.01, 9, 2)]
    [InlineData(null, 9, 1)]
    [InlineData(null, 8, 0)]
    public void Remarks_AgainstTheSingleFigure_TellWhatDiffers(double? value, int rank, int count)
    {
        var single = new PublishedFigure("red-card-rate", "410400", PeriodKind.Week, "2020-W39", (decimal?)value, Bound.Exact, rank, null, false, null, "通报");

        Assert.Equal(count, Remarks(Eighteen(), single).Count);
    }

    private static List<PlaceRow> Eighteen() =>
        [.. Enumerable.Range(1, 18).Select(rank => new PlaceRow(rank == 8 ? "平顶山市" : $"第{(char)('甲' + rank)}市", 0.20m + (rank * 0.10m), rank))];

    private static IReadOnlyList<string> Remarks(List<PlaceRow> rows, PublishedFigure? single) =>
        ProvinceTableRemarks.Of(Rate, SeedFiles.Demonstration.City, new ProvinceTable(Rate.Code, new FigurePeriod(PeriodKind.Week, "2020-W39"), "通报", null, rows), single);

    private static PlaceEntry Row(int line, string place, string value, string rank) => new($"第{line}行", place, value, rank);
}
