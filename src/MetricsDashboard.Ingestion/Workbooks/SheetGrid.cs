using DocumentFormat.OpenXml.Spreadsheet;

namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>The cells of an existing sheet by row and column. Some programs leave out the names of cells, which then follow from their order.</summary>
internal sealed class SheetGrid
{
    private const int LastColumn = 16384;
    private readonly Worksheet sheet;
    private readonly SheetData data;

    public SheetGrid(Worksheet sheet)
    {
        this.sheet = sheet;
        data = sheet.GetFirstChild<SheetData>() ?? sheet.AppendChild(new SheetData());
        Name();
    }

    public Cell? Find(int row, int column) => FindRow(row)?.Elements<Cell>().FirstOrDefault(cell => Column(cell) == column);

    /// <summary>The cell, made where the sheet has none there, with the look of its row or column.</summary>
    public Cell Get(int row, int column)
    {
        if (Find(row, column) is { } known) return known;
        var line = FindRow(row);
        if (line is null)
        {
            line = new Row { RowIndex = (uint)row };
            data.InsertBefore(line, data.Elements<Row>().FirstOrDefault(other => other.RowIndex!.Value > row));
        }

        var look = line.CustomFormat?.Value is true ? line.StyleIndex?.Value : ColumnAt(column)?.Style?.Value;
        var cell = new Cell { CellReference = CellName.Of(row, column), StyleIndex = look };
        line.InsertBefore(cell, line.Elements<Cell>().FirstOrDefault(other => Column(other) > column));
        return cell;
    }

    /// <summary>The first cell that can be seen.</summary>
    public (int Row, int Column) FirstVisible()
    {
        var row = 1;
        while (FindRow(row)?.Hidden?.Value is true) row++;
        return (row, VisibleFrom(row, 1) ?? 1);
    }

    /// <summary>The column itself, or the next in the row that can be seen; null where none can.</summary>
    public int? VisibleFrom(int row, int column)
    {
        if (FindRow(row)?.Hidden?.Value is true) return null;
        for (var at = column; at <= LastColumn; at++)
        {
            if (ColumnAt(at)?.Hidden?.Value is not true) return at;
        }

        return null;
    }

    private Row? FindRow(int row) => data.Elements<Row>().FirstOrDefault(line => line.RowIndex!.Value == row);

    private Column? ColumnAt(int column) => sheet.Elements<Columns>().SelectMany(columns => columns.Elements<Column>())
        .FirstOrDefault(range => range.Min?.Value <= column && range.Max?.Value >= column);

    private void Name()
    {
        uint row = 0;
        foreach (var line in data.Elements<Row>())
        {
            row = line.RowIndex?.Value ?? row + 1;
            line.RowIndex = row;
            var column = 0;
            foreach (var cell in line.Elements<Cell>())
            {
                column = cell.CellReference?.Value is null ? column + 1 : Column(cell);
                cell.CellReference ??= CellName.Of((int)row, column);
            }
        }
    }

    private static int Column(Cell cell) => CellName.TryParse(cell.CellReference?.Value, out _, out var column) ? column : 0;
}
