using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Ingestion.Formats;

/// <summary>
/// The one way from bytes to values, for page, API and command line. The content decides what a file is, never its name, and nothing
/// opens it before its size, its parts and its declarations are known to be harmless.
/// </summary>
public static class IntakeReader
{
    /// <summary>Reads a file. Whatever is wrong with it is an issue of the result, never an exception.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="fileName">Its name; only quoted where the name and the content disagree.</param>
    /// <param name="catalogue">The catalogue in force.</param>
    /// <param name="request">What the sender said with it.</param>
    public static IntakeContent Read(byte[] bytes, string fileName, Catalogue catalogue, IntakeRequest request)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(fileName);
        ReadOnlySpan<byte> content = bytes;
        return content switch
        {
            [] => FileIssue.Refuse(FileIssue.Of(IssueCodes.EmptyFile, "文件是空的（0字节）：请填写后重新上传")),
            [0x50, 0x4B, 0x03, 0x04, ..] or [0x50, 0x4B, 0x05, 0x06, ..] => Workbook(bytes, catalogue, isZip: true),
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => Workbook(bytes, catalogue, isZip: false),
            [0x25, 0x50, 0x44, 0x46, ..] => FileIssue.Refuse(FileIssue.Unknown("这是 PDF，不是表格")),
            _ => Text(bytes, fileName, catalogue, request),
        };
    }

    private static IntakeContent Workbook(byte[] bytes, Catalogue catalogue, bool isZip)
    {
        if ((isZip ? ZipInspection.Check(bytes) : OleInspection.Check(bytes)) is { } forbidden) return FileIssue.Refuse(forbidden);
        var (sheets, issue) = WorkbookCells.Read(bytes, isZip);
        return issue is null ? new WorkbookReading(catalogue, sheets).Read() : FileIssue.Refuse(issue);
    }

    private static IntakeContent Text(byte[] bytes, string fileName, Catalogue catalogue, IntakeRequest request)
    {
        var start = FirstText(bytes);
        if (start == bytes.Length) return FileIssue.Refuse(FileIssue.Of(IssueCodes.EmptyFile, "文件里什么也没有：请填写后重新上传"));
        if (!CsvText.IsText(bytes)) return FileIssue.Refuse(FileIssue.Unknown($"“{fileName}”不是表格，或者已经损坏"));
        return bytes[start] switch
        {
            (byte)'[' or (byte)'{' => new JsonReading(request).Read(bytes.AsSpan(start)),
            (byte)'<' => FileIssue.Refuse(FileIssue.Unknown("这是网页或 XML 格式的表，只是扩展名像 Excel，请用 Excel 或 WPS 打开后另存为 .xlsx")),
            _ => new CsvReading(catalogue, request).Read(bytes),
        };
    }

    private static int FirstText(byte[] bytes)
    {
        var at = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0x1A) at++;
        return at;
    }
}
