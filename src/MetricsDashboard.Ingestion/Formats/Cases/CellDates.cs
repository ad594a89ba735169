using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace MetricsDashboard.Ingestion.Formats.Cases;

/// <summary>Which cells of a workbook show their number as a date, and what it is then.</summary>
internal sealed class CellDates
{
    private const string DayPattern = "yyyy-MM-dd";
    private const string MomentPattern = "yyyy-MM-dd'T'HH:mm:ss";
    private static readonly DateTime Origin = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private readonly List<Shape> styles = [];
    private double shift;

    private enum Shape
    {
        Number,
        Day,
        Moment,
    }

    public static CellDates Read(ZipArchive zip)
    {
        var dates = new CellDates();
        if (zip.GetEntry("xl/workbook.xml") is { } workbook) dates.ReadOrigin(workbook);
        if (zip.GetEntry("xl/styles.xml") is { } styles) dates.ReadStyles(styles);
        return dates;
    }

    /// <summary>The number as a date: the day, or with its time where the cell shows one or has one. Null where it is no date.</summary>
    public string? Text(double number, int style)
    {
        if (style < 0 || style >= styles.Count || styles[style] is Shape.Number) return null;
        var days = number + shift;
        if (days is < 1 or >= 2_958_466) return null;
        var moment = Origin.AddSeconds(Math.Round(days * 86_400, MidpointRounding.AwayFromZero));
        return moment.ToString(styles[style] is Shape.Day && moment.TimeOfDay == TimeSpan.Zero ? DayPattern : MomentPattern, CultureInfo.InvariantCulture);
    }

    private void ReadOrigin(ZipArchiveEntry workbook)
    {
        using var xml = SheetScan.Open(workbook);
        while (xml.Read())
        {
            if (CellText.IsElement(xml, "workbookPr") && xml.GetAttribute("date1904") is "1" or "true") shift = 1462;
        }
    }

    private void ReadStyles(ZipArchiveEntry part)
    {
        var custom = new Dictionary<int, Shape>();
        using var xml = SheetScan.Open(part);
        while (xml.Read())
        {
            if (CellText.IsElement(xml, "numFmt") && int.TryParse(xml.GetAttribute("numFmtId"), out var id)) custom[id] = ShapeOf(xml.GetAttribute("formatCode") ?? "");
            if (CellText.IsElement(xml, "cellXfs") && !xml.IsEmptyElement) ReadFormats(xml, custom);
        }
    }

    private void ReadFormats(XmlReader xml, Dictionary<int, Shape> custom)
    {
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (!CellText.IsElement(xml, "xf") || xml.Depth != depth + 1) continue;
            var format = int.TryParse(xml.GetAttribute("numFmtId"), out var id) ? id : 0;
            styles.Add(custom.TryGetValue(format, out var shape) ? shape : BuiltIn(format));
        }
    }

    /// <summary>14 to 17 are days, 22 a moment; 27 to 36 and 50 to 58 are the days of Chinese Excel.</summary>
    private static Shape BuiltIn(int format) => format switch
    {
        >= 14 and <= 17 or >= 27 and <= 31 or 36 or >= 50 and <= 54 or 57 or 58 => Shape.Day,
        22 => Shape.Moment,
        _ => Shape.Number,
    };

    private static Shape ShapeOf(string code)
    {
        bool hasDay = false, hasTime = false;
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = code.IndexOf('"', i + 1) is var close and >= 0 ? close : code.Length;
                    break;
                case '[':
                    i = code.IndexOf(']', i + 1) is var end and >= 0 ? end : code.Length;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'y' or 'Y' or 'd' or 'D' or 'e':
                    hasDay = true;
                    break;
                case 'h' or 'H' or 's' or 'S':
                    hasTime = true;
                    break;
            }
        }

        return !hasDay ? Shape.Number : hasTime ? Shape.Moment : Shape.Day;
    }
}
