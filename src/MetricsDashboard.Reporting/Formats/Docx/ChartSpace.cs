using MetricsDashboard.Reporting.Documents;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace MetricsDashboard.Reporting.Formats.Docx;

/// <summary>The chart part: a line per series, gaps left open, axes, legend.</summary>
internal static class ChartSpace
{
    private const uint CategoryAxis = 1;
    private const uint ValueAxis = 2;

    public static C.ChartSpace Of(Chart chart, string workbookRelationship)
    {
        var lines = new C.LineChart(new C.Grouping { Val = C.GroupingValues.Standard }, new C.VaryColors { Val = false });
        lines.Append(chart.Series.Select((series, index) => ChartLine.Of(chart, series, index)));
        lines.Append(new C.ShowMarker { Val = true });
        lines.Append(new C.AxisId { Val = CategoryAxis }, new C.AxisId { Val = ValueAxis });

        return new C.ChartSpace(
            new C.Date1904 { Val = false },
            new C.EditingLanguage { Val = "zh-CN" },
            new C.RoundedCorners { Val = false },
            new C.Chart(
                new C.AutoTitleDeleted { Val = true },
                new C.PlotArea(PlotFrame(), lines, Categories(), Values(chart.Decimals)),
                new C.Legend(new C.LegendPosition { Val = C.LegendPositionValues.Bottom }, new C.Overlay { Val = false }),
                new C.PlotVisibleOnly { Val = true },
                new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap }),
            new C.ChartShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = "FFFFFF" }), new A.Outline(new A.NoFill())),
            ChartLine.Text(1100),
            new C.ExternalData(new C.AutoUpdate { Val = false }) { Id = workbookRelationship });
    }

    public static string FormatCode(int decimals) => decimals == 0 ? "0" : "0." + new string('0', decimals);

    private static C.Layout PlotFrame() => new(new C.ManualLayout(
        new C.LayoutTarget { Val = C.LayoutTargetValues.Inner },
        new C.LeftMode { Val = C.LayoutModeValues.Edge },
        new C.TopMode { Val = C.LayoutModeValues.Edge },
        new C.Left { Val = 0.07 },
        new C.Top { Val = 0.05 },
        new C.Width { Val = 0.90 },
        new C.Height { Val = 0.74 }));

    private static C.CategoryAxis Categories() => new(
        new C.AxisId { Val = CategoryAxis },
        new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = C.AxisPositionValues.Bottom },
        new C.NumberingFormat { FormatCode = "General", SourceLinked = false },
        new C.MajorTickMark { Val = C.TickMarkValues.Outside },
        new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
        Stroke("595959"),
        new C.CrossingAxis { Val = ValueAxis },
        new C.Crosses { Val = C.CrossesValues.AutoZero },
        new C.AutoLabeled { Val = false },
        new C.LabelAlignment { Val = C.LabelAlignmentValues.Center },
        new C.LabelOffset { Val = 100 },
        new C.NoMultiLevelLabels { Val = true });

    private static C.ValueAxis Values(int decimals) => new(
        new C.AxisId { Val = ValueAxis },
        new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = C.AxisPositionValues.Left },
        new C.MajorGridlines(Stroke("D9D9D9")),
        new C.NumberingFormat { FormatCode = FormatCode(decimals), SourceLinked = false },
        new C.MajorTickMark { Val = C.TickMarkValues.None },
        new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
        Stroke("595959"),
        new C.CrossingAxis { Val = CategoryAxis },
        new C.Crosses { Val = C.CrossesValues.AutoZero },
        new C.CrossBetween { Val = C.CrossBetweenValues.Between });

    private static C.ChartShapeProperties Stroke(string colour) =>
        new(new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = colour })) { Width = 9525 });
}
