using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Submissions.Mappings;

namespace MetricsDashboard.Ingestion.Formats;

/// <summary>The tables of a file that another system exported, as they stand: nothing is understood yet but rows, columns and kinds of cells.</summary>
public static class RawTables
{
    /// <summary>Reads a workbook or CSV. Whatever is wrong with it is the issue of the result, never an exception.</summary>
    /// <returns>The sheets that hold anything, or the issue that forbids reading them.</returns>
    public static (IReadOnlyList<RawTable> Tables, IntakeIssue? Issue) Read(byte[] bytes, string fileName)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(fileName);
        var (tables, issue) = IntakeReader.KindOf(bytes, fileName) switch
        {
            (FileKind.Workbook, _) => Workbook(bytes, isZip: true),
            (FileKind.OldWorkbook, _) => Workbook(bytes, isZip: false),
            (FileKind.Csv, _) => Csv(bytes),
            (FileKind.Json, _) => ([], FileIssue.Unknown("这是接口用的 JSON，不是表格")),
            (_, var refusal) => ([], refusal),
        };
        return issue is null && tables.Count == 0 ? ([], FileIssue.Of(IssueCodes.EmptyFile, "文件里没有内容：请检查导出的文件后重新上传")) : (tables, issue);
    }

    private static (IReadOnlyList<RawTable>, IntakeIssue?) Workbook(byte[] bytes, bool isZip)
    {
        if ((isZip ? ZipInspection.Check(bytes) : OleInspection.Check(bytes)) is { } forbidden) return ([], forbidden);
        var (sheets, issue) = WorkbookCells.Read(bytes, isZip);
        return issue is null ? ([.. sheets.Select(Table).Where(table => table.Rows.Count > 0)], null) : ([], issue);
    }

    private static RawTable Table(WorkbookSheet sheet) => new(
        sheet.Name,
        [
            .. sheet.Cells.GroupBy(cell => cell.At.Row).OrderBy(row => row.Key)
                .Select(row => new RawRow(row.Key, Row(row.ToDictionary(cell => cell.At.Column, cell => new RawCell(cell.Cell.Kind, cell.Cell.Text))))),
        ])
    {
        Merges =
        [
            .. sheet.Merges.Where(merge => merge.LastRow > merge.FirstRow && merge.FirstRow <= MappingFit.HeaderRows && merge.FirstColumn == merge.LastColumn)
                .Select(merge => new RawMerge(merge.FirstColumn, merge.FirstRow, merge.LastRow)),
        ],
    };

    private static RawCell[] Row(Dictionary<int, RawCell> cells) => [.. Enumerable.Range(1, cells.Keys.Max()).Select(column => cells.GetValueOrDefault(column, RawCell.Blank))];

    private static (IReadOnlyList<RawTable>, IntakeIssue?) Csv(byte[] bytes)
    {
        if (bytes.Length > IntakeLimits.WorkbookBytes) return ([], FileIssue.TooLarge($"文件大于{IntakeLimits.WorkbookBytes / 1024 / 1024}MB"));
        IntakeIssue? issue = null;
        var rows = new List<RawRow>();
        var cells = 0;
        try
        {
            using var csv = CsvText.Open(bytes, line => issue ??= CsvReading.BadQuote(line));
            while (csv.Read())
            {
                RawCell[] row = [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i).Trim()).Select(text => text.Length == 0 ? RawCell.Blank : new RawCell(CellKind.Text, text))];
                if (row.All(cell => cell.Kind is CellKind.Blank)) continue;
                rows.Add(new RawRow((int)csv.LineNumber, row));
                if ((cells += row.Length) > IntakeLimits.Cells || row.Length > IntakeLimits.Columns) return ([], FileIssue.TooLarge("文件里的内容太多"));
            }
        }
        catch (CsvHelper.CsvFormatException fault)
        {
            issue ??= CsvReading.BadQuote((int)fault.LineNumber);
        }

        return issue is null ? (rows.Count == 0 ? [] : [new RawTable(null, rows)], null) : ([], issue);
    }
}
