using System.Globalization;
using DocumentFormat.OpenXml;
using MetricsDashboard.Reporting.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MetricsDashboard.Reporting.Formats.Docx;

/// <summary>The head of a briefing: confidentiality, red name, issue, issuing unit and date over the red line.</summary>
internal static class MastheadLayout
{
    private const int PointsPerLine = PageSetup.PortraitWidth / 20;

    public static IEnumerable<OpenXmlElement> Of(Masthead masthead)
    {
        if (masthead.Confidentiality is { } confidentiality)
            yield return Inline.Paragraph("Confidentiality", Inline.Text(confidentiality, Face.HeiTi));
        var nameSize = Fitting(masthead.Name, PointsPerLine, largest: 42);
        yield return Inline.Paragraph("MastheadName", Inline.Text(masthead.Name, Face.XiaoBiaoSong, format: Size(nameSize)));
        yield return Inline.Paragraph("IssueNumber", Inline.Text(masthead.Issue, Face.FangSong));
        if (masthead.TotalIssue is { } total)
            yield return Inline.Paragraph("IssueNumber", Inline.Text(total, Face.FangSong));

        // One character of space at least remains between the two ends of the line.
        var issuerSize = Fitting(masthead.IssuingUnit + "　" + masthead.Date, PointsPerLine, largest: 16);
        yield return Inline.Paragraph("Issuer", [
            .. Inline.Text(masthead.IssuingUnit, Face.FangSong, format: Size(issuerSize)),
            Inline.Tab(),
            .. Inline.Text(masthead.Date, Face.FangSong, format: Size(issuerSize))]);
    }

    /// <summary>The largest size, in half points, at which the text stays on one line.</summary>
    private static double Fitting(string text, int width, double largest)
    {
        var ems = text.Sum(character => character < 0x100 ? 0.5 : 1.0);
        return Math.Min(largest, Math.Floor(2 * width / ems) / 2);
    }

    private static Action<W.RunProperties> Size(double points) => properties =>
    {
        var halfPoints = (points * 2).ToString("0", CultureInfo.InvariantCulture);
        properties.FontSize = new W.FontSize { Val = halfPoints };
        properties.FontSizeComplexScript = new W.FontSizeComplexScript { Val = halfPoints };
    };
}
