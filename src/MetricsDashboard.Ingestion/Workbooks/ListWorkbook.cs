using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>A column of a list.</summary>
/// <param name="Heading">Its first cell.</param>
/// <param name="Width">In characters of the standard font; a Chinese one is two.</param>
public sealed record ListColumn(string Heading, double Width);

/// <summary>
/// A list as a workbook of one sheet: lines of text above it, a heading that stays in sight, a row each. Written row by row, so that a long list
/// needs no more memory than a short one; the library's own writer keeps the whole sheet.
/// </summary>
public static class ListWorkbook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/";
    private const string Documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const int TitleStyle = 1;
    private const int HeadingStyle = 2;
    private const int TimeStyle = 3;

    // Excel counts days from here.
    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>
    /// Writes the workbook; the stream stays open. The first line above the list is its title; cells are text, whole numbers, local times, or null for an
    /// empty one.
    /// </summary>
    /// <returns>How many rows were written.</returns>
    public static async Task<int> WriteAsync(
        Stream stream, string sheet, IReadOnlyList<string> lines, IReadOnlyList<ListColumn> columns, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        Part(archive, "[Content_Types].xml", $"""
            <Types xmlns="{Packages}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{MediaType}.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
            """);
        Part(archive, "_rels/.rels", $"""
            <Relationships xmlns="{Packages}relationships"><Relationship Id="rId1" Type="{Documents}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        Part(archive, "xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Documents}"><sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'{sheet}'!${lines.Count + 1}:${lines.Count + 1}</definedName></definedNames></workbook>
            """);
        Part(archive, "xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Packages}relationships"><Relationship Id="rId1" Type="{Documents}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Documents}/styles" Target="styles.xml"/></Relationships>
            """);
        Part(archive, "xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm"/></numFmts><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><sz val="16"/><name val="黑体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf fontId="2" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>
            """);
        var entry = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest);
        await using var part = await entry.OpenAsync(cancellationToken);
        await using var xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false, Async = true });
        return await SheetAsync(xml, lines, columns, rows, cancellationToken);
    }

    private static async Task<int> SheetAsync(
        XmlWriter xml, IReadOnlyList<string> lines, IReadOnlyList<ListColumn> columns, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancellationToken)
    {
        var heading = lines.Count + 1;
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw(string.Create(
            CultureInfo.InvariantCulture,
            $"""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="{heading}" topLeftCell="A{heading + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>"""));
        for (var i = 1; i <= columns.Count; i++)
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<col min="{i}" max="{i}" width="{columns[i - 1].Width}" customWidth="1"/>"""));
        xml.WriteRaw("</cols>");
        xml.WriteStartElement("sheetData");
        for (var i = 0; i < lines.Count; i++) Row(xml, i + 1, [lines[i]], i == 0 ? TitleStyle : 0);
        Row(xml, heading, [.. columns.Select(column => column.Heading)], HeadingStyle);
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            Row(xml, heading + ++count, row, 0);
            if (count % 1000 == 0) await xml.FlushAsync();
        }

        xml.WriteEndElement();
        xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<autoFilter ref="A{heading}:{CellName.Of(heading + count, columns.Count)}"/>"""));

        // Printed across on A3, all columns on one page's width.
        xml.WriteRaw("""<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="8" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第&amp;P页，共&amp;N页</oddFooter></headerFooter>""");
        xml.WriteEndElement();
        return count;
    }

    private static void Row(XmlWriter xml, int number, IReadOnlyList<object?> cells, int style)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        if (style == TitleStyle)
        {
            xml.WriteAttributeString("ht", "24");
            xml.WriteAttributeString("customHeight", "1");
        }

        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is not { } cell) continue;
            xml.WriteStartElement("c");
            xml.WriteAttributeString("r", CellName.Of(number, i + 1));
            if (style > 0 || cell is DateTime) xml.WriteAttributeString("s", (cell is DateTime ? TimeStyle : style).ToString(CultureInfo.InvariantCulture));
            switch (cell)
            {
                case string text:
                    xml.WriteAttributeString("t", "inlineStr");
                    xml.WriteStartElement("is");
                    xml.WriteStartElement("t");
                    xml.WriteAttributeString("xml", "space", null, "preserve");
                    xml.WriteString(Printable(text));
                    xml.WriteEndElement();
                    xml.WriteEndElement();
                    break;
                case DateTime time:
                    xml.WriteElementString("v", (time - Epoch).TotalDays.ToString("R", CultureInfo.InvariantCulture));
                    break;
                case int or long:
                    xml.WriteElementString("v", Convert.ToString(cell, CultureInfo.InvariantCulture));
                    break;
                default:
                    throw new ArgumentException($"A cell is text, a whole number or a time, not {cell.GetType().Name}.", nameof(cells));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Without what no XML file may hold.</summary>
    private static string Printable(string text) => text.All(IsPrintable) ? text : string.Concat(text.Where(IsPrintable));

    private static bool IsPrintable(char c) => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c);

    private static void Part(ZipArchive archive, string name, string content)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        writer.Write(content);
    }
}
