using DocumentFormat.OpenXml;
using MetricsDashboard.Reporting.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MetricsDashboard.Reporting.Formats.Docx;

/// <summary>Headline, period, headings and paragraphs, and the list of annexes.</summary>
internal static class BodyLayout
{
    public static IEnumerable<OpenXmlElement> Of(ReportDocument document, Inline inline)
    {
        yield return Inline.Paragraph("Title", Inline.Text(document.Title, Face.XiaoBiaoSong));
        yield return Inline.Paragraph("Subtitle", Inline.Text(document.PeriodLine, Face.KaiTi));
        foreach (var (heading, paragraph) in Passages.Of(document.Body))
            yield return Passage(heading, paragraph, inline);
        foreach (var line in AnnexList(document.Annexes))
            yield return line;
    }

    private static W.Paragraph Passage(Heading? heading, Paragraph? paragraph, Inline inline)
    {
        if (paragraph is null)
        {
            var first = heading!.Level == 1;
            return Inline.Paragraph(first ? "Heading1" : "Heading2", Inline.Text(heading.Text, first ? Face.HeiTi : Face.KaiTi));
        }

        var runs = paragraph.Runs.SelectMany(run => inline.Of(run, Face.FangSong));
        return heading is null
            ? Inline.Paragraph("NormalIndent", runs)
            : Inline.Paragraph("NormalIndent", [.. Inline.Text(heading.Text, Face.KaiTi, style: "Heading2Char"), .. runs]);
    }

    private static IEnumerable<W.Paragraph> AnnexList(IReadOnlyList<Annex> annexes)
    {
        if (annexes.Count == 1)
            yield return Inline.Paragraph("AnnexListFirst", Inline.Text($"附表：{annexes[0].Title}", Face.FangSong));
        else
        {
            for (var index = 0; index < annexes.Count; index++)
            {
                var entry = $"{index + 1}.{annexes[index].Title}";
                yield return index == 0
                    ? Inline.Paragraph("AnnexListFirst", Inline.Text($"附表：{entry}", Face.FangSong))
                    : Inline.Paragraph("AnnexList", Inline.Text(entry, Face.FangSong));
            }
        }
    }
}
