using System.Text;

namespace MetricsDashboard.Reporting.Formats.Docx;

/// <summary>A face of the standard, and the face of the same kind that also holds the characters outside GB 2312.</summary>
internal sealed record Face(string Complete)
{
    public static readonly Face FangSong = new("仿宋");
    public static readonly Face KaiTi = new("楷体");
    public static readonly Face HeiTi = new("黑体");
    public static readonly Face XiaoBiaoSong = new("宋体");
}

/// <summary>
/// 仿宋_GB2312, 楷体_GB2312 and 方正小标宋简体 hold the characters of GB 2312 alone. 滍 of the township 滍阳镇 is not among them,
/// and an office left to itself would take it from any font that has it.
/// </summary>
internal static class Faces
{
    private static readonly Encoding Gb2312 = CodePagesEncodingProvider.Instance.GetEncoding(
        20936, new EncoderReplacementFallback(""), DecoderFallback.ReplacementFallback)!;

    public static IEnumerable<(string Piece, bool Covered)> Split(string text)
    {
        var start = 0;
        bool? covered = null;
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var next = Covers(rune);
            if (covered is { } before && before != next)
            {
                yield return (text[start..position], before);
                start = position;
            }

            covered = next;
            position += rune.Utf16SequenceLength;
        }

        if (covered is { } last)
            yield return (text[start..], last);
    }

    // Punctuation and letters outside GB 2312 are left to the office: only ideographs need a Chinese face at all costs.
    private static bool Covers(Rune rune) =>
        rune.Value < 0x2E80 || Gb2312.GetByteCount(rune.ToString()) > 0;
}
