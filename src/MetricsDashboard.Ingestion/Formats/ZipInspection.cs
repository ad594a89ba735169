using System.Buffers;
using System.IO.Compression;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Ingestion.Formats;

/// <summary>
/// Looks into a zip file before any library may open it: every part is inflated into a small buffer that is thrown away, its bytes
/// counted, its check sum compared and its XML searched for declarations of entities. Nothing of it is kept in memory.
/// </summary>
internal static class ZipInspection
{
    private const int BufferSize = 64 * 1024;
    private static readonly byte[] CentralHeader = "PK\x1\x2"u8.ToArray();
    private static readonly byte[][] Declarations =
    [
        "<!DOCTYPE"u8.ToArray(),
        "<!ENTITY"u8.ToArray(),
        [.. "<!DOCTYPE".SelectMany(c => new[] { (byte)c, (byte)0 })],
        [.. "<!DOCTYPE".SelectMany(c => new[] { (byte)0, (byte)c })],
    ];

    /// <summary>The issue that forbids opening the file as a workbook; null where there is none.</summary>
    public static IntakeIssue? Check(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return Check(stream, ZipLimits.Form);
    }

    /// <summary>The same within other limits; leaves a seekable stream at its beginning.</summary>
    public static IntakeIssue? Check(Stream stream, ZipLimits limits)
    {
        if (stream.Length > limits.FileBytes) return FileIssue.TooLarge($"文件大于{limits.FileBytes / 1024 / 1024}MB");
        if (CountHeaders(stream) > limits.Entries) return FileIssue.TooLarge("压缩包里的文件太多");
        try
        {
            stream.Position = 0;
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var names = zip.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (names.Count != zip.Entries.Count) return FileIssue.Damaged();
            return Inflate(zip, limits) ?? Kind(names);
        }
        catch (InvalidDataException)
        {
            return FileIssue.Damaged();
        }
        finally
        {
            stream.Position = 0;
        }
    }

    private static int CountHeaders(Stream stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            stream.Position = 0;
            var count = 0;
            var kept = 0;
            for (int read; (read = stream.Read(buffer, kept, BufferSize - kept)) > 0;)
            {
                ReadOnlySpan<byte> bytes = buffer.AsSpan(0, kept + read);
                for (int at; (at = bytes.IndexOf(CentralHeader)) >= 0; bytes = bytes[(at + CentralHeader.Length)..]) count++;
                kept = Math.Min(CentralHeader.Length - 1, bytes.Length);
                bytes[^kept..].CopyTo(buffer);
            }

            return count;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static IntakeIssue? Kind(HashSet<string> names)
    {
        if (names.Contains("xl/workbook.xml")) return null;
        if (names.Contains("word/document.xml")) return FileIssue.Unknown("这是 Word 文档，不是表格，改扩展名没有用");
        if (names.Contains("ppt/presentation.xml")) return FileIssue.Unknown("这是演示文稿，不是表格");
        if (names.Contains("xl/workbook.bin")) return FileIssue.Unknown("这是 .xlsb 二进制工作簿，请在 Excel 中另存为 .xlsx");
        if (names.Contains("content.xml")) return FileIssue.Unknown("这是 OpenDocument 文件，请在 WPS 或 LibreOffice 中另存为 .xlsx");
        return FileIssue.Unknown("这是压缩包，不是表格");
    }

    private static IntakeIssue? Inflate(ZipArchive zip, ZipLimits limits)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long total = 0;
            foreach (var entry in zip.Entries)
            {
                if (entry.IsEncrypted) return FileIssue.Protected();
                var isXml = entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
                if (Inflate(entry, isXml, buffer, limits, ref total) is { } issue) return issue;
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static IntakeIssue? Inflate(ZipArchiveEntry entry, bool isXml, byte[] buffer, ZipLimits limits, ref long total)
    {
        const int Overlap = 32;
        using var stream = entry.Open();
        var checksum = new Crc32();
        var kept = 0;
        for (int read; (read = stream.Read(buffer, kept, BufferSize - kept)) > 0;)
        {
            total += read;
            if (total > limits.UnpackedBytes) return FileIssue.TooLarge($"文件解压后大于{limits.UnpackedBytes / 1024 / 1024}MB");
            checksum.Add(buffer.AsSpan(kept, read));
            if (!isXml) continue;
            var seen = buffer.AsSpan(0, kept + read);
            foreach (var declaration in Declarations)
            {
                if (seen.IndexOf(declaration) >= 0) return FileIssue.TooLarge("文件里有文档类型或实体声明（DTD），可能无限展开");
            }

            kept = Math.Min(Overlap, seen.Length);
            seen[^kept..].CopyTo(buffer);
        }

        return checksum.Value == entry.Crc32 ? null : FileIssue.Damaged();
    }
}
