using System.Text;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Ingestion.Formats.Cases;
using Xunit;

namespace MetricsDashboard.Tests.Ingestion.Cases;

public sealed class CaseCsvTests
{
    public static TheoryData<string, string, string> Broken => new()
    {
        { "too few", "BJ0002,1,宝丰县", "只有3列，表头有13列，请补齐" },
        { "too many", CaseText.Row(2) + ",多出的", "有14列，表头只有13列" },
        { "open mark at the end of a line", "BJ0002,1,\"宝丰县,SX-01,名称,2020-09-21,,,,,,open,", "引号没有成对" },
        { "text behind the closing mark", "BJ0002,1,\"宝丰\"县,SX-01,名称,2020-09-21,,,,,,open,", "右引号后面还有字" },
        { "broken character", "BJ0002,1,宝\uFFFD县,SX-01,名称,2020-09-21,,,,,,open,", "认不出的字符" },
        { "endless text", $"BJ0002,1,{new string('长', 600)},SX-01,名称,2020-09-21,,,,,,open,", "单位超过500个字" },
        { "endless line", $"BJ0002,1,{new string('x', 300_000)},SX-01,名称,2020-09-21,,,,,,open,", "超过65536个字符" },
        { "more columns than can be", new string(',', 600), "超过500列" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Read_BrokenLine_CostsThatLineAlone(string which, string line, string fault)
    {
        Assert.NotEmpty(which);
        var entries = CaseText.Read(string.Join('\n', CaseText.Heading, CaseText.Row(1), line, CaseText.Row(3), CaseText.Row(4)) + "\n");

        Assert.Equal("BJ0001 !第3行 BJ0003 BJ0004", CaseText.Summary(entries));
        Assert.Contains(fault, entries[1].Fault!, StringComparison.Ordinal);
        Assert.Equal(line.Length > 2000 ? line[..2000] : line, entries[1].Raw);
    }

    [Fact]
    public void Read_OpenMarkBeforeQuotedLines_GoesOnAtTheNextLine()
    {
        static string Quoted(int number) => string.Join(',', CaseText.Row(number).Split(',').Select(text => $"\"{text}\""));
        var broken = Quoted(2).Replace("\"宝丰县\"", "\"宝丰县", StringComparison.Ordinal);

        var entries = CaseText.Read(string.Join("\r\n", CaseText.Heading, Quoted(1), broken, Quoted(3), Quoted(4)));

        Assert.Equal("BJ0001 !第3行 BJ0003 BJ0004", CaseText.Summary(entries));
    }

    [Fact]
    public void Read_LineBreakWithinMarks_IsPartOfTheText()
    {
        var entries = CaseText.Read(string.Join('\n', CaseText.Heading, CaseText.Row(1).Replace("不动产登记", "\"不动产\n“首次”\"\"登记\"\"\"", StringComparison.Ordinal), CaseText.Row(2)));

        Assert.Equal(("不动产\n“首次”\"登记\"", "第2行", "第4行"), (entries[0].Row!.ItemName, entries[0].Place, entries[1].Place));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Read_AnyLineEnd_GivesTheSameRows(string lineEnd)
    {
        var entries = CaseText.Read(string.Join(lineEnd, CaseText.Heading, CaseText.Row(1), "", CaseText.Row(3), ",,,,,,,,,,,,", CaseText.Row(5), ""));

        Assert.Equal(["第2行", "第4行", "第6行"], entries.Select(entry => entry.Place));
        Assert.All(entries, entry => Assert.Equal("2020-09-21T09:30:00", entry.Row!.UpdatedAt));
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("gb18030", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void Read_AnyEncoding_GivesTheSameText(string name, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Encoding encoding = name == "utf-8" ? new UTF8Encoding(mark) : Encoding.GetEncoding(name);

        var entries = CaseText.Read([.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes($"{CaseText.Heading}\n{CaseText.Row(1, "滍阳镇")}\n")]);

        Assert.Equal("滍阳镇", Assert.Single(entries).Row!.Unit);
    }

    [Fact]
    public void Read_OneBrokenByteInUtf8_CostsItsRowAlone()
    {
        var text = string.Join('\n', Enumerable.Range(1, 50).Select(number => CaseText.Row(number)).Prepend(CaseText.Heading));
        var bytes = Encoding.UTF8.GetBytes(text);
        bytes[Encoding.UTF8.GetBytes(text[..text.IndexOf("BJ0020", StringComparison.Ordinal)]).Length + "BJ0020,1,".Length] = 0xFF;

        var entries = CaseText.Read(bytes);

        Assert.Equal((50, "第21行"), (entries.Count, Assert.Single(entries, entry => entry.Row is null).Place));
        Assert.Equal("宝丰县", entries[^1].Row!.Unit);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public void Read_OtherSeparator_IsKnownByTheHeading(char separator)
    {
        var entries = CaseText.Read($"{CaseText.Heading}\n{CaseText.Row(1)}".Replace(',', separator));

        Assert.Equal("2020-09-30", Assert.Single(entries).Row!.StatutoryDue);
    }

    [Fact]
    public void Read_MappedNames_AreTakenInWhateverOrder()
    {
        var layout = new CaseLayout
        {
            Fields = new Dictionary<string, string> { ["办件号"] = "case_no", ["版本"] = "version", ["部门"] = "unit", ["事项"] = "item_code", ["受理"] = "accepted_at", ["状态"] = "status" },
            Prefix = "第3页",
        };

        var entry = Assert.Single(CaseText.Read("备注,状态,部门,办件号,版本,事项,受理,card\n无,在办, 鲁山县 ,A-1,7,SX-9,2020-09-21,red\n", layout));

        Assert.Equal(CaseRow.Of("第3页第2行", ["A-1", "7", "鲁山县", "SX-9", "", "2020-09-21", "", "", "", "red", "", "在办"]), entry.Row);
    }

    [Theory]
    [InlineData("case_no,version,unit,item_code,accepted_at", "缺少必需的列：状态（status）")]
    [InlineData("办件号,版本", "缺少必需的列：办件编号（case_no）、版本（version）、单位（unit）、事项编码（item_code）、受理时间（accepted_at）、状态（status）。文件里的列是：办件号、版本")]
    [InlineData("case_no,version,unit,item_code,accepted_at,status,unit", "单位（unit）有两列")]
    [InlineData("case_no,version,\"unit", "表头（第1行）引号没有成对")]
    [InlineData("\n \n", "文件里什么也没有")]
    [InlineData("", "文件是空的（0字节）")]
    [InlineData("<html><body>请登录</body></html>", "网页")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("\u0001\u0002\u0003", "不是表格")]
    public void Read_FileThatCannotBe_IsRefusedWithASentence(string text, string sentence)
    {
        var fault = Assert.Throws<CaseFileException>(() => CaseText.Read(text));

        Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("。", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RecordsAcrossBuffers_LosesNone()
    {
        var text = new StringBuilder(CaseText.Heading).Append('\n');
        for (var i = 1; i <= 6000; i++) text.Append(i % 7 == 0 ? CaseText.Row(i).Replace("不动产登记", "\"不动产,登\n记\"", StringComparison.Ordinal) : CaseText.Row(i)).Append("\r\n");

        var entries = CaseText.Read(text.ToString());

        Assert.Equal(Enumerable.Range(1, 6000).Select(i => $"BJ{i:0000}"), entries.Select(entry => entry.Row!.CaseNo));
        Assert.Equal($"第{6001 + (5999 / 7)}行", entries[^1].Place);
    }
}
