using System.Globalization;

namespace MetricsDashboard.Web.Jobs;

/// <summary>Names of slots: of many servers that a scheduler wakes in the same minute, one works.</summary>
public static class JobSlots
{
    public static string Minute(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
