using MetricsDashboard.Domain.Submissions.Mappings;

namespace MetricsDashboard.Ingestion.Formats;

/// <summary>A line of a small table, of a CSV or of a sheet; columns count from 0.</summary>
/// <param name="Where">第3行, or “表”第3行 where a workbook has several sheets.</param>
/// <param name="Cells">Trimmed texts; a blank cell is the empty string.</param>
internal sealed record GridLine(string Where, IReadOnlyList<string> Cells)
{
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : "";
}

/// <summary>A small table as lines of text, whatever kind of file it came in.</summary>
internal static class TextGrid
{
    private const int MostLines = 5_000;
    private const int MostColumns = 100;

    /// <summary>The lines of each sheet (one for a CSV), or the sentence that says why there are none.</summary>
    public static (IReadOnlyList<IReadOnlyList<GridLine>> Sheets, string? Fault) Read(byte[] bytes, string fileName)
    {
        var (tables, issue) = RawTables.Read(bytes, fileName);
        if (issue is not null) return ([], issue.Message.TrimEnd('。') + "。");
        if (tables.Any(table => table.Rows.Count > MostLines || table.Rows.Any(row => row.Cells.Count > MostColumns)))
            return ([], $"文件太大：一次最多{MostLines}行、{MostColumns}列，请核对文件，或分几次上传。");
        return ([.. tables.Select(table => Lines(table, tables.Count > 1))], null);
    }

    private static IReadOnlyList<GridLine> Lines(RawTable table, bool isOneOfSeveral)
    {
        // The rows of a sheet are as wide as the sheet; a line of a CSV is as wide as it was written.
        var width = table.Sheet is null ? 0 : table.Rows.Max(row => row.Cells.Count);
        return
        [
            .. table.Rows.Select(row => new GridLine(
                isOneOfSeveral ? $"工作表“{table.Sheet}”第{row.Number}行" : $"第{row.Number}行",
                [.. Enumerable.Range(1, Math.Max(width, row.Cells.Count)).Select(column => row[column].Text.Trim().Trim('\uFEFF'))])),
        ];
    }
}
