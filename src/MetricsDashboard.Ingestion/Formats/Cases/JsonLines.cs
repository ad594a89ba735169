using MetricsDashboard.Domain.Cases;

namespace MetricsDashboard.Ingestion.Formats.Cases;

/// <summary>JSON Lines: an object on each line.</summary>
internal sealed class JsonLines(Stream stream, CaseLayout layout)
{
    private readonly ByteWindow window = new(stream);
    private readonly CaseJson json = new(layout);
    private long line;
    private long rows;

    public static IEnumerable<CaseEntry> Read(Stream stream, CaseLayout layout)
    {
        var lines = new JsonLines(stream, layout);
        lines.window.Begin();
        while (lines.Next() is { } entry) yield return entry;
    }

    private CaseEntry? Next()
    {
        for (; ; )
        {
            var length = window.Bytes.IndexOf((byte)'\n');
            if (length < 0 && !window.IsEnd && !window.IsFull)
            {
                window.Fill();
                continue;
            }

            if (length < 0 && window.Bytes.IsEmpty) return null;
            line++;
            var isTooLong = length < 0 && !window.IsEnd;
            var entry = Entry(length < 0 ? window.Bytes : window.Bytes[..length], isTooLong);
            if (isTooLong) SkipLine();
            else window.Skip(length < 0 ? window.Bytes.Length : length + 1);
            if (entry is not null) return entry;
        }
    }

    private CaseEntry? Entry(ReadOnlySpan<byte> bytes, bool isTooLong)
    {
        bytes = bytes.Trim(" \t\r"u8);
        if (bytes.IsEmpty) return null;
        if (++rows > CaseLimits.Rows) throw new CaseFileException($"文件超过{CaseLimits.Rows}行，请分成几个文件。");
        var place = $"{layout.Prefix}第{line}行";
        return isTooLong ? CaseJson.Faulty(place, bytes, $"一行超过{CaseLimits.Object / 1024}KB，请核对换行") : json.Read(bytes, place);
    }

    private void SkipLine()
    {
        for (; ; )
        {
            var length = window.Bytes.IndexOf((byte)'\n');
            window.Skip(length < 0 ? window.Bytes.Length : length + 1);
            if (length >= 0 || window.IsEnd) return;
            window.Fill();
        }
    }
}
