using System.Globalization;

namespace MetricsDashboard.Web.Components.Cases;

/// <summary>Addresses of the pages about cases: every view is a link.</summary>
internal static class CaseAddresses
{
    public const string Today = "/red-cards/today";

    public const string Differences = "/red-cards/differences";

    public const string Thresholds = "/card-thresholds";

    public static string Case(string caseNo) => $"/cases/{Uri.EscapeDataString(caseNo)}";

    /// <summary>今日红牌 of one unit on a day.</summary>
    public static string TodayOf(string unit, DateOnly day) => $"{Today}?unit={Uri.EscapeDataString(unit)}&day={Day(day)}";

    /// <summary>As a date stands in an address.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string DifferencesOf(string unit) => $"{Differences}?unit={Uri.EscapeDataString(unit)}";
}
