using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace MetricsDashboard.Tests.Ingestion.Cases;

/// <summary>An .xlsx as Excel writes it: shared texts, dates as numbers with a format. Written as a stream, however large.</summary>
internal sealed class CaseWorkbookFile : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private readonly ZipArchive zip;
    private readonly StreamWriter sheet;
    private readonly Dictionary<string, int> shared = new(StringComparer.Ordinal);
    private int row;

    public CaseWorkbookFile(Stream stream)
    {
        zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"办件\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        Part("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"x\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        Part("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\\ hh:mm\"/></numFmts><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        sheet = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 64 * 1024);
        sheet.Write($"<?xml version=\"1.0\"?><worksheet xmlns=\"{Main}\"><sheetData>");
    }

    public static byte[] Of(params object?[][] rows)
    {
        using var stream = new MemoryStream();
        using (var file = new CaseWorkbookFile(stream))
        {
            foreach (var cells in rows) file.Add(cells);
        }

        return stream.ToArray();
    }

    /// <summary>A row: texts shared, DateTime as a moment, DateOnly as a day, numbers, and XML of a cell as it is.</summary>
    public void Add(params object?[] cells)
    {
        row++;
        sheet.Write($"<row r=\"{row}\">");
        for (var i = 0; i < cells.Length; i++) sheet.Write(Cell($"{(char)('A' + i)}{row}", cells[i]));
        sheet.Write("</row>");
    }

    public void Dispose()
    {
        sheet.Write("</sheetData></worksheet>");
        sheet.Dispose();
        using (var strings = new StreamWriter(zip.CreateEntry("xl/sharedStrings.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 64 * 1024))
        {
            strings.Write($"<sst xmlns=\"{Main}\">");
            foreach (var text in shared.OrderBy(text => text.Value)) strings.Write($"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text.Key)}</t></si>");
            strings.Write("</sst>");
        }

        zip.Dispose();
    }

    private string Cell(string at, object? value) => value switch
    {
        null or "" => "",
        CellXml cell => cell.Xml.Replace("@", at, StringComparison.Ordinal),
        DateTime moment => $"<c r=\"{at}\" s=\"1\"><v>{Number(moment.ToOADate())}</v></c>",
        DateOnly day => $"<c r=\"{at}\" s=\"2\"><v>{Number(day.ToDateTime(TimeOnly.MinValue).ToOADate())}</v></c>",
        string text => $"<c r=\"{at}\" t=\"s\"><v>{Shared(text)}</v></c>",
        _ => $"<c r=\"{at}\"><v>{Convert.ToString(value, CultureInfo.InvariantCulture)}</v></c>",
    };

    private int Shared(string text)
    {
        if (!shared.TryGetValue(text, out var at)) shared[text] = at = shared.Count;
        return at;
    }

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private void Part(string name, string xml)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(xml));
    }
}

/// <summary>A cell as XML; @ stands for its name.</summary>
internal sealed record CellXml(string Xml);
