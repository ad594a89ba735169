using System.Diagnostics;
using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace MetricsDashboard.Web.Tests.Journeys;

/// <summary>
/// A county's workbook as its reporter fills it: the hidden codes say which cell is which, the numbers go in, and LibreOffice writes the
/// file, by way of its own format.
/// </summary>
internal static class FilledWorkbook
{
    private const int CodeRow = 1;
    private const int FirstRow = 6;
    private const int CodeColumn = 1;
    private const string ValueMark = "value";

    /// <summary>Writes the numbers and texts into every input cell; one without any is left as it was downloaded.</summary>
    /// <param name="file">The workbook, changed in place.</param>
    /// <param name="numbers">A number for each element.</param>
    /// <param name="texts">A text for each element of prose.</param>
    /// <returns>How many cells were filled with numbers.</returns>
    public static int Fill(string file, IReadOnlyDictionary<string, long> numbers, IReadOnlyDictionary<string, string> texts)
    {
        using var book = SpreadsheetDocument.Open(file, isEditable: true);
        var filled = 0;
        foreach (var sheet in book.WorkbookPart!.WorksheetParts)
        {
            var cells = sheet.Worksheet!.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);
            string Text(int row, int column) => cells.TryGetValue(Name(row, column), out var cell) ? TextOf(book.WorkbookPart, cell) : "";
            var rows = cells.Values.Select(cell => int.Parse(cell.CellReference!.Value!.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), CultureInfo.InvariantCulture)).Distinct();
            foreach (var row in rows.Where(row => row >= FirstRow && Text(row, CodeColumn).Length > 0).ToList())
            {
                for (var column = CodeColumn + 1; Name(CodeRow, column) is var head && column <= 60; column++)
                {
                    var code = Text(CodeRow, column);
                    var element = code == ValueMark ? Text(row, CodeColumn) : code;
                    if (!cells.TryGetValue(Name(row, column), out var cell)) continue;
                    if (texts.TryGetValue(element, out var text) && (code == ValueMark || code == element))
                    {
                        cell.DataType = CellValues.InlineString;
                        cell.RemoveAllChildren();
                        cell.Append(new InlineString(new Text(text)));
                    }

                    if (!numbers.TryGetValue(element, out var number)) continue;
                    cell.DataType = null;
                    cell.RemoveAllChildren();
                    cell.Append(new CellValue(number.ToString(CultureInfo.InvariantCulture)));
                    filled++;
                }
            }

            sheet.Worksheet.Save();
        }

        return filled;
    }

    /// <summary>Lets LibreOffice read the file, keep it in its own format and write it again.</summary>
    public static async Task ThroughLibreOfficeAsync(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        var own = Directory.CreateDirectory(Path.Combine(folder, "office")).FullName;
        await ConvertAsync(folder, "ods", own, file);
        await ConvertAsync(folder, "xlsx:Calc MS Excel 2007 XML", folder, Path.Combine(own, Path.GetFileNameWithoutExtension(file) + ".ods"));
    }

    private static async Task ConvertAsync(string profile, string format, string target, string source)
    {
        var written = Path.Combine(target, Path.GetFileNameWithoutExtension(source) + "." + format.Split(':')[0]);
        File.Delete(written);
        var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { $"-env:UserInstallation=file://{profile}/profile", "--headless", "--convert-to", format, "--outdir", target, source })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(File.Exists(written), await output + await errors);
    }

    private static string Name(int row, int column)
    {
        var name = new StringBuilder();
        for (var rest = column; rest > 0; rest = (rest - 1) / 26) name.Insert(0, (char)('A' + ((rest - 1) % 26)));
        return name.Append(row).ToString();
    }

    private static string TextOf(WorkbookPart book, Cell cell) => cell.DataType?.Value == CellValues.SharedString
        ? book.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().ElementAt(int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)).InnerText
        : cell.CellValue?.Text ?? cell.InlineString?.InnerText ?? "";
}
