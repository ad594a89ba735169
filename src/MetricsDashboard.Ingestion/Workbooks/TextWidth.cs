namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>How much room a text needs: a Chinese character is two units of column width, others are one.</summary>
internal static class TextWidth
{
    public const double LineHeight = 16;

    public static int Of(string text) => text.Sum(c => c < 0x2000 ? 1 : 2);

    /// <summary>A heading broken into lines of a column's width, never inside brackets unless the bracket alone is wider.</summary>
    public static string Wrap(string text, double width)
    {
        var lines = new List<string> { "" };
        for (var i = 0; i < text.Length;)
        {
            var close = text[i] == '（' ? text.IndexOf('）', i) : -1;
            var piece = close > 0 && Of(text[i..(close + 1)]) <= width - 2 ? text[i..(close + 1)] : text[i..(i + 1)];
            if (lines[^1].Length > 0 && Of(lines[^1] + piece) > width - 2) lines.Add("");
            lines[^1] += piece;
            i += piece.Length;
        }

        return string.Join('\n', lines);
    }

    /// <summary>The lines that a text takes in a column, a little generously, because fonts differ.</summary>
    public static int Lines(string text, double width) => Math.Max(1, (int)Math.Ceiling(Of(text) / Math.Max(2, width - 2)));

    /// <summary>The same of a text that has line breaks of its own.</summary>
    public static int Paragraphs(string text, double width) => text.Split('\n').Sum(line => Lines(line, width));
}
