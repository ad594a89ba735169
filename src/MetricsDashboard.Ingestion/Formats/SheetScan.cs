using System.IO.Compression;
using System.Xml;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Ingestion.Workbooks;

namespace MetricsDashboard.Ingestion.Formats;

/// <summary>What a library for values does not tell of a sheet of an .xlsx.</summary>
/// <param name="LastRow">Last row that holds a value or formula.</param>
/// <param name="Special">Formulas without a stored result, error and truth values, by cell.</param>
internal sealed record SheetFacts(int LastRow, IReadOnlyDictionary<(int Row, int Column), SheetCell> Special);

/// <summary>
/// Streams through the XML of an .xlsx that <see cref="ZipInspection"/> has passed: finds formulas without a stored result and counts
/// rows, columns and strings against the limits. Nothing is kept but what it finds.
/// </summary>
internal static class SheetScan
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <summary>The facts by sheet name, or the issue that forbids reading on.</summary>
    /// <exception cref="XmlException">A part is not well-formed.</exception>
    public static (IReadOnlyDictionary<string, SheetFacts> Sheets, IntakeIssue? Issue) Read(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        var sheets = new Dictionary<string, SheetFacts>(StringComparer.Ordinal);
        if (zip.GetEntry("xl/sharedStrings.xml") is { } strings && CountStrings(strings) > IntakeLimits.SharedStrings) return (sheets, FileIssue.TooLarge("文件里的文字太多"));
        var cells = 0;
        foreach (var (name, path) in Sheets(zip))
        {
            if (zip.GetEntry(path) is not { } part) return (sheets, FileIssue.Damaged());
            var (facts, issue) = ReadSheet(part, name, ref cells);
            if (issue is not null) return (sheets, issue);
            sheets[name] = facts;
        }

        return (sheets, null);
    }

    private static int CountStrings(ZipArchiveEntry entry)
    {
        using var xml = Open(entry);
        var count = 0;
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "si") count++;
        }

        return count;
    }

    /// <summary>The sheets and their parts, in the order of the workbook.</summary>
    public static List<(string Name, string Path)> Sheets(ZipArchive zip)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        if (zip.GetEntry("xl/_rels/workbook.xml.rels") is { } relations)
        {
            using var xml = Open(relations);
            while (xml.Read())
            {
                if (xml.NodeType is not XmlNodeType.Element || xml.LocalName != "Relationship") continue;
                if (xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                    targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        var sheets = new List<(string, string)>();
        if (zip.GetEntry("xl/workbook.xml") is not { } workbook) return sheets;
        using var book = Open(workbook);
        while (book.Read())
        {
            if (book.NodeType is not XmlNodeType.Element || book.LocalName != "sheet" || book.GetAttribute("name") is not { } name) continue;
            var id = "";
            while (book.MoveToNextAttribute())
            {
                if (book.LocalName == "id") id = book.Value;
            }

            if (targets.TryGetValue(id, out var path)) sheets.Add((name, path));
        }

        return sheets;
    }

    private static (SheetFacts Facts, IntakeIssue? Issue) ReadSheet(ZipArchiveEntry entry, string sheet, ref int cells)
    {
        var special = new Dictionary<(int, int), SheetCell>();
        int rows = 0, lastRow = 0, row = 0, column = 0;
        IntakeIssue? issue = null;
        using var xml = Open(entry);
        while (issue is null && xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element || xml.NamespaceURI is not (Main or Strict)) continue;
            if (xml.LocalName == "row")
            {
                row = int.TryParse(xml.GetAttribute("r"), out var stated) ? stated : row + 1;
                column = 0;
                if (++rows > IntakeLimits.Rows) issue = TooLarge(sheet, $"行数超过{IntakeLimits.Rows}行");
            }
            else if (xml.LocalName == "c")
            {
                var stated = xml.GetAttribute("r");
                if (!CellName.TryParse(stated, out var atRow, out column)) (atRow, column) = (row, column + 1);
                var cell = ReadCell(xml, out var hasValue);
                if (cell is not null) special[(atRow, column)] = cell;
                if (!hasValue && cell is null) continue;
                lastRow = Math.Max(lastRow, atRow);
                if (column > IntakeLimits.Columns) issue = TooLarge(sheet, $"列数超过{IntakeLimits.Columns}列");
                else if (++cells > IntakeLimits.Cells) issue = TooLarge(sheet, $"有内容的单元格超过{IntakeLimits.Cells}个");
            }
        }

        return (new SheetFacts(lastRow, special), issue);
    }

    /// <summary>A cell that values alone would not show as what it is; null for an ordinary one.</summary>
    private static SheetCell? ReadCell(XmlReader xml, out bool hasValue)
    {
        var type = xml.GetAttribute("t");
        string? formula = null;
        var value = "";
        hasValue = false;
        if (xml.IsEmptyElement) return null;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not XmlNodeType.Element || xml.Depth != depth + 1) continue;
            var name = xml.LocalName;
            var text = name is "f" or "v" ? Text(xml) : "";
            if (name == "f") formula = text;
            else if (name == "v") value = text;
            if (name == "is" || value.Length > 0) hasValue = true;
        }

        if (formula is not null && value.Length == 0 && type is not "str") return new SheetCell(CellKind.FormulaWithoutValue, "=" + formula);
        return type switch
        {
            "e" => new SheetCell(CellKind.Other, value),
            "b" => new SheetCell(CellKind.Other, value == "1" ? "TRUE" : "FALSE"),
            _ => null,
        };
    }

    private static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        var text = "";
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) text += xml.Value.Length > 200 ? xml.Value[..200] : xml.Value;
        }

        return text.Trim();
    }

    /// <summary>A part's XML, without entities and whatever lies elsewhere.</summary>
    public static XmlReader Open(ZipArchiveEntry entry) => XmlReader.Create(entry.Open(), Settings);

    private static IntakeIssue TooLarge(string sheet, string what) => FileIssue.TooLarge($"工作表“{sheet}”{what}") with { Sheet = sheet };
}
