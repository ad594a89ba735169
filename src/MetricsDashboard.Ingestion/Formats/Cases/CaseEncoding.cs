using System.Buffers;
using System.Text;

namespace MetricsDashboard.Ingestion.Formats.Cases;

/// <summary>
/// The encoding of a CSV, by looking through it once: its byte order mark, else UTF-8, else GB18030. A few broken characters in UTF-8
/// cost their rows; they do not turn the whole file into another encoding.
/// </summary>
internal static class CaseEncoding
{
    private const int BufferSize = 64 * 1024;
    private const int Tolerated = 20;

    static CaseEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Leaves the stream at its beginning.</summary>
    public static Encoding Of(Stream stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long whole = 0, broken = 0;
            int kept = 0;
            stream.Position = 0;
            for (var isFirst = true; ; isFirst = false)
            {
                var length = kept + stream.ReadAtLeast(buffer.AsSpan(kept, BufferSize - kept), BufferSize - kept, throwOnEndOfStream: false);
                var bytes = buffer.AsSpan(0, length);
                if (isFirst && Marked(bytes) is { } marked) return marked;
                kept = Count(bytes, length < BufferSize, ref whole, ref broken);
                bytes[^kept..].CopyTo(buffer);
                if (length < BufferSize) break;
            }

            return broken == 0 || whole / Tolerated > broken ? Encoding.UTF8 : Encoding.GetEncoding("GB18030");
        }
        finally
        {
            stream.Position = 0;
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static Encoding? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <returns>How many bytes at the end belong to a character that is not complete yet.</returns>
    private static int Count(ReadOnlySpan<byte> bytes, bool isLast, ref long whole, ref long broken)
    {
        for (; ; )
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0) return 0;
            bytes = bytes[ascii..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status is OperationStatus.NeedMoreData && !isLast) return bytes.Length;
            if (status is OperationStatus.Done) whole++;
            else broken++;
            bytes = bytes[length..];
        }
    }
}
