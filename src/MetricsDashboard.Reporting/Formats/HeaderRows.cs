using MetricsDashboard.Reporting.Documents;

namespace MetricsDashboard.Reporting.Formats;

/// <summary>A heading cell and how many columns and rows it spans.</summary>
internal sealed record HeaderCell(string Text, int FirstColumn, int Columns, int Rows);

/// <summary>The heading of a table: one row, or two where columns have a common heading.</summary>
internal static class HeaderRows
{
    public static IReadOnlyList<IReadOnlyList<HeaderCell>> Of(IReadOnlyList<TableColumn> columns)
    {
        if (columns.All(column => column.Group is null))
            return [[.. columns.Select((column, index) => new HeaderCell(column.Header, index, 1, 1))]];

        var upper = new List<HeaderCell>();
        var lower = new List<HeaderCell>();
        for (var index = 0; index < columns.Count; index++)
        {
            if (columns[index].Group is not { } group)
            {
                upper.Add(new HeaderCell(columns[index].Header, index, 1, 2));
                continue;
            }

            var follows = index > 0 && columns[index - 1].Group == group;
            if (follows)
                upper[^1] = upper[^1] with { Columns = upper[^1].Columns + 1 };
            else
                upper.Add(new HeaderCell(group, index, 1, 1));
            lower.Add(new HeaderCell(columns[index].Header, index, 1, 1));
        }

        return [upper, lower];
    }
}
