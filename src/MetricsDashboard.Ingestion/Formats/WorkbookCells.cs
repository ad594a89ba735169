using System.Globalization;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Ingestion.Formats;

/// <summary>Reads the cells of an .xlsx or .xls that has passed its inspection.</summary>
internal static class WorkbookCells
{
    static WorkbookCells() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The sheets, or the issue that forbids reading them.</summary>
    public static (IReadOnlyList<WorkbookSheet> Sheets, IntakeIssue? Issue) Read(byte[] bytes, bool isZip)
    {
        try
        {
            IReadOnlyDictionary<string, SheetFacts>? facts = null;
            if (isZip)
            {
                (facts, var issue) = SheetScan.Read(bytes);
                if (issue is not null) return ([], issue);
            }

            using var stream = new MemoryStream(bytes, writable: false);
            using var reader = isZip ? ExcelReaderFactory.CreateOpenXmlReader(stream) : ExcelReaderFactory.CreateBinaryReader(stream);
            return Read(reader, facts);
        }
        catch (InvalidPasswordException)
        {
            return ([], FileIssue.Protected());
        }
        catch (ExcelReaderException)
        {
            return ([], FileIssue.Damaged());
        }
        catch (SystemException fault) when (IsDamage(fault))
        {
            return ([], FileIssue.Damaged());
        }
    }

    /// <summary>What the readers throw at bytes that are not what they claim to be; anything else is a fault of ours and goes up.</summary>
    private static bool IsDamage(SystemException fault) => fault is InvalidDataException or XmlException or EndOfStreamException
        or FormatException or OverflowException or ArgumentException or IndexOutOfRangeException or InvalidOperationException or InvalidCastException
        or KeyNotFoundException or NotSupportedException or NullReferenceException;

    private static (IReadOnlyList<WorkbookSheet> Sheets, IntakeIssue? Issue) Read(IExcelDataReader reader, IReadOnlyDictionary<string, SheetFacts>? facts)
    {
        var sheets = new List<WorkbookSheet>();
        var cells = 0;
        do
        {
            var sheet = new WorkbookSheet(reader.Name ?? "", [.. (reader.MergeCells ?? []).Select(range => new Merge(range.FromRow + 1, range.FromColumn + 1, range.ToRow + 1, range.ToColumn + 1))]);
            var fact = facts?.GetValueOrDefault(sheet.Name);
            var last = fact?.LastRow ?? (facts is null ? IntakeLimits.Rows : 0);
            for (var row = 1; row <= last && reader.Read(); row++)
            {
                var columns = Math.Min(reader.FieldCount, IntakeLimits.Columns);
                for (var column = 1; column <= columns; column++)
                {
                    var cell = Cell(reader, column - 1);
                    if (cell.Kind is CellKind.Blank) continue;
                    sheet[row, column] = cell;
                    if (++cells > IntakeLimits.Cells) return ([], FileIssue.TooLarge($"工作表“{sheet.Name}”有内容的单元格超过{IntakeLimits.Cells}个"));
                }
            }

            foreach (var (at, cell) in fact?.Special ?? new Dictionary<(int Row, int Column), SheetCell>()) sheet[at.Row, at.Column] = cell;
            sheets.Add(sheet);
        }
        while (reader.NextResult());
        return (sheets, null);
    }

    private static SheetCell Cell(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => SheetCell.Blank,
        string text => string.IsNullOrWhiteSpace(text) ? SheetCell.Blank : new SheetCell(CellKind.Text, text.Trim()),
        double number when IsPercentage(reader, column) => new SheetCell(CellKind.Percentage, Text(number * 100) + "%"),
        int number when IsPercentage(reader, column) => new SheetCell(CellKind.Percentage, Text(number * 100d) + "%"),
        double number => new SheetCell(CellKind.Number, Text(number)),
        int number => new SheetCell(CellKind.Number, number.ToString(CultureInfo.InvariantCulture)),
        DateTime date => new SheetCell(CellKind.Other, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        bool truth => new SheetCell(CellKind.Other, truth ? "TRUE" : "FALSE"),
        var other => new SheetCell(CellKind.Other, Convert.ToString(other, CultureInfo.InvariantCulture) ?? ""),
    };

    private static bool IsPercentage(IExcelDataReader reader, int column) =>
        reader.GetNumberFormatString(column) is { } format && format.Contains('%', StringComparison.Ordinal);

    /// <summary>A number as Excel shows it: 15 digits, so that the noise of binary fractions does not make 3 a fraction.</summary>
    private static string Text(double number) => Math.Abs(number) < 1e15
        ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture)
        : Math.Abs(number) < 7e28 ? ((decimal)number).ToString("0", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);
}
