using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MetricsDashboard.Web.Tests.Journeys;

/// <summary>What a report says, apart: its sentences and the cells of its tables.</summary>
/// <param name="Sentences">Text outside tables.</param>
/// <param name="Rows">Rows of all tables, a text for each cell.</param>
internal sealed record ReportText(string Sentences, IReadOnlyList<string[]> Rows)
{
    public string All => Sentences + string.Join('\n', Rows.Select(row => string.Join('\t', row)));

    public string[] Row(string name) => Rows.First(row => row.Contains(name));

    public static ReportText Read(string file) => file.EndsWith(".docx", StringComparison.Ordinal) ? OfWord(file) : OfPage(File.ReadAllText(file));

    private static ReportText OfWord(string file)
    {
        using var word = WordprocessingDocument.Open(file, isEditable: false);
        var body = word.MainDocumentPart!.Document!.Body!;
        var sentences = body.Descendants<Paragraph>().Where(paragraph => !paragraph.Ancestors<TableCell>().Any()).Select(paragraph => paragraph.InnerText);
        var rows = body.Descendants<TableRow>().Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToArray());
        return new ReportText(string.Join('\n', sentences), [.. rows]);
    }

    private static ReportText OfPage(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        var rows = page.QuerySelectorAll("tr").Select(row => row.QuerySelectorAll("th,td").Select(cell => cell.TextContent.Trim()).ToArray()).ToList();
        foreach (var apart in page.QuerySelectorAll("table,style,script,svg").ToList()) apart.Remove();
        return new ReportText(page.Body!.TextContent, rows);
    }
}
