using System.Globalization;
using MetricsDashboard.Domain.Submissions.Mappings;

namespace MetricsDashboard.Ingestion.Workbooks;

/// <summary>Names of cells such as C7; rows and columns count from 1.</summary>
internal static class CellName
{
    public static string Of(int row, int column) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    public static string Column(int column) => RawTable.ColumnName(column);

    /// <summary>Row and column of a name; false for anything that is not a cell's name.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out int row, out int column)
    {
        row = column = 0;
        var i = 0;
        for (; i < name.Length && i < 4 && char.IsAsciiLetterUpper(name[i]); i++) column = (column * 26) + name[i] - 'A' + 1;
        return column > 0 && int.TryParse(name[i..], NumberStyles.None, CultureInfo.InvariantCulture, out row) && row > 0;
    }
}
