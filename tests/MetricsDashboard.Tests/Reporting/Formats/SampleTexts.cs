using MetricsDashboard.Reporting.Documents;

namespace MetricsDashboard.Tests.Reporting.Formats;

/// <summary>Every text of a document in the order in which a reader meets it.</summary>
internal static class SampleTexts
{
    public static IEnumerable<string> Of(ReportDocument document) =>
    [
        document.Masthead.Confidentiality!, document.Masthead.Name, document.Masthead.Issue, document.Masthead.TotalIssue!,
        document.Masthead.IssuingUnit, document.Masthead.Date, document.Title, document.PeriodLine,
        .. document.Body.SelectMany(Texts),
        .. document.Annexes.Select(annex => annex.Title),
        document.Colophon.ReportTo, document.Colophon.SendTo!, document.Colophon.Signer!, $"共印{document.Colophon.Copies}份",
        .. document.Annexes.SelectMany(Texts),
        document.Chart!.Title, document.Chart.Source!,
    ];

    private static IEnumerable<string> Texts(Block block) => block switch
    {
        Heading heading => [heading.Text],
        Paragraph paragraph => paragraph.Runs.Select(run => run.Text),
        _ => [],
    };

    private static IEnumerable<string> Texts(Annex annex) =>
        [annex.Label, annex.Title, annex.AsOfLine, .. annex.Table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Text), .. annex.Notes];
}
