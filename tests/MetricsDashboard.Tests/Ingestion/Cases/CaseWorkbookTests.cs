using System.Text;
using MetricsDashboard.Ingestion.Formats.Cases;
using Xunit;

namespace MetricsDashboard.Tests.Ingestion.Cases;

public sealed class CaseWorkbookTests
{
    private static readonly object[] Heading = ["case_no", "version", "unit", "item_code", "accepted_at", "promised_due", "status"];

    public static TheoryData<string, string> Faults => new()
    {
        { """<c r="@" t="e"><v>#N/A</v></c>""", "单位（单元格C2）是错误值" },
        { """<c r="@"><f>B2&amp;"县"</f></c>""", "单位（单元格C2）是没有算出结果的公式" },
        { """<c r="@"><v>4.10421202009210001E17</v></c>""", "单位（单元格C2）是超过15位的数" },
        { """<c r="@" t="s"><v>99</v></c>""", "单位（单元格C2）指向不存在的文字" },
    };

    public static TheoryData<string, string> Cells => new()
    {
        { """<c r="@" t="inlineStr"><is><t>宝丰</t><r><t>县</t></r><rPh><t>ㄅ</t></rPh></is></c>""", "宝丰县" },
        { """<c r="@" t="str"><f>A1</f><v> 宝丰县 </v></c>""", "宝丰县" },
        { """<c r="@"><v>410421</v></c>""", "410421" },
        { """<c r="@"><v>4.10421E5</v></c>""", "410421" },
        { """<c r="@"><v>0.10000000000000001</v></c>""", "0.1" },
        { """<c r="@" s="1"/>""", "" },
        { """<c r="@" s="2"><v>44095</v></c>""", "2020-09-21" },
        { """<c r="@" s="2"><v>44095.5</v></c>""", "2020-09-21T12:00:00" },
        { """<c r="@" s="1"><v>44095</v></c>""", "2020-09-21T00:00:00" },
        { """<c r="@" s="1"><v>44095.687499999999</v></c>""", "2020-09-21T16:30:00" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Read_CellThatIsNoValue_CostsItsRow(string cell, string fault)
    {
        var entries = CaseText.Read(CaseWorkbookFile.Of(Heading, ["A", 1, new CellXml(cell), "SX", "2020-09-21", "", "open"], ["B", 1, "叶县", "SX", "2020-09-21", "", "open"]));

        Assert.Equal("!第2行 B", CaseText.Summary(entries));
        Assert.StartsWith(fault, entries[0].Fault, StringComparison.Ordinal);
        Assert.StartsWith("A,1,", entries[0].Raw, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Read_Cell_IsTheTextThatAPersonSees(string cell, string text)
    {
        var entries = CaseText.Read(CaseWorkbookFile.Of(Heading, ["A", 1, new CellXml(cell), "SX", "2020-09-21", "", "open"]));

        Assert.Equal(text, Assert.Single(entries).Row!.Unit);
    }

    [Fact]
    public void Read_BlankRowsAndCells_AreSkippedAndKeepTheirPlaces()
    {
        var entries = CaseText.Read(CaseWorkbookFile.Of([], ["", ""], Heading, ["A", 1, "叶县"], [], [null, "", " "], ["B"]));

        Assert.Equal(["第4行", "第7行"], entries.Select(entry => entry.Place));
        Assert.Equal(("A", "叶县", ""), (entries[0].Row!.CaseNo, entries[0].Row!.Unit, entries[0].Row!.Status));
    }

    [Fact]
    public void Read_MissingColumn_IsRefusedWithItsName() =>
        Assert.Contains("缺少必需的列：状态（status）", Refused(CaseWorkbookFile.Of(Heading[..6])), StringComparison.Ordinal);

    [Fact]
    public void Read_EmptyWorkbook_IsRefused() => Assert.Contains("没有表头", Refused(CaseWorkbookFile.Of()), StringComparison.Ordinal);

    [Fact]
    public void Read_FlippedBit_IsRefused()
    {
        var bytes = CaseWorkbookFile.Of(Heading, ["A", 1, "叶县", "SX", "2020-09-21", "", "open"]);
        bytes[bytes.AsSpan().IndexOf("sheet1.xml"u8) + 40] ^= 4;

        Assert.Contains("已损坏", Refused(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OldWorkbook_SaysWhatToDo() =>
        Assert.Contains("另存为不加密的 .xlsx", Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]), StringComparison.Ordinal);

    [Fact]
    public void Looks_FilesOfEachKind_TellsCasesFromForms()
    {
        Assert.True(Looks(CaseWorkbookFile.Of(Heading)));
        Assert.True(Looks(Encoding.UTF8.GetBytes(CaseText.Heading)));
        Assert.True(Looks(Encoding.UTF8.GetBytes($"\n[{CaseText.Json(1)}]")));
        Assert.True(Looks(Encoding.UTF8.GetBytes(CaseText.Json(1) + "\n")));
        Assert.True(Looks(Encoding.UTF8.GetBytes("办件号,单位\n"), new CaseLayout { Fields = new Dictionary<string, string> { ["办件号"] = "case_no" } }));
        Assert.False(Looks(Encoding.UTF8.GetBytes("unit,week,element,value\n410421,2020-W39,staff,3\n")));
        Assert.False(Looks(Encoding.UTF8.GetBytes("""[{"unit":"410421","week":"2020-W39"}]""")));
        Assert.False(Looks(WorkbookFile.Filled().Bytes()));
        Assert.False(Looks([]));
        Assert.False(Looks("PK\x3\x4 broken"u8.ToArray()));
    }

    private static bool Looks(byte[] bytes, CaseLayout? layout = null)
    {
        using var stream = new MemoryStream(bytes);
        return CaseFiles.Looks(stream, layout ?? CaseLayout.Own);
    }

    private static string Refused(byte[] bytes) => Assert.Throws<CaseFileException>(() => CaseText.Read(bytes)).Message;
}
