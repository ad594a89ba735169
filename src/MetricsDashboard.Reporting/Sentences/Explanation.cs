using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Where a number is explained down to the cell that it came from.</summary>
public static class Explanation
{
    public static string Link(string indicator, string unit, ReportingWeek week) =>
        $"/explain?indicator={Uri.EscapeDataString(indicator)}&unit={Uri.EscapeDataString(unit)}&week={week}";
}
