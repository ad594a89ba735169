using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;

namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>Texts of a workbook, each stored once.</summary>
internal sealed class SharedTexts
{
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly SharedStringTable table = new();

    public int Of(string text)
    {
        if (index.TryGetValue(text, out var known)) return known;
        table.Append(new SharedStringItem(new Text(text) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve }));
        return index[text] = index.Count;
    }

    public SharedStringTable Table => table;
}

/// <summary>Collects the cells of a sheet in any order and puts them in the order that the format wants.</summary>
internal sealed class SheetBuilder(SharedTexts texts)
{
    private readonly SortedDictionary<int, SortedDictionary<int, Cell>> rows = [];
    private readonly Dictionary<int, double> heights = [];
    private readonly List<string> merges = [];

    public void Text(int row, int column, string text, CellLook look) =>
        Add(row, column, look, CellValues.SharedString, texts.Of(text).ToString(CultureInfo.InvariantCulture));

    public void Number(int row, int column, long? number, CellLook look) =>
        Add(row, column, look, null, number?.ToString(CultureInfo.InvariantCulture));

    public void Blank(int row, int column, CellLook look) => Add(row, column, look, null, null);

    public void Height(int row, double points) => heights[row] = points;

    /// <summary>One text across columns of a row, the cells merged.</summary>
    public void Across(int row, int first, int last, string text, CellLook look, double height)
    {
        Text(row, first, text, look);
        for (var column = first + 1; column <= last; column++) Blank(row, column, look);
        if (last > first) merges.Add($"{CellName.Of(row, first)}:{CellName.Of(row, last)}");
        Height(row, height);
    }

    public SheetData Data()
    {
        var data = new SheetData();
        foreach (var (number, cells) in rows)
        {
            var row = new Row { RowIndex = (uint)number };
            if (number == FormLayout.CodeRow) row.Hidden = true;
            if (heights.TryGetValue(number, out var height)) (row.Height, row.CustomHeight) = (height, true);
            row.Append(cells.Values);
            data.Append(row);
        }

        return data;
    }

    public MergeCells Merges() => new(merges.Select(range => new MergeCell { Reference = range })) { Count = (uint)merges.Count };

    private void Add(int row, int column, CellLook look, CellValues? type, string? value)
    {
        if (!rows.TryGetValue(row, out var cells)) rows[row] = cells = [];
        var cell = new Cell { CellReference = CellName.Of(row, column), StyleIndex = (uint)look };
        if (type is { } known) cell.DataType = known;
        if (value is not null) cell.CellValue = new CellValue(value);
        cells[column] = cell;
    }
}
