using System.Globalization;
using FsCheck.Xunit;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Tests.Ingestion;
using Xunit;

namespace MetricsDashboard.Tests.Cases;

public sealed class CaseReadingTests
{
    private static readonly DateTimeOffset Now = new(2020, 9, 29, 9, 0, 0, ChinaTime.Offset);
    private static readonly CaseRow Row = CaseRow.Of("第2行", ["BJ-1", "3", "市公安局", "SX-01", "户口登记", "2020-09-21T09:00:00", "2020-09-25", "2020-09-30", "", "none", "", "open", "2020-09-22 10:00:00"]);

    public static TheoryData<string, string, string> Rejected => new()
    {
        { "CaseNo", "", "没有写办件编号" },
        { "CaseNo", new string('A', 65), "办件编号“AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA……”超过64个字符" },
        { "CaseNo", "BJ 1", "办件编号“BJ 1”含有空格、汉字或全角字符，应只有半角字母、数字和符号" },
        { "CaseNo", "办件1", "办件编号“办件1”含有空格、汉字或全角字符，应只有半角字母、数字和符号" },
        { "ItemCode", "", "没有写事项编码" },
        { "ItemCode", "ＳＸ", "事项编码“ＳＸ”含有空格、汉字或全角字符，应只有半角字母、数字和符号" },
        { "ItemName", new string('名', 301), "事项名称超过300个字，请缩短" },
        { "Version", "", "版本“”不是从0开始的整数" },
        { "Version", "-1", "版本“-1”不是从0开始的整数" },
        { "Version", "1.5", "版本“1.5”不是从0开始的整数" },
        { "Version", "99999999999999999999", "版本“99999999999999999999”不是从0开始的整数" },
        { "AcceptedAt", "", "没有写受理时间" },
        { "AcceptedAt", "昨天", "受理时间“昨天”不是时间，应写作 2020-09-27T16:30:00" },
        { "AcceptedAt", "2020-02-30", "受理时间“2020-02-30”不是时间，应写作 2020-09-27T16:30:00" },
        { "AcceptedAt", "1999-12-31", "受理时间1999-12-31 00:00早于2000年" },
        { "AcceptedAt", "2020-09-30T09:00:01", "受理时间2020-09-30 09:00晚于现在，请核对来源系统的时钟" },
        { "PromisedDue", "x", "承诺办结时限“x”不是时间，应写作 2020-09-27T16:30:00" },
        { "StatutoryDue", "x", "法定办结时限“x”不是时间，应写作 2020-09-27T16:30:00" },
        { "StatutoryDue", "2100-01-02", "办结时限晚于2100年" },
        { "CompletedAt", "x", "办结时间“x”不是时间，应写作 2020-09-27T16:30:00" },
        { "CompletedAt", "2020-09-22", "状态是在办，却写了办结时间" },
        { "CompletedAt", "2020-10-02", "办结时间2020-10-02 00:00晚于现在，请核对来源系统的时钟" },
        { "UpdatedAt", "x", "更新时间“x”不是时间，应写作 2020-09-27T16:30:00" },
        { "Status", "completed", "状态是办结，没有写办结时间" },
        { "Status", "", "没有写状态" },
        { "Unit", "", "没有写单位" },
    };

    /// <summary>The usual writing is read by its digits, the one with a blank by the framework: they agree on everything, whatever stands there.</summary>
    [Property(MaxTest = 2000)]
    public bool Read_UsualTimeWithAnythingAtTwoPlaces_IsReadAsTheOneWithABlank(DateTime moment, byte place, char first, byte other, char second)
    {
        var text = moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture).ToCharArray();
        if (place % 4 > 0) text[place % 19] = place % 4 > 1 ? (char)('0' + (first % 12)) : first;
        if (other % 4 > 0) text[other % 19] = other % 4 > 1 ? (char)('0' + (second % 12)) : second;
        if (text[10] != 'T') return true;
        var usual = Read(Row with { StatutoryDue = new string(text) });
        text[10] = ' ';
        var general = Read(Row with { StatutoryDue = new string(text) });
        return usual.Facts?.StatutoryDue == general.Facts?.StatutoryDue && usual.Fault?.Replace('T', ' ') == general.Fault?.Replace('T', ' ');
    }

    public static TheoryData<string, string, CaseTermKind> Held => new()
    {
        { "Unit", "市公安", CaseTermKind.Unit },
        { "Unit", "平顶山市", CaseTermKind.Unit }, // the city itself has no cases
        { "Unit", "城关镇", CaseTermKind.Unit }, // nor has a township
        { "Status", "已受理", CaseTermKind.Status },
        { "Card", "红", CaseTermKind.Card },
        { "Cause", "疫情", CaseTermKind.Cause },
    };

    public static TheoryData<string, string> Times => new()
    {
        { "2020-09-21T09:00:00", "2020-09-21T09:00:00+08:00" },
        { "2020-09-21 09:00", "2020-09-21T09:00:00+08:00" },
        { "2020/9/1 9:05:07", "2020-09-01T09:05:07+08:00" },
        { "2020-09-21T09:00:00.1239", "2020-09-21T09:00:00.123+08:00" },
        { "2020-09-21", "2020-09-21T00:00:00+08:00" },
        { "20200921", "2020-09-21T00:00:00+08:00" },
        { "2020-09-21T01:00:00+00:00", "2020-09-21T09:00:00+08:00" },
        { "2020-09-21T01:00:00Z", "2020-09-21T09:00:00+08:00" },
        { "2020-09-21T01:00:00.5Z", "2020-09-21T09:00:00.5+08:00" },
        { "2020-09-21 09:00:00+08:00", "2020-09-21T09:00:00+08:00" },
    };

    [Theory]
    [MemberData(nameof(Rejected))]
    public void Read_FaultyRow_IsRejectedWithASentence(string column, string text, string fault) => Assert.Equal(new CaseOutcome(null, null, fault), Read(With(Row, column, text)));

    [Theory]
    [MemberData(nameof(Held))]
    public void Read_UnknownWord_IsHeld(string column, string text, CaseTermKind kind)
    {
        Assert.Equal(new CaseOutcome(null, new UnknownTerm(kind, text), null), Read(With(Row, column, text)));

        var said = new CaseTerm(kind, text, kind switch { CaseTermKind.Unit => TestCatalogue.County, CaseTermKind.Cause => "other", CaseTermKind.Card => "red", _ => "open" });
        Assert.NotNull(Read(With(Row, column, text), said).Facts);
    }

    [Fact]
    public void Read_FaultyAndUnknown_IsRejectedAndNobodyIsAsked()
    {
        Assert.NotNull(Read(Row with { Unit = "市公安", CompletedAt = "2020-09-22" }).Fault);
        Assert.NotNull(Read(Row with { Cause = "疫情", AcceptedAt = "昨天" }).Fault);
        Assert.NotNull(Read(Row with { Cause = "疫情", Status = "" }).Fault);
    }

    [Fact]
    public void Read_CompletedBeforeAccepted_IsRejected() => Assert.Equal(
        "办结时间2020-09-20 23:00早于受理时间2020-09-21 09:00", Read(Row with { Status = "办结", CompletedAt = "2020-09-20T23:00:00" }).Fault);

    [Theory]
    [MemberData(nameof(Times))]
    public void Read_TimesAsTheyAreWritten_AreUnderstood(string text, string moment) =>
        Assert.Equal(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), Read(Row with { AcceptedAt = text }).Facts!.AcceptedAt);

    [Fact]
    public void Read_DayAlone_OfATimeLimitIsItsLastSecond() =>
        Assert.Equal(new DateTimeOffset(2020, 9, 25, 23, 59, 59, ChinaTime.Offset), Read(Row).Facts!.PromisedDue);

    [Fact]
    public void Read_UpdatedInTheFuture_SaysNotSinceWhen()
    {
        Assert.Equal(new DateTimeOffset(2020, 9, 22, 10, 0, 0, ChinaTime.Offset), Read(Row).Facts!.UpdatedAt);
        Assert.Null(Read(Row with { UpdatedAt = "2020-09-29T09:00:01" }).Facts!.UpdatedAt);
        Assert.Null(Read(Row with { UpdatedAt = "" }).Facts!.UpdatedAt);
    }

    [Fact]
    public void Read_OrdinaryRow_IsUnderstood()
    {
        var facts = Read(Row with { Unit = "平顶山市公安局", Card = "红牌", Cause = "超时未办", Status = "Completed", CompletedAt = "2020-09-25T17:00:00" }).Facts!;

        Assert.Equal(("BJ-1", 3L, TestCatalogue.Catalogue.Units.Single(unit => unit.Name == "平顶山市公安局").Code), (facts.CaseNo, facts.Version, facts.Unit));
        Assert.Equal((Card.Red, CardCause.Overdue, CaseStatus.Completed, true), (facts.Card, facts.Cause, facts.Status, facts.IsInTime));
        Assert.Null(Read(Row with { Card = "" }).Facts!.Card);
    }

    [Theory]
    [InlineData("2020-09-25T23:59:59", "2020-09-25", "2020-09-30", true)]
    [InlineData("2020-09-26T00:00:00", "2020-09-25", "2020-09-30", false)]
    [InlineData("2020-09-26T00:00:00", "", "2020-09-30", true)]
    [InlineData("2020-09-28T00:00:00", "", "2020-09-27", false)]
    [InlineData("2020-09-28T00:00:00", "", "", true)]
    public void IsInTime_Completed_ByThePromisedOrElseTheStatutoryTime(string completed, string promised, string statutory, bool inTime) =>
        Assert.Equal(inTime, Read(Row with { Status = "completed", CompletedAt = completed, PromisedDue = promised, StatutoryDue = statutory }).Facts!.IsInTime);

    internal static CaseOutcome Read(CaseRow row, params CaseTerm[] said) => new CaseReading(new CaseVocabulary(TestCatalogue.Catalogue, said), Now).Read(row);

    private static CaseRow With(CaseRow row, string column, string text) => column switch
    {
        "CaseNo" => row with { CaseNo = text },
        "Version" => row with { Version = text },
        "Unit" => row with { Unit = text },
        "ItemCode" => row with { ItemCode = text },
        "ItemName" => row with { ItemName = text },
        "AcceptedAt" => row with { AcceptedAt = text },
        "PromisedDue" => row with { PromisedDue = text },
        "StatutoryDue" => row with { StatutoryDue = text },
        "CompletedAt" => row with { CompletedAt = text },
        "UpdatedAt" => row with { UpdatedAt = text },
        "Card" => row with { Card = text },
        "Cause" => row with { Cause = text },
        "Status" => row with { Status = text },
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "Unknown column."),
    };
}
