using System.Globalization;
using MetricsDashboard.Reporting.Documents;

namespace MetricsDashboard.Tests.Reporting;

/// <summary>A document as plain text, the way a reader sees it.</summary>
public static class PlainText
{
    public static string Of(ReportDocument document)
    {
        var head = document.Masthead;
        string[] lines =
        [
            $"{head.Confidentiality}", head.Name, head.Issue, $"{head.TotalIssue}", $"{head.IssuingUnit}　　{head.Date}", "", document.Title, document.PeriodLine, "",
            Body(document),
            .. document.Annexes.SelectMany(Annex),
            .. document.Chart is { } chart ? Chart(chart) : [],
        ];
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>The body, a line per paragraph.</summary>
    public static string Body(ReportDocument document) => string.Join('\n', document.Body.Select(Of));

    public static string Of(Block block) => block switch
    {
        Heading heading => heading.Text,
        Paragraph paragraph => string.Concat(paragraph.Runs.Select(run => run.Text)),
        _ => throw new ArgumentException(block.GetType().Name),
    };

    private static IEnumerable<string> Annex(Annex annex) =>
    [
        "", annex.Label, annex.Title, annex.AsOfLine,
        string.Join('|', annex.Table.Columns.Select(column => column.Header)),
        .. annex.Table.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text + (cell.Mark is CellMark.Carried ? "*" : "")))),
        .. annex.Notes.Select((note, index) => $"{(index == 0 ? "注：" : "")}{index + 1}.{note}"),
    ];

    private static IEnumerable<string> Chart(Chart chart) =>
    [
        "", chart.Title, string.Join(' ', chart.Labels),
        .. chart.Series.Select(series => $"{series.Name}：{string.Join(' ', series.Values.Select(value => value?.ToString("F2", CultureInfo.InvariantCulture) ?? "·"))}"),
        $"{chart.Source}",
    ];
}
