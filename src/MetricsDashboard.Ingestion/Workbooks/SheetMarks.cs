using DocumentFormat.OpenXml.Packaging;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>
/// The marks of one sheet. What names no cell, or a hidden one, stands at the first cell that can be seen, or at the next one in the row.
/// </summary>
internal sealed class SheetMarks(WorksheetPart part, MarkStyles styles)
{
    private readonly SheetGrid grid = new(part.Worksheet!);
    private readonly CellNotes notes = new(part);

    /// <summary>Takes away the marks of an earlier round and sets those of this one.</summary>
    /// <param name="issues">What to mark.</param>
    /// <param name="isOwn">Does the issue name this sheet? One that names another, which is missing, means no cell of this one.</param>
    public void Replace(IReadOnlyList<IntakeIssue> issues, Func<IntakeIssue, bool> isOwn)
    {
        foreach (var (row, column) in notes.RemoveOwn())
        {
            if (grid.Find(row, column) is { StyleIndex.Value: var look } cell) cell.StyleIndex = styles.Unmarked(look);
        }

        var first = grid.FirstVisible();
        var placed = issues.Select(issue => (Issue: issue, At: isOwn(issue) ? Place(issue) : null)).ToList();
        foreach (var cell in placed.GroupBy(row => row.At ?? first))
        {
            if (cell.Any(row => row is { At: not null, Issue.Severity: Severity.Error })) Redden(cell.Key.Row, cell.Key.Column);
            notes.Add(cell.Key.Row, cell.Key.Column, [.. cell.Select(row => row.Issue)]);
        }

        notes.Save();
    }

    private (int Row, int Column)? Place(IntakeIssue issue) =>
        CellName.TryParse(issue.Cell, out var row, out var column) && grid.VisibleFrom(row, column) is { } seen ? (row, seen) : null;

    private void Redden(int row, int column)
    {
        var cell = grid.Get(row, column);
        cell.StyleIndex = styles.Marked(cell.StyleIndex?.Value ?? 0);
    }
}
