using MetricsDashboard.Reporting.Documents;

namespace MetricsDashboard.Reporting.Formats;

/// <summary>What stands in a cell: a carried value has its star.</summary>
internal static class CellText
{
    public static string Of(Cell cell) => cell.Mark == CellMark.Carried ? cell.Text + "*" : cell.Text;
}
