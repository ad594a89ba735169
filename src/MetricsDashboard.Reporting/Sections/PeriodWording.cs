using System.Text.RegularExpressions;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Reporting.Documents;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>
/// Situation 25: an issue of several weeks, and the one after it, speak of issues where others speak of weeks. The sentences are written
/// for weeks; this is the one place that changes the words, in text and tables alike.
/// </summary>
public static partial class PeriodWording
{
    public static ReportDocument Apply(ReportFacts facts, ReportDocument document) => !facts.ComparesIssues && !facts.Weeks.Any(week => week.Period.IsMerged)
        ? document
        : document with
        {
            Body = [.. document.Body.Select(block => block is Paragraph paragraph ? Reworded(facts, paragraph) : block)],
            Annexes = [.. document.Annexes.Select(annex => Reworded(facts, annex))],
        };

    private static Paragraph Reworded(ReportFacts facts, Paragraph paragraph)
    {
        var before = "";
        var runs = new List<Run>(paragraph.Runs.Count);
        foreach (var run in paragraph.Runs)
        {
            // The number of weeks in a row stands in a run of its own.
            var text = run.Text.StartsWith('周') && InARow().IsMatch(before) ? "期" + run.Text[1..] : run.Text;
            before += run.Text;
            runs.Add(run with { Text = Words(facts, text) });
        }

        return new Paragraph(runs);
    }

    private static Annex Reworded(ReportFacts facts, Annex annex) => annex with
    {
        Table = new Table(
            [.. annex.Table.Columns.Select(column => column with { Header = Words(facts, column.Header) })],
            [.. annex.Table.Rows.Select(row => row with { Cells = [.. row.Cells.Select(cell => cell with { Text = Words(facts, cell.Text) })] })]),
        Notes = [.. annex.Notes.Select(note => Words(facts, note))],
    };

    private static string Words(ReportFacts facts, string text) => !facts.ComparesIssues
        ? text
        : text.Replace("上周", "上期", StringComparison.Ordinal).Replace("本周", "本期", StringComparison.Ordinal).Replace("两周均", "两期均", StringComparison.Ordinal);

    [GeneratedRegex(@"连续\d+$")]
    private static partial Regex InARow();
}
