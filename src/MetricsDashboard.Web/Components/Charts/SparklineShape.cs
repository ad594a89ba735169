using System.Globalization;

namespace MetricsDashboard.Web.Components.Charts;

/// <summary>The geometry of a sparkline: line pieces between gaps, lone points, the last point and the target.</summary>
/// <param name="Lines">Points of each piece, ready for a polyline.</param>
/// <param name="Dots">Points with a gap on both sides.</param>
/// <param name="Last">The newest point; null where the newest week is a gap.</param>
/// <param name="Target">Height of the target line; null without one.</param>
internal sealed record SparklineShape(IReadOnlyList<string> Lines, IReadOnlyList<(decimal X, decimal Y)> Dots, (decimal X, decimal Y)? Last, decimal? Target)
{
    public const int Width = 120;
    public const int Height = 36;
    private const decimal Margin = 4;

    public static SparklineShape Of(IReadOnlyList<decimal?> values, decimal? target)
    {
        var known = values.Where(value => value is not null).Select(value => value!.Value).ToList();
        if (known.Count == 0) return new SparklineShape([], [], null, null);
        if (target is { } line) known.Add(line);
        var (low, high) = (known.Min(), known.Max());
        var pieces = new List<List<(decimal X, decimal Y)>>();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value) continue;
            if (i == 0 || values[i - 1] is null) pieces.Add([]);
            pieces[^1].Add((Across(i, values.Count), Down(value, low, high)));
        }

        return new SparklineShape(
            [.. pieces.Where(piece => piece.Count > 1).Select(Points)],
            [.. pieces.Where(piece => piece.Count == 1).Select(piece => piece[0])],
            values[^1] is null ? null : pieces[^1][^1],
            target is { } height ? Down(height, low, high) : null);
    }

    private static decimal Across(int index, int count) => count == 1
        ? Width / 2m
        : Math.Round(Margin + (Width - 2 * Margin) * index / (count - 1), 1);

    private static decimal Down(decimal value, decimal low, decimal high) => low == high
        ? Height / 2m
        : Math.Round(Height - Margin - (Height - 2 * Margin) * (value - low) / (high - low), 1);

    private static string Points(List<(decimal X, decimal Y)> piece) =>
        string.Join(' ', piece.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X},{point.Y}")));
}
