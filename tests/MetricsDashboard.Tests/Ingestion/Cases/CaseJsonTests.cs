using System.Text;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Ingestion.Formats.Cases;
using Xunit;

namespace MetricsDashboard.Tests.Ingestion.Cases;

public sealed class CaseJsonTests
{
    private static readonly CaseLayout Items = new() { Path = "data.items" };

    public static TheoryData<string, string> Broken => new()
    {
        { """{"case_no":"BJ0002","unit":宝丰县}""", "不是完整的 JSON 对象" },
        { """{"case_no":"BJ0002,"unit":"宝丰县"}""", "不是完整的 JSON 对象" },
        { """{"case_no":"BJ0002","unit":"宝丰县}""", "不是完整的 JSON 对象" },
        { """{"case_no":"BJ0002","unit":"宝丰县" """, "不是完整的 JSON 对象" },
        { """{"case_no":"BJ0002","unit":["宝丰县"]}""", "单位是数组，应是文字" },
        { """{"case_no":{"id":2},"unit":"宝丰县"}""", "办件编号是对象，应是文字" },
        { """{"case_no":"BJ0002","case_no":"BJ0003"}""", "办件编号写了两次" },
        { "17", "不是 JSON 对象" },
        { "null", "不是 JSON 对象" },
        { "\"BJ0002\"", "不是 JSON 对象" },
        { """{"case_no":"BJ0002","item_name":"\uD800"}""", "认不出的字符" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Read_BrokenLine_CostsThatLineAlone(string broken, string fault)
    {
        var entries = CaseText.Read(string.Join('\n', CaseText.Json(1), broken, "", CaseText.Json(3)));

        Assert.Equal("BJ0001 !第2行 BJ0003", CaseText.Summary(entries));
        Assert.Contains(fault, entries[1].Fault!, StringComparison.Ordinal);
        Assert.Equal(broken.Trim(), entries[1].Raw);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void Read_BrokenElementOfAList_CostsThatElementAlone(string broken, string fault)
    {
        var entries = CaseText.Read($"[\n{CaseText.Json(1)},\n{broken},\n{CaseText.Json(3)}\n]");

        Assert.Equal("BJ0001 !第2条 BJ0003", CaseText.Summary(entries));
        Assert.NotNull(entries[1].Fault);
        Assert.NotEmpty(fault);
    }

    [Fact]
    public void Read_ListUnderAPath_SkipsWhatIsAroundIt()
    {
        var entries = CaseText.Read("""{"items":[1],"meta":{"items":[{"x":1}]},"data":{"total":2,"more":[{"items":[3]}],"items":[ONE,TWO],"next":null}}"""
            .Replace("ONE", CaseText.Json(1), StringComparison.Ordinal).Replace("TWO", CaseText.Json(2), StringComparison.Ordinal), Items);

        Assert.Equal("BJ0001 BJ0002", CaseText.Summary(entries));
        Assert.Equal(["第1条", "第2条"], entries.Select(entry => entry.Place));
    }

    [Fact]
    public void Read_PrettyPrinted_IsTheSame() => Assert.Equal(
        "BJ0001 BJ0002", CaseText.Summary(CaseText.Read(("[" + CaseText.Json(1) + "," + CaseText.Json(2) + "]").Replace(",\"", ",\n    \"", StringComparison.Ordinal).Replace("{", "  {\n", StringComparison.Ordinal))));

    [Fact]
    public void Read_NumbersAndTruthValues_AreTakenAsWritten()
    {
        var row = Assert.Single(CaseText.Read("""[{"case_no":20200921001,"version":3,"unit":410421,"item_code":1.50,"status":true,"other":{"a":[1]}}]""")).Row!;

        Assert.Equal(("20200921001", "3", "410421", "1.50", "true", ""), (row.CaseNo, row.Version, row.Unit, row.ItemCode, row.Status, row.Card));
    }

    [Fact]
    public void Read_ListCutOff_TellsItOnceAfterTheWholeRows()
    {
        var whole = $"[{CaseText.Json(1)},{CaseText.Json(2)}";

        Assert.Equal("BJ0001 BJ0002 !第3条", CaseText.Summary(CaseText.Read(whole)));
        Assert.Equal("BJ0001 !第2条", CaseText.Summary(CaseText.Read(whole[..^20])));
        Assert.Contains("中断", CaseText.Read(whole)[^1].Fault!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"data":{"rows":[]}}""", "没有“data.items”这个数组")]
    [InlineData("""{"data":{"items":{"a":1}}}""", "没有“data.items”这个数组")]
    [InlineData("""{"data":5,"items":[]}""", "没有“data.items”这个数组")]
    [InlineData("""{"data":{"items":""", "不是完整的 JSON")]
    [InlineData("""{"data":{"items"=[]}}""", "不是完整的 JSON")]
    public void Read_NoListUnderThePath_IsRefused(string text, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<CaseFileException>(() => CaseText.Read(text, Items)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{\n\"data\": [1,2]\n}", "最外层不是数组")]
    [InlineData("""[{"name":"甲"}]""", "没有办件编号（case_no）")]
    [InlineData("""{"name":"甲"}""", "没有办件编号（case_no）")]
    public void Read_NoCases_IsRefused(string text, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<CaseFileException>(() => CaseText.Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_EmptyList_IsNothing() => Assert.Empty(CaseText.Read(" [ ] "));

    [Fact]
    public void Read_MappedNamesAndMark_AreTold()
    {
        var marks = new List<string>();
        var layout = new CaseLayout { Fields = new Dictionary<string, string> { ["编号"] = "case_no", ["单位名"] = "unit" }, MarkField = "seq", OnMark = marks.Add };

        var entries = CaseText.Read("""[{"编号":"A","单位名":"叶县","seq":5},{"编号":"B","seq":"6"},{"编号":[],"seq":7}]""", layout);

        Assert.Equal("A B !第3条", CaseText.Summary(entries));
        Assert.Equal(["5", "6"], marks);
    }

    [Fact]
    public void Read_ElementsAcrossBuffers_LosesNone()
    {
        var text = new StringBuilder("[");
        for (var i = 1; i <= 6000; i++) text.Append(i == 1 ? "" : ",").Append(CaseText.Json(i, i % 3 == 0 ? ",\"note\":\"{[\\\"}]\"" : null));

        var entries = CaseText.Read(text.Append(']').ToString());

        Assert.Equal(Enumerable.Range(1, 6000).Select(i => $"BJ{i:0000}"), entries.Select(entry => entry.Row!.CaseNo));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_EndlessObject_DoesNotFillTheMemory(bool lines)
    {
        var text = (lines ? "" : "[") + $$"""{"case_no":"BJ0001","note":"{{new string('x', 3_000_000)}}"}""" + (lines ? "\n" + CaseText.Json(2) : "]");

        if (lines) Assert.Equal("!第1行 BJ0002", CaseText.Summary(CaseText.Read(text)));
        else Assert.Contains("第1条超过256KB", Assert.Throws<CaseFileException>(() => CaseText.Read(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SameRowsInEveryFormat_AreTheSame()
    {
        var texts = Enumerable.Range(1, 40).Select(i => new[] { $"BJ{i:0000}", $"{i}", "宝丰县", "SX-01", i % 2 == 0 ? "不动产,“登记”" : "", "2020-09-21T09:00:00", "2020-09-25", "", "", "red", "超时未办", "open" }).ToList();
        var csv = string.Join('\n', texts.Select(row => string.Join(',', row.Select(text => $"\"{text}\""))).Prepend(string.Join(',', CaseRow.Columns.Take(12))));
        var lines = texts.Select(row => System.Text.Json.JsonSerializer.Serialize(row.Select((text, i) => (Name: CaseRow.Columns[i], text)).ToDictionary(pair => pair.Name, pair => pair.text))).ToList();
        var workbook = CaseWorkbookFile.Of([
            [.. CaseRow.Columns.Take(12)],
            .. texts.Select((row, i) => row.Select((text, column) => column switch
            {
                1 => i + 1,
                5 => new DateTime(2020, 9, 21, 9, 0, 0, DateTimeKind.Unspecified),
                6 => new DateOnly(2020, 9, 25),
                _ => (object)text,
            }).ToArray()),
        ]);

        var expected = texts.Select(row => string.Join('|', row)).ToList();
        foreach (var entries in new[] { CaseText.Read(csv), CaseText.Read(string.Join("\r\n", lines)), CaseText.Read($"[{string.Join(',', lines)}]"), CaseText.Read(workbook) })
            Assert.Equal(expected, entries.Select(entry => string.Join('|', entry.Row!.Texts.Take(12))));
    }
}
