using DocumentFormat.OpenXml.Spreadsheet;

namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>The looks of cells, in the order of the style sheet's cell formats.</summary>
internal enum CellLook
{
    Plain,
    Code,
    Title,
    Frame,
    Hint,
    Heading,
    Label,
    Centered,
    LastWeek,
    Input,
    Remark,
    Signature,
    Paragraph,
    Section,
    TextInput,
    LastText,
}

/// <summary>The style sheet of the template: Song for text, Hei for titles, a light yellow for the cells to be filled.</summary>
internal static class TemplateStyles
{
    private const uint TextFormat = 49;

    public static Stylesheet Create() => new(
        new Fonts(Font("宋体", 11), Font("黑体", 18), Font("宋体", 11, bold: true), Font("宋体", 10, color: "FF595959"), Font("黑体", 12)) { Count = 5 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Solid("FFFFF8DC"),
            Solid("FFEAF1F8"))
        { Count = 4 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Thin()) { Count = 2 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        Formats(),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static CellFormats Formats()
    {
        CellFormat[] formats =
        [
            Format(),
            Format(number: TextFormat),
            Format(font: 1, horizontal: HorizontalAlignmentValues.Center),
            Format(horizontal: HorizontalAlignmentValues.Left),
            Format(font: 3, horizontal: HorizontalAlignmentValues.Left, wrap: true),
            Format(font: 2, fill: 3, border: 1, horizontal: HorizontalAlignmentValues.Center, wrap: true),
            Format(border: 1, horizontal: HorizontalAlignmentValues.Left, wrap: true, indent: 1),
            Format(border: 1, horizontal: HorizontalAlignmentValues.Center, wrap: true),
            Format(font: 3, border: 1, horizontal: HorizontalAlignmentValues.Right),
            Format(fill: 2, border: 1, horizontal: HorizontalAlignmentValues.Right, locked: false),
            Format(border: 1, horizontal: HorizontalAlignmentValues.Left, wrap: true, locked: false, indent: 1),
            Format(horizontal: HorizontalAlignmentValues.Left, locked: false),
            Format(horizontal: HorizontalAlignmentValues.Left, wrap: true),
            Format(font: 4, horizontal: HorizontalAlignmentValues.Left),
            Format(fill: 2, border: 1, number: TextFormat, horizontal: HorizontalAlignmentValues.Left, wrap: true, locked: false, top: true),
            Format(font: 3, border: 1, horizontal: HorizontalAlignmentValues.Left, wrap: true, top: true),
        ];
        return new CellFormats(formats) { Count = (uint)formats.Length };
    }

    private static CellFormat Format(
        uint font = 0, uint fill = 0, uint border = 0, uint number = 0, HorizontalAlignmentValues? horizontal = null, bool wrap = false, bool locked = true, uint indent = 0, bool top = false) =>
        new(
            new Alignment { Horizontal = horizontal ?? HorizontalAlignmentValues.General, Vertical = top ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Center, WrapText = wrap ? true : null, Indent = indent == 0 ? null : indent },
            new Protection { Locked = locked })
        {
            NumberFormatId = number,
            FontId = font,
            FillId = fill,
            BorderId = border,
            FormatId = 0,
            ApplyNumberFormat = number != 0,
            ApplyFont = font != 0,
            ApplyFill = fill != 0,
            ApplyBorder = border != 0,
            ApplyAlignment = true,
            ApplyProtection = true,
        };

    private static Font Font(string name, double size, bool bold = false, string? color = null)
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        font.Append(new FontSize { Val = size }, new Color { Rgb = color ?? "FF000000" }, new FontName { Val = name }, new FontFamilyNumbering { Val = 3 }, new FontCharSet { Val = 134 });
        return font;
    }

    private static Fill Solid(string color) => new(new PatternFill(new ForegroundColor { Rgb = color }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Border Thin()
    {
        static T Line<T>(T line)
            where T : BorderPropertiesType
        {
            line.Style = BorderStyleValues.Thin;
            line.Append(new Color { Indexed = 64 });
            return line;
        }

        return new Border(Line(new LeftBorder()), Line(new RightBorder()), Line(new TopBorder()), Line(new BottomBorder()), new DiagonalBorder());
    }
}
