using DocumentFormat.OpenXml;
using MetricsDashboard.Reporting.Documents;

namespace MetricsDashboard.Reporting.Formats.Docx;

/// <summary>附表: label, title, point in time, table, notes; each starts a page.</summary>
internal static class AnnexLayout
{
    public static IEnumerable<OpenXmlElement> Of(Annex annex, Inline inline)
    {
        yield return Inline.Paragraph("AnnexLabel", Inline.Text(annex.Label, Face.HeiTi));
        yield return Inline.Paragraph("AnnexTitle", Inline.Text(annex.Title, Face.HeiTi));
        yield return Inline.Paragraph("AnnexAsOf", Inline.Text(annex.AsOfLine, Face.KaiTi));
        yield return TableLayout.Of(annex.Table, inline);

        // A table must be followed by a paragraph, with notes or without.
        yield return Inline.Paragraph("AnnexNote", Inline.Text(AnnexNotes.Of(annex.Notes), Face.FangSong));
    }
}
