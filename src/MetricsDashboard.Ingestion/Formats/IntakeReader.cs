using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Submissions.Mappings;

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
        if (request.Mapping is { } mapping) return Mapped(bytes, fileName, catalogue, request, mapping);
        return KindOf(bytes, fileName) switch
        {
            (FileKind.Workbook, _) => Workbook(bytes, catalogue, isZip: true),
            (FileKind.OldWorkbook, _) => Workbook(bytes, catalogue, isZip: false),
            (FileKind.Json, _) => new JsonReading(request).Read(bytes.AsSpan(FirstText(bytes))),
            (FileKind.Csv, _) => new CsvReading(catalogue, request).Read(bytes),
            (_, var refusal) => FileIssue.Refuse(refusal!),
        };
    }

    /// <summary>What the content says that a file is; with the issue where it is nothing that can be read.</summary>
    internal static (FileKind Kind, IntakeIssue? Refusal) KindOf(ReadOnlySpan<byte> bytes, string fileName) => bytes switch
    {
        [] => (FileKind.Other, FileIssue.Of(IssueCodes.EmptyFile, "文件是空的（0字节）：请填写后重新上传")),
        [0x50, 0x4B, 0x03, 0x04, ..] or [0x50, 0x4B, 0x05, 0x06, ..] => (FileKind.Workbook, null),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => (FileKind.OldWorkbook, null),
        [0x25, 0x50, 0x44, 0x46, ..] => (FileKind.Other, FileIssue.Unknown("这是 PDF，不是表格")),
        _ => Text(bytes, fileName),
    };

    /// <summary>Another system's table, read as somebody said once; where it is no longer that table, what differs.</summary>
    private static IntakeContent Mapped(byte[] bytes, string fileName, Catalogue catalogue, IntakeRequest request, ColumnMapping mapping)
    {
        if (request.Week is not { } week) throw new ArgumentException("A mapped file is of one week, which its sender names.", nameof(request));
        var (tables, issue) = RawTables.Read(bytes, fileName);
        if (issue is not null) return FileIssue.Refuse(issue);
        var fit = MappingFit.Of(mapping, tables);
        return fit is { IsSame: true, Table: { } table }
            ? MappedTable.Read(catalogue, week, table, fit.HeaderRow, mapping).Content
            : FileIssue.Refuse(FileIssue.At(
                IssueCodes.LayoutChanged, fit.Table?.Sheet, null, null, $"表头与“{mapping.Source}”的对应关系不一致：{string.Concat(fit.Differences)}请在城市报表页面重新上传并确认各列"));
    }

    private static IntakeContent Workbook(byte[] bytes, Catalogue catalogue, bool isZip)
    {
        if ((isZip ? ZipInspection.Check(bytes) : OleInspection.Check(bytes)) is { } forbidden) return FileIssue.Refuse(forbidden);
        var (sheets, issue) = WorkbookCells.Read(bytes, isZip);
        return issue is null ? new WorkbookReading(catalogue, sheets).Read() : FileIssue.Refuse(issue);
    }

    private static (FileKind Kind, IntakeIssue? Refusal) Text(ReadOnlySpan<byte> bytes, string fileName)
    {
        var start = FirstText(bytes);
        if (start == bytes.Length) return (FileKind.Other, FileIssue.Of(IssueCodes.EmptyFile, "文件里什么也没有：请填写后重新上传"));
        if (!CsvText.IsText(bytes)) return (FileKind.Other, FileIssue.Unknown($"“{fileName}”不是表格，或者已经损坏"));
        return bytes[start] switch
        {
            (byte)'[' or (byte)'{' => (FileKind.Json, null),
            (byte)'<' => (FileKind.Other, FileIssue.Unknown("这是网页或 XML 格式的表，只是扩展名像 Excel，请用 Excel 或 WPS 打开后另存为 .xlsx")),
            _ => (FileKind.Csv, null),
        };
    }

    private static int FirstText(ReadOnlySpan<byte> bytes)
    {
        var at = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0x1A) at++;
        return at;
    }
}

/// <summary>What a file is, by its content.</summary>
internal enum FileKind
{
    Workbook,
    OldWorkbook,
    Csv,
    Json,

    /// <summary>Nothing that can be read.</summary>
    Other,
}
