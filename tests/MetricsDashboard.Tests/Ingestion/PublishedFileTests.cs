using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MetricsDashboard.Ingestion.Formats;
using MetricsDashboard.Tests.CatalogueRules;
using Xunit;

namespace MetricsDashboard.Tests.Ingestion;

public sealed class PublishedFileTests
{
    private const string Heading = "indicator,unit,period_kind,period,value,bound,province_rank,rank_text,baseline,label,document";

    [Fact]
    public void Read_TheSeedFile_GivesEveryRowWithItsLine()
    {
        var file = Read(SeedFiles.Text("published-figures.csv"));

        Assert.Empty(file.Faults);
        Assert.Equal(7, file.Figures!.Count);
        Assert.Equal(("第2行", "red-card-rate", "36.15", "6月"), (file.Figures[0].Where, file.Figures[0].Indicator, file.Figures[0].Value, file.Figures[0].Label));
    }

    [Fact]
    public void Read_ProvincialTable_TakesTitlesNotesAndAnyOrderOfColumns()
    {
        var file = Read("全省电子监察红牌率情况\n2020年9月,,,\n\n名次,省辖市,备注,数值\n1,甲市,,0.80%\n9,平顶山市,,1.00%\n,全省平均,,1.05%\n注：按系统数据,,,\n");

        Assert.Empty(file.Faults);
        Assert.Equal([("甲市", "0.80%", "1"), ("平顶山市", "1.00%", "9"), ("全省平均", "1.05%", "")], file.Places!.Select(row => (row.Place, row.Value, row.Rank)));
        Assert.Equal("第5行", file.Places![0].Where);
    }

    [Fact]
    public void Read_Gb18030AndTabs_AreUnderstood()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = PublishedFile.Read(Encoding.GetEncoding("GB18030").GetBytes("地区\t数值\n平顶山市\t1.00\n"), "a.csv");

        Assert.Equal("平顶山市", Assert.Single(file.Places!).Place);
    }

    [Fact]
    public void Read_Workbook_ReadsItsCells()
    {
        var file = PublishedFile.Read(Workbook(("Sheet1", [["通报"], ["地区", "数值", "名次"], ["平顶山市", 0.01, 9]])), "a.xlsx");

        Assert.Empty(file.Faults);
        var row = Assert.Single(file.Places!);
        Assert.Equal(("第3行", "平顶山市", "0.01", "9"), (row.Where, row.Place, row.Value, row.Rank));
    }

    [Fact]
    public void Read_TwoTables_WantsOneAtATime()
    {
        var file = PublishedFile.Read(Workbook(("红牌率", [["地区", "数值"], ["平顶山市", 1]]), ("办结率", [["地区", "数值"], ["平顶山市", 2]])), "a.xlsx");

        Assert.Equal("文件里有2处表头（工作表“红牌率”第1行、工作表“办结率”第1行），一次只能导入一张表，请分开上传。", Assert.Single(file.Faults));
    }

    public static TheoryData<string, string> Bad => new()
    {
        { "", "文件是空的" },
        { "\n\n,,\n", "文件里没有内容" },
        { "地区\n平顶山市\n", "没有找到表头" },
        { "平顶山市,1.00,9\n", "没有找到表头" },
        { "%PDF-1.4", "这是 PDF" },
        { "\u0001\u0002\u0003", "不是表格，或者已经损坏" },
        { "地区,数值,值\n平顶山市,1,2\n", "第1行：表头“值”的意思有两列都可以是" },
        { "地区,地区,数值\n平顶山市,a,2\n", "第1行：表头“地区”" },
        { "地区,数值\n平顶山市,1,000\n", "第2行：有3列，表头只有2列" },
        { "地区,数值\n\"平顶山市,1\n", "引号没有成对" },
        { "indicator,period\nred-card-rate,2020-W39\n", "第1行：表头缺少“unit”（口径单位）列" },
        { Heading + ",value\n", "第1行：表头“value”" },
        { Heading + "\nred-card-rate,410400\n", "第2行：只有2列，表头有11列" },
        { Heading + "\nred-card-rate,410400,week,2020-W39,1,000,=,9,,,,,x\n", "第2行：有13列" },
        { Heading + "\n" + Heading + "\n", "文件里有2处表头" },
    };

    [Theory, MemberData(nameof(Bad))]
    public void Read_BadFile_SaysWhatToDo(string text, string sentence)
    {
        var file = Read(text);

        Assert.Null(file.Figures);
        Assert.Null(file.Places);
        Assert.Contains(file.Faults, fault => fault.Contains(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 1, 2, 3 })]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0 })]
    public void Read_DamagedWorkbook_IsRefusedWithASentence(byte[] bytes) => Assert.EndsWith("。", Assert.Single(PublishedFile.Read(bytes, "a.xlsx").Faults), StringComparison.Ordinal);

    [Fact]
    public void Read_TooManyLines_IsRefused() =>
        Assert.Contains("最多5000行", Assert.Single(Read("地区,数值\n" + string.Concat(Enumerable.Repeat("甲市,1\n", 5001))).Faults), StringComparison.Ordinal);

    private static PublishedFile Read(string text) => PublishedFile.Read(Encoding.UTF8.GetBytes(text), "a.csv");

    private static byte[] Workbook(params (string Name, object[][] Rows)[] sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            foreach (var (name, rows) in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(rows.Select(row => new DocumentFormat.OpenXml.Spreadsheet.Row(row.Select(Cell)))));
                book.Workbook.Sheets!.Append(new Sheet { Name = name, SheetId = (uint)book.Workbook.Sheets.ChildElements.Count + 1, Id = book.GetIdOfPart(part) });
            }
        }

        return stream.ToArray();
    }

    private static Cell Cell(object value) => value is string text
        ? new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) }
        : new Cell { CellValue = new CellValue(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!) };
}
