using CsvHelper;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Ingestion.Formats;

/// <summary>A line of a small table, of a CSV or of a sheet; columns count from 0.</summary>
/// <param name="Where">第3行, or “表”第3行 where a workbook has several sheets.</param>
/// <param name="Cells">Trimmed texts; a blank cell is the empty string.</param>
internal sealed record GridLine(string Where, IReadOnlyList<string> Cells)
{
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : "";
}

/// <summary>A small table as lines of text, whatever kind of file it came in. The same inspections as for forms stand before it.</summary>
internal static class TextGrid
{
    private const int MostLines = 5_000;
    private const int MostColumns = 100;

    /// <summary>The lines of each sheet (one for a CSV), or the sentence that says why there are none.</summary>
    public static (IReadOnlyList<IReadOnlyList<GridLine>> Sheets, string? Fault) Read(byte[] bytes, string fileName)
    {
        ReadOnlySpan<byte> content = bytes;
        switch (content)
        {
            case []:
                return ([], "文件是空的（0字节），请填写后重新上传。");
            case [0x50, 0x4B, 0x03, 0x04, ..] or [0x50, 0x4B, 0x05, 0x06, ..]:
                return Workbook(bytes, isZip: true);
            case [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..]:
                return Workbook(bytes, isZip: false);
            case [0x25, 0x50, 0x44, 0x46, ..]:
                return ([], "这是 PDF，不是表格：请把表格内容另存为 .xlsx 或 .csv 后上传。");
        }

        if (!CsvText.IsText(bytes)) return ([], $"{Quotation.Of(fileName)}不是表格，或者已经损坏：请上传 .xlsx、.xls 或 .csv 文件。");
        return Text(bytes);
    }

    private static (IReadOnlyList<IReadOnlyList<GridLine>> Sheets, string? Fault) Workbook(byte[] bytes, bool isZip)
    {
        if ((isZip ? ZipInspection.Check(bytes) : OleInspection.Check(bytes)) is { } forbidden) return ([], Sentence(forbidden));
        var (sheets, issue) = WorkbookCells.Read(bytes, isZip);
        if (issue is not null) return ([], Sentence(issue));
        var filled = sheets.Where(sheet => sheet.Last.Row > 0).ToList();
        if (filled.Exists(sheet => sheet.Last.Row > MostLines || sheet.Last.Column > MostColumns)) return ([], TooLong());
        return ([.. filled.Select(sheet => (IReadOnlyList<GridLine>)[.. Lines(sheet, filled.Count > 1)])], null);
    }

    private static IEnumerable<GridLine> Lines(WorkbookSheet sheet, bool isOneOfSeveral)
    {
        var (rows, columns) = sheet.Last;
        for (var row = 1; row <= rows; row++)
        {
            var cells = Enumerable.Range(1, columns).Select(column => sheet[row, column].Text.Trim()).ToList();
            if (cells.Exists(cell => cell.Length > 0)) yield return new GridLine(isOneOfSeveral ? $"工作表“{sheet.Name}”第{row}行" : $"第{row}行", cells);
        }
    }

    private static (IReadOnlyList<IReadOnlyList<GridLine>> Sheets, string? Fault) Text(byte[] bytes)
    {
        var lines = new List<GridLine>();
        int? badQuote = null;
        try
        {
            using var csv = CsvText.Open(bytes, line => badQuote ??= line);
            while (csv.Read())
            {
                if (lines.Count >= MostLines || csv.FieldCount > MostColumns) return ([], TooLong());
                var cells = Enumerable.Range(0, csv.FieldCount).Select(column => csv.GetString(column).Trim().Trim('\uFEFF')).ToList();
                if (cells.Exists(cell => cell.Length > 0)) lines.Add(new GridLine($"第{csv.LineNumber}行", cells));
            }
        }
        catch (CsvFormatException fault)
        {
            badQuote ??= (int)fault.LineNumber;
        }

        return badQuote is { } bad ? ([], $"第{bad}行的引号没有成对，请改正后重新上传。") : ([lines], null);
    }

    private static string TooLong() => $"文件太大：一次最多{MostLines}行、{MostColumns}列，请核对文件，或分几次上传。";

    private static string Sentence(IntakeIssue issue) => issue.Message.TrimEnd('。') + "。";
}
