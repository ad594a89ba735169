using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using MetricsDashboard.Reporting.Documents;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MetricsDashboard.Reporting.Formats.Docx;

/// <summary>The chart's page: label, title, unit, the native chart with its workbook, source.</summary>
internal static class ChartLayout
{
    private const long EmuPerMillimetre = 36000;
    private const long Width = 222 * EmuPerMillimetre;
    private const long Height = 108 * EmuPerMillimetre;

    public static IEnumerable<OpenXmlElement> Of(Chart chart, MainDocumentPart main)
    {
        const string relationship = "rIdChart";
        var part = main.AddNewPart<ChartPart>(relationship);
        var workbook = part.AddEmbeddedPackagePart(EmbeddedPackagePartType.Xlsx, "rIdWorkbook");
        using (var content = new MemoryStream(ChartWorkbook.Of(chart)))
            workbook.FeedData(content);
        part.ChartSpace = ChartSpace.Of(chart, workbookRelationship: "rIdWorkbook");

        yield return Inline.Paragraph("AnnexLabel", Inline.Text("附图", Face.HeiTi));
        yield return Inline.Paragraph("AnnexTitle", Inline.Text(chart.Title, Face.HeiTi));
        yield return Inline.Paragraph("AnnexAsOf", Inline.Text($"单位：{chart.Unit}", Face.KaiTi));
        yield return Inline.Paragraph("ChartBox", [new W.Run(new W.Drawing(Frame(chart, relationship)))]);
        yield return Inline.Paragraph("AnnexNote", Inline.Text(chart.Source ?? "", Face.FangSong));
    }

    private static D.Inline Frame(Chart chart, string relationship) => new(
        new D.Extent { Cx = Width, Cy = Height },
        new D.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
        new D.DocProperties { Id = 1, Name = "附图", Description = ChartText.Of(chart) },
        new D.NonVisualGraphicFrameDrawingProperties(),
        new A.Graphic(new A.GraphicData(new C.ChartReference { Id = relationship })
        {
            Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart",
        }))
    {
        DistanceFromTop = 0,
        DistanceFromBottom = 0,
        DistanceFromLeft = 0,
        DistanceFromRight = 0,
    };
}
