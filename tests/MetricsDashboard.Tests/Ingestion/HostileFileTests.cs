using System.IO.Compression;
using System.Text;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Ingestion.Formats;
using Xunit;

namespace MetricsDashboard.Tests.Ingestion;

/// <summary>Files that are not what they say, and files made to hurt. Each is refused with one sentence, and at a small cost.</summary>
public sealed class HostileFileTests
{
    private const long HeapLimit = 64L * 1024 * 1024;

    [Fact]
    public void Read_OneGigabyteUnpacked_IsRefusedWithinTheHeapLimit()
    {
        var bomb = Rebuilt("xl/worksheets/sheet2.xml", stream =>
        {
            var blank = new byte[1024 * 1024];
            Array.Fill(blank, (byte)' ');
            for (var i = 0; i < 1024; i++) stream.Write(blank);
        });

        var (issue, allocated) = ReadMeasured(bomb);

        Assert.Equal(IssueCodes.TooLarge, issue.Code);
        Assert.Contains("文件解压后大于64MB", issue.Message, StringComparison.Ordinal);
        Assert.True(allocated < HeapLimit, $"{allocated:N0} bytes were allocated.");
    }

    [Fact]
    public void Read_EntityExpansion_IsRefusedWithinTheHeapLimit()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));
        var text = $"<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY l0 \"哈哈哈哈哈哈哈哈哈哈\">{entities}]><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>&l9;</t></si></sst>";
        var bomb = Rebuilt("xl/sharedStrings.xml", stream => stream.Write(Encoding.UTF8.GetBytes(text)));

        var (issue, allocated) = ReadMeasured(bomb);

        Assert.Equal(IssueCodes.TooLarge, issue.Code);
        Assert.Contains("实体声明", issue.Message, StringComparison.Ordinal);
        Assert.True(allocated < HeapLimit, $"{allocated:N0} bytes were allocated.");
    }

    [Fact]
    public void Read_DeclarationInUtf16_IsRefused()
    {
        var bomb = Rebuilt("xl/workbook.xml", stream => stream.Write([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(new string(' ', 40_000) + "<!DOCTYPE a [<!ENTITY b \"c\">]><workbook/>")]));

        Assert.Equal(IssueCodes.TooLarge, ReadMeasured(bomb).Issue.Code);
    }

    [Fact]
    public void Read_TenThousandParts_IsRefused()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < 10_000; i++) zip.CreateEntry($"xl/worksheets/s{i}.xml");
        }

        var issue = ReadMeasured(stream.ToArray()).Issue;

        Assert.Equal((IssueCodes.TooLarge, true), (issue.Code, issue.Message.Contains("压缩包里的文件太多", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_TooManyColumns_IsRefused()
    {
        var wide = Rebuilt("xl/worksheets/sheet2.xml", stream => stream.Write(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData></worksheet>"u8));

        var issue = ReadMeasured(wide).Issue;

        Assert.Equal((IssueCodes.TooLarge, WorkbookFile.Items), (issue.Code, issue.Sheet));
    }

    [Fact]
    public void Read_WordRenamed_SaysWord() => Refused(
        Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document/>")), IssueCodes.UnknownFormat, "这是 Word 文档，不是表格，改扩展名没有用：请上传从本系统下载的表");

    [Fact]
    public void Read_OpenDocument_SaysSo() => Refused(
        Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")), IssueCodes.UnknownFormat, "另存为 .xlsx");

    [Fact]
    public void Read_PasswordProtected_SaysSo() => Refused(Ole("EncryptedPackage"), IssueCodes.PasswordProtected, "请在 Excel 或 WPS 中取消密码，保存后重新上传");

    [Fact]
    public void Read_OldWordRenamed_SaysWord() => Refused(Ole("WordDocument"), IssueCodes.UnknownFormat, "这是 Word 文档");

    [Fact]
    public void Read_BrokenOle_IsDamaged() => Refused(Ole("Workbook"), IssueCodes.Damaged, "文件已损坏");

    [Fact]
    public void Read_NoBytes_IsEmpty() => Refused([], IssueCodes.EmptyFile, "文件是空的（0字节）：请填写后重新上传");

    [Fact]
    public void Read_BlanksOnly_IsEmpty() => Refused("\uFEFF \r\n\r\n"u8.ToArray(), IssueCodes.EmptyFile, "请填写后重新上传");

    [Fact]
    public void Read_Garbage_IsUnknown() => Refused([.. Enumerable.Range(0, 500).Select(i => (byte)(i * 37))], IssueCodes.UnknownFormat, "“填报.xlsx”不是表格，或者已经损坏");

    [Fact]
    public void Read_ProseAsCsv_NamesTheHeading() => Refused("本周工作总结：一切顺利。"u8.ToArray(), IssueCodes.UnknownFormat, "第1行不是认得的表头");

    [Fact]
    public void Read_Pdf_SaysPdf() => Refused("%PDF-1.7 "u8.ToArray(), IssueCodes.UnknownFormat, "这是 PDF，不是表格");

    [Fact]
    public void Read_HtmlNamedXls_SaysSo() => Refused("<html><table><tr><td>1</td></tr></table></html>"u8.ToArray(), IssueCodes.UnknownFormat, "打开后另存为 .xlsx");

    [Fact]
    public void Read_ZipCutShort_IsDamaged() => Refused(WorkbookFile.Filled().Bytes()[..4000], IssueCodes.Damaged, "另存为 .xlsx 后重新上传");

    [Fact]
    public void Read_OneDigitOfAPartChanged_IsDamaged()
    {
        var sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1234567</v></c></row></sheetData></worksheet>"u8.ToArray();
        var file = Rebuilt("xl/worksheets/sheet2.xml", stream => stream.Write(sheet), CompressionLevel.NoCompression);
        file[file.AsSpan().IndexOf("1234567"u8)]++;

        Refused(file, IssueCodes.Damaged, "另存为 .xlsx 后重新上传");
    }

    [Fact]
    public void Read_AnyByteChanged_IsRefusedOrReadAlikeButNeverThrows()
    {
        var whole = WorkbookFile.Filled().Bytes();
        var entries = Read(whole).Entries;
        var random = new Random(20200927);
        for (var i = 0; i < 300; i++)
        {
            var changed = whole.ToArray();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));

            var content = Read(changed);

            if (content.Issues.Count == 0) Assert.Equal(entries, content.Entries);
        }
    }

    private static byte[] Rebuilt(string part, Action<Stream> write, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var stream = new MemoryStream();
        stream.Write(WorkbookFile.Filled().Bytes());
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true)) zip.GetEntry(part)!.Delete();
        using var copy = new MemoryStream();
        using (var source = new ZipArchive(stream, ZipArchiveMode.Read))
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var from = entry.Open();
                using var to = zip.CreateEntry(entry.FullName).Open();
                from.CopyTo(to);
            }

            using var added = zip.CreateEntry(part, level).Open();
            write(added);
        }

        return copy.ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    /// <summary>The header of an OLE file and a directory with one stream.</summary>
    private static byte[] Ole(string stream)
    {
        var bytes = new byte[2048];
        byte[] magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(bytes, 0);
        foreach (var (name, at) in new[] { ("Root Entry", 512), (stream, 640) })
        {
            Encoding.Unicode.GetBytes(name).CopyTo(bytes, at);
            bytes[at + 64] = (byte)((name.Length + 1) * 2);
        }

        return bytes;
    }

    private static (IntakeIssue Issue, long Allocated) ReadMeasured(byte[] file)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var content = Read(file);
        return (Assert.Single(content.Issues), GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Refused(byte[] file, string code, string toDo)
    {
        var content = Read(file);

        var issue = Assert.Single(content.Issues);
        Assert.Equal((code, 0), (issue.Code, content.Entries.Count));
        Assert.Contains(toDo, issue.Message, StringComparison.Ordinal);
    }

    private static IntakeContent Read(byte[] file) => IntakeReader.Read(file, "填报.xlsx", TestCatalogue.Catalogue, TestCatalogue.Request);
}
