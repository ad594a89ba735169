using System.Globalization;
using MetricsDashboard.Reporting.Documents;

namespace MetricsDashboard.Reporting.Formats;

/// <summary>The chart in words, for those who do not see it, and its values as they are written.</summary>
internal static class ChartText
{
    public static string Of(Chart chart)
    {
        var lines = chart.Series.Select(series => $"{series.Name}：" + string.Join("、", Points(chart, series)));
        return $"{chart.Title}（单位：{chart.Unit}）。{string.Join("；", lines)}。";
    }

    public static string Value(Chart chart, decimal value) =>
        value.ToString("F" + chart.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static IEnumerable<string> Points(Chart chart, ChartSeries series)
    {
        var values = series.Values.OfType<decimal>().Distinct().ToArray();
        if (series.Style == LineStyle.Dashed && values.Length == 1)
            return [Value(chart, values[0])];
        return chart.Labels.Zip(series.Values, (label, value) => value is { } known ? $"{label}{Value(chart, known)}" : $"{label}无数据");
    }
}
