using MetricsDashboard.Reporting.Documents;

namespace MetricsDashboard.Reporting.Formats;

/// <summary>What the model cannot rule out by its types: a row or a line that does not fit its table or chart would be laid out in the wrong place.</summary>
internal static class Consistency
{
    public static void Check(ReportDocument document)
    {
        foreach (var annex in document.Annexes)
        {
            var columns = annex.Table.Columns.Count;
            if (annex.Table.Rows.FirstOrDefault(row => row.Cells.Count != columns) is { } row)
                throw new ArgumentException($"A row of {annex.Label} has {row.Cells.Count} cells for {columns} columns.", nameof(document));
        }

        if (document.Chart is { } chart && chart.Series.FirstOrDefault(series => series.Values.Count != chart.Labels.Count) is { } line)
            throw new ArgumentException($"{line.Name} has {line.Values.Count} values for {chart.Labels.Count} labels.", nameof(document));
    }
}
