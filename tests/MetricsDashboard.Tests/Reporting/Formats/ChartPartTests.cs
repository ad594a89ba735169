using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using MetricsDashboard.Reporting.Documents;
using MetricsDashboard.Reporting.Formats;
using Xunit;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace MetricsDashboard.Tests.Reporting.Formats;

public sealed class ChartPartTests : IDisposable
{
    private readonly WordprocessingDocument package =
        WordprocessingDocument.Open(new MemoryStream(DocxWriter.Write(SampleReport.Create())), isEditable: false);

    public void Dispose() => package.Dispose();

    private ChartPart Part => package.MainDocumentPart!.ChartParts.Single();

    [Fact]
    public void Write_Chart_WorkbookHoldsItsValues()
    {
        var chart = SampleReport.Chart();
        using var workbook = Workbook();

        var cells = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<S.Cell>()
            .ToDictionary(cell => cell.CellReference!.Value!, cell => cell.InnerText);

        Assert.Equal(chart.Series.Select(series => series.Name), [cells["B1"], cells["C1"]]);
        for (var point = 0; point < chart.Labels.Count; point++)
        {
            Assert.Equal(chart.Labels[point], cells[$"A{point + 2}"]);
            Assert.Equal(chart.Series[0].Values[point], Number(cells.GetValueOrDefault($"B{point + 2}")));
            Assert.Equal(chart.Series[1].Values[point], Number(cells.GetValueOrDefault($"C{point + 2}")));
        }
    }

    [Fact]
    public void Write_Chart_WorkbookValidatorFindsNothing()
    {
        using var workbook = Workbook();

        Assert.Empty(new OpenXmlValidator().Validate(workbook).Select(fault => fault.Description));
    }

    [Fact]
    public void Write_Chart_CachedValuesEqualTheWorkbook()
    {
        var lines = Part.ChartSpace!.Descendants<C.LineChartSeries>().ToArray();

        foreach (var (line, series) in lines.Zip(SampleReport.Chart().Series))
        {
            var cache = line.GetFirstChild<C.Values>()!.NumberReference!.NumberingCache!;
            var points = cache.Elements<C.NumericPoint>().ToDictionary(point => (int)point.Index!.Value, point => Number(point.NumericValue!.Text));
            Assert.Equal(series.Values, Enumerable.Range(0, series.Values.Count).Select(point => points.GetValueOrDefault(point)));
        }
    }

    [Fact]
    public void Write_Chart_GapsStayOpen()
    {
        Assert.Equal(C.DisplayBlanksAsValues.Gap, Part.ChartSpace!.Descendants<C.DisplayBlanksAs>().Single().Val!.Value);
    }

    [Fact]
    public void Write_Chart_OnlyTheTargetIsDashed()
    {
        var lines = Part.ChartSpace!.Descendants<C.LineChartSeries>();

        Assert.Equal([false, true], lines.Select(line => line.Descendants<A.PresetDash>().Any()));
    }

    [Fact]
    public void Write_SeriesOfWrongLength_Throws()
    {
        var chart = SampleReport.Chart() with { Series = [new ChartSeries("短", [1m])] };

        Assert.Throws<ArgumentException>(() => DocxWriter.Write(SampleReport.Create() with { Chart = chart }));
    }

    private SpreadsheetDocument Workbook() => SpreadsheetDocument.Open(Part.EmbeddedPackagePart!.GetStream(), isEditable: false);

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
