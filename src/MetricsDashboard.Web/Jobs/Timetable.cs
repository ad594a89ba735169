using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Web.Clock;

namespace MetricsDashboard.Web.Jobs;

/// <summary>
/// The hours of a week (design.md 5a): sendable from its Friday, due on the Monday after it at 10:00, locked at 17:00. The demonstration
/// opens a week on its own Monday, so that the one after the last report can be tried.
/// </summary>
public static class Timetable
{
    public static DateTimeOffset OpensAt(ReportingWeek week, bool isDemonstration) => BusinessClock.At(isDemonstration ? week.Monday : week.Monday.AddDays(4), 0);

    public static DateTimeOffset DueAt(ReportingWeek week) => BusinessClock.At(week.Next.Monday, 10);

    public static DateTimeOffset LockedAt(ReportingWeek week) => BusinessClock.At(week.Next.Monday, 17);

    /// <summary>The newest week that is to be open at a moment.</summary>
    public static ReportingWeek NewestOpenAt(DateTimeOffset now, bool isDemonstration)
    {
        var week = ReportingWeek.Of(DateOnly.FromDateTime(BusinessClock.Local(now).DateTime));
        return now >= OpensAt(week, isDemonstration) ? week : week.Previous;
    }
}
