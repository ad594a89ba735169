using MetricsDashboard.Reporting.Documents;

namespace MetricsDashboard.Reporting.Formats;

/// <summary>The lines of 版记 as every format writes them.</summary>
internal static class ColophonLines
{
    /// <summary>Stands for a name that is still to be written in by hand.</summary>
    private const string Blank = "　　　";

    public static IEnumerable<(string Left, string? Right)> Of(Colophon colophon)
    {
        yield return ($"报：{colophon.ReportTo}。", null);
        if (colophon.SendTo is { } sendTo)
            yield return ($"送：{sendTo}。", null);
        yield return (
            $"签发：{colophon.Signer ?? Blank}　　核稿：{colophon.Reviewer ?? Blank}　　拟稿：{colophon.Drafter ?? Blank}",
            colophon.Copies is { } copies ? $"（共印{copies}份）" : null);
    }
}
