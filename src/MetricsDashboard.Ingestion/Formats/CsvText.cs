using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace MetricsDashboard.Ingestion.Formats;

/// <summary>Opens the bytes of a CSV: by byte order mark, then as strict UTF-8, and otherwise as GB18030, which Excel writes in China.</summary>
internal static class CsvText
{
    static CsvText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding EncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.GetEncoding("GB18030"),
    };

    /// <summary>Is this text at all? Control characters at the beginning say that it is not; UTF-16 has its byte order mark.</summary>
    public static bool IsText(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return true;
        foreach (var b in bytes[..Math.Min(bytes.Length, 4096)])
        {
            if (b is < 0x09 or (> 0x0D and < 0x20 and not 0x1A)) return false;
        }

        return true;
    }

    /// <summary>
    /// A reader over the bytes; the heading is its first record. Comma, semicolon and tab are told apart by the first lines. A quotation
    /// mark that is out of place is reported with its line.
    /// </summary>
    public static CsvReader Open(byte[] bytes, Action<int> badQuote) => CsvReader.Create(bytes, new CsvReaderOptions
    {
        HasHeader = false,
        Encoding = EncodingOf(bytes),
        TrackLineNumbers = true,
        PoolStrings = true,
        MaxRecordSize = 1024 * 1024,
        OnMalformedRecord = record => badQuote((int)record.LineNumber),
    });
}
