namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>How much room a text needs: a Chinese character is two units of column width, others are one.</summary>
internal static class TextWidth
{
    public const double LineHeight = 16;

    public static int Of(string text) => text.Sum(c => c < 0x2000 ? 1 : 2);

    /// <summary>The lines that a text takes in a column, a little generously, because fonts differ.</summary>
    public static int Lines(string text, double width) => Math.Max(1, (int)Math.Ceiling(Of(text) / Math.Max(2, width - 2)));
}
