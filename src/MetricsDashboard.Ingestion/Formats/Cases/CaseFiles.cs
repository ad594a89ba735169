using MetricsDashboard.Domain.Cases;

namespace MetricsDashboard.Ingestion.Formats.Cases;

/// <summary>How a file of cases is written.</summary>
public enum CaseFormat
{
    /// <summary>A heading and a line for each.</summary>
    Csv,

    /// <summary>A JSON object on each line.</summary>
    JsonLines,

    /// <summary>A JSON document with a list.</summary>
    Json,

    /// <summary>.xlsx: a sheet with a heading and a row for each.</summary>
    Workbook,
}

/// <summary>
/// The one way from a file of cases to its rows, for folders, the interface and pulls alike. The content decides what a file is, never
/// its name. It is read while it is asked for, in a fixed amount of memory; the stream must be seekable.
/// </summary>
public static class CaseFiles
{
    private const int Beginning = 4096;

    /// <summary>The rows and faults in their order.</summary>
    /// <exception cref="CaseFileException">While it is enumerated: the file cannot be read, or lacks a column that cannot be missing.</exception>
    public static IEnumerable<CaseEntry> Read(Stream stream, CaseLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return Read(stream, layout, null);
    }

    /// <summary>The same, of a source that says how it writes.</summary>
    /// <exception cref="CaseFileException">While it is enumerated.</exception>
    public static IEnumerable<CaseEntry> Read(Stream stream, CaseLayout layout, CaseFormat? format)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek) throw new ArgumentException("A file of cases is looked through before it is read.", nameof(stream));
        return (format ?? FormatOf(stream, layout)) switch
        {
            CaseFormat.Csv => CaseCsv.Read(stream, layout),
            CaseFormat.JsonLines => JsonLines.Read(stream, layout),
            CaseFormat.Json => JsonList.Read(stream, layout),
            CaseFormat.Workbook => CaseWorkbook.Read(stream, layout),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
        };
    }

    /// <summary>Is it a file of cases (its heading, or its first object, has the case number), and not a form's workbook or CSV?</summary>
    public static bool Looks(Stream stream, CaseLayout layout)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            return FormatOf(stream, layout) switch
            {
                CaseFormat.Csv => CaseColumns.HasCaseNo(CaseCsv.Heading(stream), layout),
                CaseFormat.Workbook => CaseWorkbook.HasCases(stream, layout),
                CaseFormat.JsonLines => Any(JsonLines.Read(stream, layout)),
                _ => Any(JsonList.Read(stream, layout)),
            };
        }
        catch (CaseFileException)
        {
            return false;
        }
        finally
        {
            stream.Position = 0;
        }
    }

    private static bool Any(IEnumerable<CaseEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Row is not null) return true;
        }

        return false;
    }

    private static CaseFormat FormatOf(Stream stream, CaseLayout layout)
    {
        var bytes = new byte[Beginning];
        stream.Position = 0;
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return FormatOf(bytes.AsSpan(0, length), layout);
    }

    private static CaseFormat FormatOf(ReadOnlySpan<byte> bytes, CaseLayout layout)
    {
        var kind = IntakeReader.KindOf(bytes, "文件");
        if (kind.Refusal is { } refusal) throw new CaseFileException(bytes.IsEmpty ? "文件是空的（0字节）。" : $"{refusal.Message.Split('：')[0]}：请提供 .xlsx、.csv 或 JSON 的办件文件。");
        return kind.Kind switch
        {
            FileKind.Workbook => CaseFormat.Workbook,
            FileKind.OldWorkbook => throw new CaseFileException("这是旧版 .xls 工作簿或有密码的文件：请在 Excel 或 WPS 中另存为不加密的 .xlsx 后重新提供。"),
            FileKind.Json => FormatOfJson(bytes, layout),
            _ => CaseFormat.Csv,
        };
    }

    /// <summary>An object on the first line is a line of its own, unless the list lies within it.</summary>
    private static CaseFormat FormatOfJson(ReadOnlySpan<byte> bytes, CaseLayout layout)
    {
        bytes = bytes[bytes.IndexOfAny((byte)'[', (byte)'{')..];
        if (layout.Path.Length > 0 || bytes[0] == (byte)'[') return CaseFormat.Json;
        var line = bytes.IndexOf((byte)'\n');
        if (line < 0) return CaseFormat.JsonLines;
        var isWhole = bytes[..line].TrimEnd(" \t\r"u8).EndsWith("}"u8);
        return isWhole || bytes[line..].TrimStart(" \t\r\n"u8).StartsWith("{"u8) ? CaseFormat.JsonLines : CaseFormat.Json;
    }
}
