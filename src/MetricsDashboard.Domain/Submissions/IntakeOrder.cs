namespace MetricsDashboard.Domain.Submissions;

/// <summary>Puts issues in the order in which a person goes through a file: the sheets as they come, then by row and column.</summary>
internal static class IntakeOrder
{
    public static IReadOnlyList<IntakeIssue> Sort(IReadOnlyCollection<IntakeIssue> issues, IEnumerable<RawEntry> entries)
    {
        var sheets = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.Place.Sheet is { } sheet) sheets.TryAdd(sheet, sheets.Count);
        }

        foreach (var issue in issues)
        {
            if (issue.Sheet is { } sheet) sheets.TryAdd(sheet, sheets.Count);
        }

        return [.. issues
            .Select(issue => (Issue: issue, Sheet: issue.Sheet is { } sheet ? sheets[sheet] : -1, At: Position(issue.Cell)))
            .OrderBy(row => row.Sheet).ThenBy(row => row.At.Row).ThenBy(row => row.At.Column)
            .Select(row => row.Issue)];
    }

    /// <summary>Row and column of C7 or 第12行; places without a row come first.</summary>
    private static (int Row, int Column) Position(string? cell)
    {
        if (cell is null) return (0, 0);
        int row = 0, column = 0, i = 0;
        for (; i < cell.Length && char.IsAsciiLetterUpper(cell[i]) && i < 3; i++) column = (column * 26) + cell[i] - 'A' + 1;
        for (; i < cell.Length && !char.IsAsciiDigit(cell[i]); i++) continue;
        for (; i < cell.Length && char.IsAsciiDigit(cell[i]) && row < 100_000_000; i++) row = (row * 10) + cell[i] - '0';
        return (row, column);
    }
}
