using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Web.Clock;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>Moments as the field writes them, in the business's zone: 9月28日 09:30.</summary>
internal static class Moments
{
    public static string Text(DateTimeOffset moment)
    {
        var local = BusinessClock.Local(moment);
        return $"{WeekText.Day(DateOnly.FromDateTime(local.DateTime))} {local:HH:mm}";
    }

    /// <summary>10:32 of today, and 9月28日 09:30 of another day.</summary>
    public static string Recent(DateTimeOffset moment, DateOnly today)
    {
        var local = BusinessClock.Local(moment);
        return DateOnly.FromDateTime(local.DateTime) == today ? $"{local:HH:mm}" : Text(moment);
    }
}
