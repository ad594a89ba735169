using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using MetricsDashboard.Reporting.Documents;
using MetricsDashboard.Reporting.Formats.Docx;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MetricsDashboard.Reporting.Formats;

/// <summary>
/// Lays a document out as Word, in the form of GB/T 9704—2012: 22 lines of 28 characters, the masthead of a briefing, annexes and chart on landscape pages.
/// The same document always gives the same bytes.
/// </summary>
public static class DocxWriter
{
    private const string MainContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <param name="document">What to lay out.</param>
    /// <param name="site">Where the system is reached. With it the numbers lead to their explanations; a file has no address of its own that they could be relative to.</param>
    public static byte[] Write(ReportDocument document, Uri? site = null)
    {
        Consistency.Check(document);
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>(MainContentType, "rIdMain");
            main.Document = new W.Document(new W.Body());
            FixedParts.AddTo(main);
            PropertyParts.AddTo(package, document);
            Compose(document, main, site);
        }

        return Zip.WithoutTimes(stream);
    }

    private static void Compose(ReportDocument document, MainDocumentPart main, Uri? site)
    {
        var inline = new Inline(main, site);
        var pages = new PageSetup(main, document.Demonstration);
        var body = main.Document!.Body!;

        body.Append(MastheadLayout.Of(document.Masthead));
        body.Append(BodyLayout.Of(document, inline));
        var colophon = ColophonLayout.Of(document.Colophon);
        if (document.Annexes.Count == 0 && document.Chart is null)
        {
            body.Append(PageSetup.EndOfSection(null, colophon), pages.Portrait());
            return;
        }

        body.Append(PageSetup.EndOfSection(pages.Portrait(), colophon));
        foreach (var annex in document.Annexes)
            body.Append(AnnexLayout.Of(annex, inline));
        if (document.Chart is { } chart)
            body.Append(ChartLayout.Of(chart, main));
        body.Append(pages.Landscape());
    }
}
