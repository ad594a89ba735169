using System.Globalization;
using MetricsDashboard.Reporting.Documents;

namespace MetricsDashboard.Reporting.Formats.Html;

/// <summary>A table with a real heading, so that it repeats on paper and is read out with its columns.</summary>
internal static class TableMarkup
{
    public static void Write(Markup page, Table table, Action<string, string?> linked)
    {
        var sum = table.Columns.Sum(column => column.Width);

        // Narrower than this the columns would be ribbons; the container scrolls instead.
        var minimum = Number(table.Columns.Count * 4.4m);
        page.Open("table", ("style", $"min-width:{minimum}em")).Open("colgroup");
        foreach (var column in table.Columns)
            page.Open("col", ("style", $"width:{Number(column.Width / sum * 100)}%"));
        page.Close("colgroup");
        Heading(page, table.Columns);
        page.Open("tbody");
        foreach (var row in table.Rows)
            Row(page, row, table.Columns, linked);
        page.Close("tbody").Close("table");
    }

    private static void Heading(Markup page, IReadOnlyList<TableColumn> columns)
    {
        page.Open("thead");
        foreach (var row in HeaderRows.Of(columns))
        {
            page.Open("tr");
            foreach (var cell in row)
            {
                page.Element(
                    "th",
                    cell.Text,
                    ("scope", cell.Columns > 1 ? "colgroup" : "col"),
                    ("colspan", Span(cell.Columns)),
                    ("rowspan", Span(cell.Rows)));
            }

            page.Close("tr");
        }

        page.Close("thead");
    }

    private static void Row(Markup page, TableRow row, IReadOnlyList<TableColumn> columns, Action<string, string?> linked)
    {
        page.Open("tr", ("class", row.Total ? "total" : null));
        for (var index = 0; index < columns.Count; index++)
        {
            page.Open("td", ("class", Class(row.Cells[index], columns[index].Alignment)));
            linked(CellText.Of(row.Cells[index]), row.Cells[index].Link);
            page.Close("td");
        }

        page.Close("tr");
    }

    private static string? Class(Cell cell, CellAlignment alignment)
    {
        string?[] classes = [
            alignment switch { CellAlignment.Left => "left", CellAlignment.Right => "right", _ => null },
            CellText.Of(cell).Contains('，', StringComparison.Ordinal) ? "clauses" : null,
            cell.Mark switch { CellMark.Met => "met", CellMark.Near => "near", CellMark.Missed => "missed", CellMark.Carried => "carried", _ => null }];
        var known = string.Join(' ', classes.Where(name => name is not null));
        return known.Length == 0 ? null : known;
    }

    private static string? Span(int count) => count > 1 ? count.ToString(CultureInfo.InvariantCulture) : null;

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
