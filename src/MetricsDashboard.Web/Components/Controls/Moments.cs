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
}
