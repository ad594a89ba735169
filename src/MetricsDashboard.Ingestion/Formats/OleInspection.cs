using System.Buffers.Binary;
using System.Text;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Ingestion.Formats;

/// <summary>
/// Looks at the directory of an OLE file (.xls, .doc, and workbooks with a password) before any library may open it. Directory entries
/// are 128 bytes each and begin with the stream's name.
/// </summary>
internal static class OleInspection
{
    private const int EntrySize = 128;
    private const int NameSize = 64;

    /// <summary>The issue that forbids opening the file as a workbook; null where there is none.</summary>
    public static IntakeIssue? Check(byte[] bytes)
    {
        if (bytes.Length > IntakeLimits.WorkbookBytes) return FileIssue.TooLarge($"文件大于{IntakeLimits.WorkbookBytes / 1024 / 1024}MB");
        var names = Names(bytes);
        if (names.Contains("EncryptedPackage")) return FileIssue.Protected();
        if (names.Contains("Workbook") || names.Contains("Book")) return null;
        if (names.Contains("WordDocument")) return FileIssue.Unknown("这是 Word 文档，不是表格，改扩展名没有用");
        return names.Contains("Root Entry") ? FileIssue.Unknown("这不是 Excel 工作簿") : FileIssue.Damaged();
    }

    private static HashSet<string> Names(byte[] bytes)
    {
        var wanted = new HashSet<string>(["EncryptedPackage", "Workbook", "Book", "WordDocument", "Root Entry"], StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at + EntrySize <= bytes.Length; at += EntrySize)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + NameSize));
            if (length is < 4 or > NameSize || length % 2 != 0) continue;
            var name = Encoding.Unicode.GetString(bytes, at, length - 2);
            if (wanted.Contains(name)) found.Add(name);
        }

        return found;
    }
}
