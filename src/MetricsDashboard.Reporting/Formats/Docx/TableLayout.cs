using System.Globalization;
using MetricsDashboard.Reporting.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MetricsDashboard.Reporting.Formats.Docx;

/// <summary>A table of fixed column widths as wide as the landscape text block; its heading rows repeat on every page and no row breaks.</summary>
internal static class TableLayout
{
    private const uint RowHeight = 360;

    public static W.Table Of(Table table, Inline inline)
    {
        var widths = Widths(table.Columns);
        var result = new W.Table(
            new W.TableProperties(
                new W.TableStyle { Val = "TableGrid" },
                new W.TableWidth { Width = Text(PageSetup.LandscapeWidth), Type = W.TableWidthUnitValues.Dxa },
                new W.TableJustification { Val = W.TableRowAlignmentValues.Center },
                new W.TableLayout { Type = W.TableLayoutValues.Fixed },
                new W.TableLook { Val = "0020", FirstRow = true, NoHorizontalBand = true, NoVerticalBand = true }),
            new W.TableGrid(widths.Select(width => new W.GridColumn { Width = Text(width) })));
        result.Append(Heading(table.Columns, widths));
        result.Append(table.Rows.Select(row => Row(row, table.Columns, widths, inline)));
        return result;
    }

    private static int[] Widths(IReadOnlyList<TableColumn> columns)
    {
        var sum = columns.Sum(column => column.Width);
        var widths = columns.Select(column => (int)(column.Width / sum * PageSetup.LandscapeWidth)).ToArray();
        widths[^1] += PageSetup.LandscapeWidth - widths.Sum();
        return widths;
    }

    private static IEnumerable<W.TableRow> Heading(IReadOnlyList<TableColumn> columns, int[] widths)
    {
        var rows = HeaderRows.Of(columns);
        for (var index = 0; index < rows.Count; index++)
        {
            var cells = index == 0
                ? rows[0].Select(cell => HeadingCell(cell, widths, cell.Rows > 1 ? W.MergedCellValues.Restart : null))
                : LowerCells(rows, columns, widths);
            yield return new W.TableRow([
                new W.TableRowProperties(new W.CantSplit(), new W.TableRowHeight { Val = RowHeight, HeightType = W.HeightRuleValues.AtLeast }, new W.TableHeader()),
                .. cells]);
        }
    }

    // In the lower row Word wants a cell also where the one above spans down.
    private static IEnumerable<W.TableCell> LowerCells(IReadOnlyList<IReadOnlyList<HeaderCell>> rows, IReadOnlyList<TableColumn> columns, int[] widths) =>
        Enumerable.Range(0, columns.Count).Select(column =>
            rows[1].FirstOrDefault(cell => cell.FirstColumn == column) is { } own
                ? HeadingCell(own, widths, null)
                : HeadingCell(new HeaderCell("", column, 1, 1), widths, W.MergedCellValues.Continue));

    private static W.TableCell HeadingCell(HeaderCell cell, int[] widths, W.MergedCellValues? merge)
    {
        var properties = CellProperties(widths.Skip(cell.FirstColumn).Take(cell.Columns).Sum());
        if (cell.Columns > 1)
            properties.GridSpan = new W.GridSpan { Val = cell.Columns };
        if (merge is { } value)
            properties.VerticalMerge = new W.VerticalMerge { Val = value };
        return new W.TableCell(properties, Inline.Paragraph("TableHeading", Inline.Text(cell.Text, Face.HeiTi)));
    }

    private static W.TableRow Row(TableRow row, IReadOnlyList<TableColumn> columns, int[] widths, Inline inline) =>
        new([
            new W.TableRowProperties(new W.CantSplit(), new W.TableRowHeight { Val = RowHeight, HeightType = W.HeightRuleValues.AtLeast }),
            .. row.Cells.Select((cell, index) => Cell(cell, row.Total, columns[index].Alignment, widths[index], inline))]);

    private static W.TableCell Cell(Cell cell, bool total, CellAlignment alignment, int width, Inline inline)
    {
        var runs = Inline.Text(CellText.Of(cell), Face.FangSong, style: total ? "Strong" : null, format: properties =>
        {
            if (Colour(cell.Mark) is { } colour)
                properties.Color = new W.Color { Val = colour };
        });
        var paragraph = Inline.Paragraph("TableText", inline.Linked(cell.Link, runs));
        paragraph.ParagraphProperties!.Justification = new W.Justification
        {
            Val = alignment switch
            {
                CellAlignment.Left => W.JustificationValues.Left,
                CellAlignment.Right => W.JustificationValues.Right,
                _ => W.JustificationValues.Center,
            },
        };
        return new W.TableCell(CellProperties(width), paragraph);
    }

    private static string? Colour(CellMark mark) => mark switch
    {
        CellMark.Near => "9C5700",
        CellMark.Missed => "C00000",
        _ => null,
    };

    private static W.TableCellProperties CellProperties(int width) => new()
    {
        TableCellWidth = new W.TableCellWidth { Width = Text(width), Type = W.TableWidthUnitValues.Dxa },
        TableCellVerticalAlignment = new W.TableCellVerticalAlignment { Val = W.TableVerticalAlignmentValues.Center },
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
