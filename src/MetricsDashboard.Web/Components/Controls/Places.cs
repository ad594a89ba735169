using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>Where a value stands in the file that it came with.</summary>
internal static class Places
{
    // The one column of figures in a file with a line for each value goes without saying.
    private const string ValueColumn = "“value”";

    /// <summary>乡村覆盖 F7, F7, 第12行; empty where nothing is known. The own sheet goes without saying.</summary>
    public static string Text(Place place, string? ownSheet = null)
    {
        var cell = place.Cell ?? "";
        if (cell.EndsWith(ValueColumn, StringComparison.Ordinal)) cell = cell[..^ValueColumn.Length];
        return place.Sheet is { } sheet && sheet != ownSheet ? $"{sheet} {cell}".TrimEnd() : cell;
    }
}
