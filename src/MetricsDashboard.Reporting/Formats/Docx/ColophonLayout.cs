using System.Globalization;
using DocumentFormat.OpenXml;
using MetricsDashboard.Reporting.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MetricsDashboard.Reporting.Formats.Docx;

/// <summary>版记: lines between rules, the last rule on the lower edge of the text block whatever stands above it.</summary>
internal static class ColophonLayout
{
    // Eighths of a point: 0.35 mm outside, 0.25 mm between.
    private const uint Outer = 8;
    private const uint Inner = 6;
    private const int PointsPerLine = 24;
    private static readonly string Width = PageSetup.PortraitWidth.ToString(CultureInfo.InvariantCulture);

    public static W.Run Of(Colophon colophon)
    {
        var lines = ColophonLines.Of(colophon).ToArray();
        var table = new W.Table(
            new W.TableProperties(
                new W.TableWidth { Width = Width, Type = W.TableWidthUnitValues.Dxa },
                new W.TableBorders(
                    Rule(new W.TopBorder(), Outer),
                    Rule(new W.BottomBorder(), Outer),
                    Rule(new W.InsideHorizontalBorder(), Inner)),
                new W.TableLayout { Type = W.TableLayoutValues.Fixed },
                new W.TableCellMarginDefault(
                    new W.TableCellLeftMargin { Width = 0, Type = W.TableWidthValues.Dxa },
                    new W.TableCellRightMargin { Width = 0, Type = W.TableWidthValues.Dxa })),
            new W.TableGrid(new W.GridColumn { Width = Width }));
        table.Append(lines.Select(Row));

        // A table must be followed by a paragraph; this one has a point of height.
        return BottomBox.Of("版记", PageSetup.PortraitWidth / 20, lines.Length * PointsPerLine + 3, [table, Inline.Paragraph("SectionEnd", [])]);
    }

    private static W.TableRow Row((string Left, string? Right) line)
    {
        IEnumerable<OpenXmlElement> content = line.Right is null
            ? Inline.Text(line.Left, Face.FangSong)
            : [.. Inline.Text(line.Left, Face.FangSong), Inline.Tab(), .. Inline.Text(line.Right, Face.FangSong)];
        return new W.TableRow(
            new W.TableRowProperties(new W.CantSplit()),
            new W.TableCell(
                new W.TableCellProperties(new W.TableCellWidth { Width = Width, Type = W.TableWidthUnitValues.Dxa }),
                Inline.Paragraph("Colophon", content)));
    }

    private static T Rule<T>(T border, uint size)
        where T : W.BorderType
    {
        border.Val = W.BorderValues.Single;
        border.Size = size;
        border.Space = 0;
        border.Color = "000000";
        return border;
    }
}
