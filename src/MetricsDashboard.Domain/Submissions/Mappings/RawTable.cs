namespace MetricsDashboard.Domain.Submissions.Mappings;

/// <summary>What stands in a cell of somebody else's table.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Text">As text, numbers in invariant form; empty for a blank.</param>
public readonly record struct RawCell(CellKind Kind, string Text)
{
    /// <summary>Nothing.</summary>
    public static RawCell Blank { get; } = new(CellKind.Blank, "");
}

/// <summary>A row that is not blank.</summary>
/// <param name="Number">Its row in the sheet, or its line in the CSV, from 1.</param>
/// <param name="Cells">Its cells from column 1 on; later ones are blank.</param>
public sealed record RawRow(int Number, IReadOnlyList<RawCell> Cells)
{
    /// <summary>The cell of a column, which counts from 1.</summary>
    public RawCell this[int column] => column >= 1 && column <= Cells.Count ? Cells[column - 1] : RawCell.Blank;
}

/// <summary>Cells of one column merged over several rows, as headings of two lines are.</summary>
/// <param name="Column">Column, from 1.</param>
/// <param name="FirstRow">Where the text stands.</param>
/// <param name="LastRow">The last row it reaches.</param>
public readonly record struct RawMerge(int Column, int FirstRow, int LastRow);

/// <summary>A column below a heading.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Heading">As it stands, line breaks as blanks; empty where there is none.</param>
/// <param name="Occurrence">1 for the first column of that heading, 2 for the next.</param>
/// <param name="Examples">The first values that are not blank.</param>
public sealed record RawColumn(int Number, string Heading, int Occurrence, IReadOnlyList<string> Examples)
{
    /// <summary>As sentences name it: “数量”（第2个）, or 无标题的D列.</summary>
    public string Name => MappedColumn.NameOf(Heading, Occurrence, Number);
}

/// <summary>A sheet or CSV as another system wrote it, before anybody said what its columns are.</summary>
/// <param name="Sheet">Name of the sheet; null for a CSV.</param>
/// <param name="Rows">The rows that are not blank, in order.</param>
public sealed record RawTable(string? Sheet, IReadOnlyList<RawRow> Rows)
{
    private const int Examples = 3;

    /// <summary>Cells merged over several rows of a column.</summary>
    public IReadOnlyList<RawMerge> Merges { get; init; } = [];

    /// <summary>The row with a number; null where it is blank or not there.</summary>
    public RawRow? Row(int number) => Rows.FirstOrDefault(row => row.Number == number);

    /// <summary>The columns under a row of headings; those without heading and without any value are left out.</summary>
    public IReadOnlyList<RawColumn> Columns(int headerRow)
    {
        var body = Body(headerRow).ToList();
        var heading = Row(headerRow);
        var last = Math.Max(heading?.Cells.Count ?? 0, body.Count == 0 ? 0 : body.Max(row => row.Cells.Count));
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var columns = new List<RawColumn>();
        for (var number = 1; number <= last; number++)
        {
            var text = Heading(headerRow, number);
            var examples = body.Select(row => row[number].Text).Where(value => value.Length > 0).Take(Examples).ToList();
            if (text.Length == 0 && examples.Count == 0) continue;
            var key = IntakeNames.Simplify(text);
            columns.Add(new RawColumn(number, text, seen[key] = seen.GetValueOrDefault(key) + 1, examples));
        }

        return columns;
    }

    /// <summary>The rows below the headings.</summary>
    public IEnumerable<RawRow> Body(int headerRow) => Rows.Where(row => row.Number > headerRow);

    /// <summary>Where a value stands: sheet and C7, or 第12行“heading” of a CSV.</summary>
    public Place Place(int row, int column, string heading) =>
        Sheet is null ? new Place(null, $"第{row}行“{heading}”") : new Place(Sheet, $"{ColumnName(column)}{row}");

    /// <summary>A, B … Z, AA … of a column from 1 on.</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26) name = (char)('A' + ((rest - 1) % 26)) + name;
        return name;
    }

    private string Heading(int row, int column)
    {
        var text = Row(row)?[column].Text ?? "";
        if (text.Length == 0 && Merges.FirstOrDefault(merge => merge.Column == column && merge.FirstRow < row && merge.LastRow >= row) is { Column: > 0 } above)
            text = Row(above.FirstRow)?[column].Text ?? "";
        return text.ReplaceLineEndings(" ").Trim();
    }
}
