using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Ingestion.Formats;

/// <summary>What stands in a cell.</summary>
internal sealed record SheetCell(CellKind Kind, string Text)
{
    public static SheetCell Blank { get; } = new(CellKind.Blank, "");
}

/// <summary>A range of merged cells; rows and columns count from 1.</summary>
internal readonly record struct Merge(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    public bool Contains(int row, int column) => row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;
}

/// <summary>A sheet: the cells that are not blank, and the merged ranges.</summary>
internal sealed class WorkbookSheet(string name, IReadOnlyList<Merge> merges)
{
    private readonly Dictionary<(int Row, int Column), SheetCell> cells = [];

    public string Name => name;

    public IReadOnlyList<Merge> Merges => merges;

    public SheetCell this[int row, int column]
    {
        get => cells.GetValueOrDefault((row, column), SheetCell.Blank);
        set => cells[(row, column)] = value;
    }

    /// <summary>Every cell that is not blank, in no order.</summary>
    public IEnumerable<((int Row, int Column) At, SheetCell Cell)> Cells => cells.Select(cell => (cell.Key, cell.Value));

    /// <summary>The cells in which a text stands.</summary>
    public IEnumerable<(int Row, int Column)> Find(string text) =>
        cells.Where(cell => Comparable(cell.Value.Text) == text).Select(cell => cell.Key).Order();

    /// <summary>A text as cells are compared: without blanks and line breaks, which office programs add and remove.</summary>
    public static string Comparable(string text) => IntakeNames.Simplify(text);
}
