using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>The looks of marked cells: each as it was, but red.</summary>
internal sealed class MarkStyles
{
    private const string Red = "FFFF7C80";
    private readonly Stylesheet sheet;
    private readonly Dictionary<uint, uint> marked = [];

    public MarkStyles(WorkbookPart book)
    {
        var part = book.WorkbookStylesPart ?? book.AddNewPart<WorkbookStylesPart>();
        sheet = part.Stylesheet ??= TemplateStyles.Create();
    }

    /// <summary>The index of a look, but red.</summary>
    public uint Marked(uint look)
    {
        if (marked.TryGetValue(look, out var known)) return known;
        var format = (CellFormat?)Formats.ElementAtOrDefault((int)look)?.CloneNode(true) ?? new CellFormat();
        (format.FillId, format.ApplyFill) = (RedFill(), true);
        return marked[look] = Append(format);
    }

    /// <summary>The index of the look that a red cell had before: one that differs in nothing but its fill; the same index where it is not red.</summary>
    public uint Unmarked(uint look)
    {
        if (Formats.ElementAtOrDefault((int)look) is not { } format || !IsRed(format)) return look;
        var others = Formats.Select((other, i) => (Format: other, Index: (uint)i)).Where(row => !IsRed(row.Format) && Key(row.Format) == Key(format)).ToList();
        // Office programs count fonts anew: the same face may have two numbers.
        var before = others.Where(row => row.Format.FontId?.Value == format.FontId?.Value).Concat(others).FirstOrDefault();
        if (before.Format is not null) return before.Index;
        var plain = (CellFormat)format.CloneNode(true);
        (plain.FillId, plain.ApplyFill) = (0, null);
        return Append(plain);
    }

    private List<CellFormat> Formats => [.. CellFormats.Elements<CellFormat>()];

    private CellFormats CellFormats => sheet.CellFormats ??= new CellFormats(new CellFormat());

    private uint Append(CellFormat format)
    {
        CellFormats.Append(format);
        var count = (uint)CellFormats.Elements<CellFormat>().Count();
        CellFormats.Count = count;
        return count - 1;
    }

    private uint RedFill()
    {
        // The first two fills belong to the format itself.
        var fills = sheet.Fills ??= new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }));
        var all = fills.Elements<Fill>().ToList();
        var known = all.FindIndex(IsRed);
        if (known >= 0) return (uint)known;
        fills.Append(new Fill(new PatternFill(new ForegroundColor { Rgb = Red }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid }));
        fills.Count = (uint)all.Count + 1;
        return (uint)all.Count;
    }

    private bool IsRed(CellFormat format) => format.FillId?.Value is { } id && sheet.Fills?.Elements<Fill>().ElementAtOrDefault((int)id) is { } fill && IsRed(fill);

    private static bool IsRed(Fill fill) => fill.PatternFill?.ForegroundColor?.Rgb?.Value == Red;

    private static (uint?, uint?, uint?, string?, string?) Key(CellFormat format) => (
        format.NumberFormatId?.Value, format.BorderId?.Value, format.FormatId?.Value, Text(format.Alignment), Text(format.Protection));

    private static string? Text(OpenXmlElement? element) => element?.OuterXml;
}
