using DocumentFormat.OpenXml;
using MetricsDashboard.Reporting.Documents;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace MetricsDashboard.Reporting.Formats.Docx;

/// <summary>One series: its look, its labels, and the values that are drawn before anyone opens the workbook.</summary>
internal static class ChartLine
{
    private const string Target = "C00000";
    private static readonly string[] Colours = ["1F4E79", "C55A11", "548235", "7F6000", "7030A0"];

    public static C.LineChartSeries Of(Chart chart, ChartSeries series, int index)
    {
        var dashed = series.Style == LineStyle.Dashed;
        var colour = dashed ? Target : Colours[index % Colours.Length];
        var line = new C.LineChartSeries(
            new C.Index { Val = (uint)index },
            new C.Order { Val = (uint)index },
            new C.SeriesText(new C.StringReference(
                new C.Formula(ChartWorkbook.Range(index + 1, 1, 1)),
                Cache([series.Name]))),
            Look(colour, dashed),
            Marker(colour, dashed));
        if (Labels(chart, series, colour) is { } labels)
            line.Append(labels);
        line.Append(
            new C.CategoryAxisData(new C.StringReference(
                new C.Formula(ChartWorkbook.Range(0, 2, chart.Labels.Count + 1)),
                Cache(chart.Labels))),
            new C.Values(new C.NumberReference(
                new C.Formula(ChartWorkbook.Range(index + 1, 2, chart.Labels.Count + 1)),
                Cache(series.Values, chart))),
            new C.Smooth { Val = false });
        return line;
    }

    /// <summary>The text settings of the chart and of its labels; size in hundredths of a point.</summary>
    public static C.TextProperties Text(int size, string colour = "262626") => new(
        new A.BodyProperties(),
        new A.ListStyle(),
        new A.Paragraph(
            new A.ParagraphProperties(new A.DefaultRunProperties(
                new A.SolidFill(new A.RgbColorModelHex { Val = colour }),
                new A.LatinFont { Typeface = "Times New Roman" },
                new A.EastAsianFont { Typeface = "宋体" })
            { FontSize = size, Bold = false }),
            new A.EndParagraphRunProperties { Language = "zh-CN" }));

    private static C.ChartShapeProperties Look(string colour, bool dashed)
    {
        var outline = new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = colour })) { Width = dashed ? 15875 : 25400, CapType = A.LineCapValues.Round };
        if (dashed)
            outline.Append(new A.PresetDash { Val = A.PresetLineDashValues.Dash });
        outline.Append(new A.Round());
        return new C.ChartShapeProperties(outline);
    }

    private static C.Marker Marker(string colour, bool dashed) => dashed
        ? new C.Marker(new C.Symbol { Val = C.MarkerStyleValues.None })
        : new C.Marker(
            new C.Symbol { Val = C.MarkerStyleValues.Circle },
            new C.Size { Val = 6 },
            new C.ChartShapeProperties(
                new A.SolidFill(new A.RgbColorModelHex { Val = colour }),
                new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = "FFFFFF" })) { Width = 6350 }));

    /// <summary>A target line is named where it is farthest from the others; a single measured line has all its values, several have their last.</summary>
    private static C.DataLabels? Labels(Chart chart, ChartSeries series, string colour)
    {
        if (ChartLabels.Place(chart, series) is not { } place)
            return null;
        return place.Point is not { } point
            ? new C.DataLabels(Settings(chart, colour, name: false, value: true))
            : new C.DataLabels([
                new C.DataLabel([new C.Index { Val = (uint)point }, .. Settings(chart, colour, name: place.Named, value: true)]),
                .. Settings(chart, colour, name: false, value: false)]);
    }

    private static OpenXmlElement[] Settings(Chart chart, string colour, bool name, bool value)
    {
        OpenXmlElement[] settings = [
            new C.NumberingFormat { FormatCode = ChartSpace.FormatCode(chart.Decimals), SourceLinked = false },
            new C.ChartShapeProperties(new A.NoFill(), new A.Outline(new A.NoFill())),
            Text(1000, colour),
            new C.DataLabelPosition { Val = C.DataLabelPositionValues.Top },
            new C.ShowLegendKey { Val = false },
            new C.ShowValue { Val = value },
            new C.ShowCategoryName { Val = false },
            new C.ShowSeriesName { Val = name },
            new C.ShowPercent { Val = false },
            new C.ShowBubbleSize { Val = false }];
        return name ? [.. settings, new C.Separator(" ")] : settings;
    }

    private static C.StringCache Cache(IReadOnlyList<string> texts)
    {
        var cache = new C.StringCache(new C.PointCount { Val = (uint)texts.Count });
        cache.Append(texts.Select((text, index) => new C.StringPoint(new C.NumericValue(text)) { Index = (uint)index }));
        return cache;
    }

    private static C.NumberingCache Cache(IReadOnlyList<decimal?> values, Chart chart)
    {
        var cache = new C.NumberingCache(new C.FormatCode(ChartSpace.FormatCode(chart.Decimals)), new C.PointCount { Val = (uint)values.Count });
        for (var index = 0; index < values.Count; index++)
        {
            if (values[index] is { } value)
                cache.Append(new C.NumericPoint(new C.NumericValue(FormattableString.Invariant($"{value}"))) { Index = (uint)index });
        }

        return cache;
    }
}
