using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Published;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Tests.CatalogueRules;
using Xunit;

namespace MetricsDashboard.Tests.Published;

public sealed class PublishedEntryTests
{
    private static readonly DateOnly Today = new(2020, 9, 29);

    private static PublishedEntry Entry => new("")
    {
        Indicator = "red-card-rate",
        Unit = "410400",
        PeriodKind = "week",
        Period = "2020-W39",
        Value = "1.02",
        Rank = "9",
        Document = "关于9月份电子监察情况的通报（豫监〔2020〕9号）",
        Received = "2020-W40",
    };

    [Fact]
    public void Read_WholeEntry_IsTheFigure()
    {
        var (figure, faults) = Entry.Read(SeedFiles.Demonstration, Today);

        Assert.Empty(faults);
        Assert.Equal(
            new PublishedFigure("red-card-rate", "410400", PeriodKind.Week, "2020-W39", 1.02m, Bound.Exact, 9, null, false, null, Entry.Document, new ReportingWeek(2020, 40)), figure);
    }

    [Fact]
    public void Read_AsPeopleWrite_IsUnderstood()
    {
        var (figure, faults) = (Entry with
        {
            Indicator = "电子监察红牌率",
            Unit = "平顶山市",
            PeriodKind = "月",
            Period = "2020年8月",
            Value = "９９．１％",
            Bound = "以上",
            Rank = "第9位",
            Baseline = "是",
            Label = "8月",
            Received = "",
        }).Read(SeedFiles.Demonstration, Today);

        Assert.Empty(faults);
        Assert.Equal(("red-card-rate", "410400", "2020-08", 99.1m, Bound.AtLeast, 9, true), (figure!.Indicator, figure.Unit, figure.Period, figure.Value!.Value, figure.Bound, figure.ProvinceRank!.Value, figure.IsBaseline));
    }

    [Theory]
    [InlineData("2020-09-21")]
    [InlineData("2020年9月27日")]
    [InlineData("2020-W39")]
    public void Read_AnyDayOfAWeek_IsTheWeek(string text) => Assert.Equal("2020-W39", (Entry with { Period = text }).Read(SeedFiles.Demonstration, Today).Figure!.Period);

    [Fact]
    public void Read_TopThree_IsWordsAndNoRank()
    {
        var (figure, _) = (Entry with { Value = "", Rank = "", RankText = "全省前三位" }).Read(SeedFiles.Demonstration, Today);

        Assert.Equal((null, "全省前三位"), (figure!.ProvinceRank, figure.RankText));
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { nameof(PublishedEntry.Indicator), "red-rate", "指标“red-rate”不在指标目录里" },
        { nameof(PublishedEntry.Indicator), " ", "没有填写指标" },
        { nameof(PublishedEntry.Unit), "洛阳市", "口径单位“洛阳市”不在单位目录里" },
        { nameof(PublishedEntry.Unit), "", "没有填写口径单位" },
        { nameof(PublishedEntry.PeriodKind), "quarter", "时段类型“quarter”应为周、月或日" },
        { nameof(PublishedEntry.Period), "2020-W54", "时段“2020-W54”不是统计周，应写作该周的任意一天" },
        { nameof(PublishedEntry.Period), "", "没有填写时段" },
        { nameof(PublishedEntry.Period), "2020-W41", "还没有到" },
        { nameof(PublishedEntry.Value), "三成", "数值“三成”不是数字" },
        { nameof(PublishedEntry.Value), "99%以上", "数值“99%以上”不是数字" },
        { nameof(PublishedEntry.Value), "1,02", "数值“1,02”不是数字" },
        { nameof(PublishedEntry.Value), "1.025", "数值“1.025”的小数超过2位" },
        { nameof(PublishedEntry.Value), "100.01", "数值“100.01”超出0—100" },
        { nameof(PublishedEntry.Value), "-1", "数值“-1”超出0—100" },
        { nameof(PublishedEntry.Bound), "约", "数值范围“约”应为等于、以上或以内" },
        { nameof(PublishedEntry.Rank), "0", "全省位次“0”应为1—18的整数" },
        { nameof(PublishedEntry.Rank), "19", "全省位次“19”应为1—18的整数" },
        { nameof(PublishedEntry.Rank), "前三", "全省位次“前三”不是名次" },
        { nameof(PublishedEntry.RankText), "全省前三位", "只能填一项" },
        { nameof(PublishedEntry.RankText), "第3位", "位次文字“第3位”是确定的名次，请改填在全省位次" },
        { nameof(PublishedEntry.Baseline), "maybe", "基期“maybe”应为是或否" },
        { nameof(PublishedEntry.Baseline), "yes", "基期没有名称" },
        { nameof(PublishedEntry.Label), "6月", "基期名称“6月”只用于基期" },
        { nameof(PublishedEntry.Document), new string('文', 301), "来源文件超过300字" },
        { nameof(PublishedEntry.Received), "9月", "收文统计周“9月”不是统计周" },
        { nameof(PublishedEntry.Received), "2020-W38", "早于时段" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void Read_FaultyField_NamesFieldAndValue(string field, string text, string sentence)
    {
        var entry = Entry with { };
        typeof(PublishedEntry).GetProperty(field)!.SetValue(entry, text);

        var (figure, faults) = entry.Read(SeedFiles.Demonstration, Today);

        Assert.Null(figure);
        Assert.Contains(faults, fault => fault.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_SeveralFaults_AreAllTold()
    {
        var (_, faults) = new PublishedEntry("第3行") { Indicator = "x", Unit = "y", PeriodKind = "week", Period = "z", Value = "a", Rank = "b", Received = "c" }.Read(SeedFiles.Demonstration, Today);

        Assert.Equal(6, faults.Count);
        Assert.All(faults, fault => Assert.StartsWith("第3行：", fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_NothingPublished_IsRefused()
    {
        var (_, faults) = (Entry with { Value = "", Rank = "" }).Read(SeedFiles.Demonstration, Today);

        Assert.Equal(["数值、全省位次、位次文字都没有填写，至少填一项。"], faults);
    }

    [Fact]
    public void Of_AnyFigureOfTheSeed_ReadsBackTheSame() => Assert.All(
        SeedFiles.Demonstration.PublishedFigures,
        figure => Assert.Equal(figure, PublishedEntry.Of(figure).Read(SeedFiles.Demonstration, Today).Figure));
}
