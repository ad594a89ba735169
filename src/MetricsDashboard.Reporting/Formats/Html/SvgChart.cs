using System.Globalization;
using System.Text;
using MetricsDashboard.Reporting.Documents;

namespace MetricsDashboard.Reporting.Formats.Html;

/// <summary>
/// Draws the chart: axis with round steps, a line per series that breaks at gaps, values, a named dashed target. Drawn once for wide and once for narrow
/// screens, because text in a scaled drawing would become too small to read.
/// </summary>
internal sealed class SvgChart
{
    private readonly Chart chart;
    private readonly int width;
    private readonly int height;
    private readonly double fontSize;
    private readonly AxisScale scale;
    private readonly double left;
    private readonly double right;
    private readonly double top;
    private readonly double bottom;

    public SvgChart(Chart chart, int width, int height, double fontSize)
    {
        (this.chart, this.width, this.height, this.fontSize) = (chart, width, height, fontSize);
        scale = AxisScale.Of(chart.Series.SelectMany(series => series.Values).OfType<decimal>(), chart.Decimals);
        left = scale.Ticks().Max(tick => TextWidth(Tick(tick))) + fontSize;
        right = width - fontSize * 0.5;
        top = fontSize * 2;
        bottom = height - fontSize * 4.5;
    }

    public void Write(Markup page, string name)
    {
        page.Open(
            "svg",
            ("class", name),
            ("viewBox", $"0 0 {Number(width)} {Number(height)}"),
            ("font-size", Number(fontSize)),
            ("role", "img"),
            ("aria-label", ChartText.Of(chart)));
        Axes(page);
        for (var index = 0; index < chart.Series.Count; index++)
            Line(page, chart.Series[index], index);
        for (var index = 0; index < chart.Series.Count; index++)
            Values(page, chart.Series[index], index);
        Legend(page);
        page.Close("svg");
    }

    private double Slot => (right - left) / Math.Max(1, chart.Labels.Count);

    private double X(int point) => left + Slot * (point + 0.5);

    private double Y(decimal value) => bottom - (double)((value - scale.Minimum) / (scale.Maximum - scale.Minimum)) * (bottom - top);

    private void Axes(Markup page)
    {
        foreach (var tick in scale.Ticks())
        {
            Segment(page, tick == scale.Minimum ? "axis" : "grid", left, Y(tick), right, Y(tick));
            Text(page, "tick", "end", left - fontSize * 0.5, Y(tick) + fontSize * 0.35, Tick(tick));
        }

        var every = Every(chart.Labels.DefaultIfEmpty("").Max(TextWidth));
        for (var point = chart.Labels.Count - 1; point >= 0; point -= every)
        {
            Segment(page, "axis", X(point), bottom, X(point), bottom + fontSize * 0.35);
            Text(page, "tick", "middle", X(point), bottom + fontSize * 1.6, chart.Labels[point]);
        }
    }

    private void Line(Markup page, ChartSeries series, int index)
    {
        var dashed = series.Style == LineStyle.Dashed;
        var path = new StringBuilder();
        for (var point = 0; point < series.Values.Count; point++)
        {
            if (series.Values[point] is not { } value)
                continue;
            var continues = point > 0 && series.Values[point - 1] is not null;
            path.Append(continues ? 'L' : 'M').Append(Number(X(point))).Append(' ').Append(Number(Y(value)));
        }

        page.Open("path", ("class", dashed ? "line target" : $"line s{Colour(index)}"), ("d", path.ToString())).Close("path");
        if (dashed)
            return;
        for (var point = 0; point < series.Values.Count; point++)
        {
            if (series.Values[point] is not { } value)
                continue;
            page.Open("circle", ("class", $"v{Colour(index)}"), ("cx", Number(X(point))), ("cy", Number(Y(value))), ("r", Number(fontSize * 0.28)))
                .Element("title", $"{chart.Labels[point]}　{series.Name}{ChartText.Value(chart, value)}{chart.Unit}")
                .Close("circle");
        }
    }

    private void Values(Markup page, ChartSeries series, int index)
    {
        if (ChartLabels.Place(chart, series) is not { } place)
            return;
        var tone = series.Style == LineStyle.Dashed ? "value vt" : $"value v{Colour(index)}";
        var every = place.Point is null ? Every(series.Values.OfType<decimal>().Max(value => TextWidth(ChartText.Value(chart, value)))) : 1;
        var points = place.Point is { } only
            ? [only]
            : Enumerable.Range(0, series.Values.Count).Where(point => (series.Values.Count - 1 - point) % every == 0);
        foreach (var point in points)
        {
            if (series.Values[point] is not { } value)
                continue;
            var text = place.Named ? $"{series.Name} {ChartText.Value(chart, value)}{chart.Unit}" : ChartText.Value(chart, value);

            // A long name at the first or last point must not reach over the edge.
            var half = TextWidth(text) / 2;
            var x = Math.Clamp(X(point), left + half, Math.Max(left + half, right - half));
            Text(page, tone, "middle", x, Y(value) - fontSize * 0.7, text);
        }
    }

    private void Legend(Markup page)
    {
        var y = height - fontSize * 0.8;
        var entry = chart.Series.Select(series => TextWidth(series.Name) + fontSize * 4).ToArray();
        var x = Math.Max(0, (width - entry.Sum()) / 2);
        for (var index = 0; index < chart.Series.Count; index++)
        {
            var dashed = chart.Series[index].Style == LineStyle.Dashed;
            Segment(page, dashed ? "line target" : $"line s{Colour(index)}", x, y - fontSize * 0.35, x + fontSize * 2, y - fontSize * 0.35);
            Text(page, "legend", "start", x + fontSize * 2.4, y, chart.Series[index].Name);
            x += entry[index];
        }
    }

    /// <summary>Every how many points a text fits without touching its neighbour.</summary>
    private int Every(double textWidth) => Math.Max(1, (int)Math.Ceiling((textWidth + fontSize * 0.3) / Slot));

    private double TextWidth(string text) => text.Sum(character => character < 0x100 ? 0.56 : 1.0) * fontSize;

    private string Tick(decimal tick) => tick.ToString("F" + scale.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static int Colour(int index) => index % 5;

    private static void Segment(Markup page, string style, double x1, double y1, double x2, double y2) =>
        page.Open("line", ("class", style), ("x1", Number(x1)), ("y1", Number(y1)), ("x2", Number(x2)), ("y2", Number(y2))).Close("line");

    private static void Text(Markup page, string style, string anchor, double x, double y, string text) =>
        page.Element("text", text, ("class", style), ("text-anchor", anchor), ("x", Number(x)), ("y", Number(y)));

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
