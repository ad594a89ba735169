using MetricsDashboard.Reporting.Documents;

namespace MetricsDashboard.Reporting.Formats;

/// <summary>Where the values of a line are written, the same in every format.</summary>
/// <param name="Point">The one point that is labelled; null labels all of them.</param>
/// <param name="Named">Whether the name of the line stands before the value.</param>
internal sealed record ChartLabels(int? Point, bool Named)
{
    /// <summary>A single measured line has all its values, several have their last. Null where there is nothing to label.</summary>
    public static ChartLabels? Place(Chart chart, ChartSeries series)
    {
        var known = Enumerable.Range(0, series.Values.Count).Where(point => series.Values[point] is not null).ToArray();
        if (known.Length == 0)
            return null;
        if (series.Style == LineStyle.Dashed)
            return new ChartLabels(known.MaxBy(point => Clearance(chart, series, point)), Named: true);
        var alone = chart.Series.Count(other => other.Style == LineStyle.Solid) == 1;
        return new ChartLabels(alone ? null : known[^1], Named: false);
    }

    // A target is named where the other lines are farthest from it, the earliest such point; where nothing was measured, nothing is in the way.
    private static decimal Clearance(Chart chart, ChartSeries series, int point) => chart.Series
        .Where(other => other != series && other.Values[point] is not null)
        .Select(other => Math.Abs(other.Values[point]!.Value - series.Values[point]!.Value))
        .DefaultIfEmpty(decimal.MaxValue)
        .Min();
}
