using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Web.Clock;

/// <summary>
/// The clock that decides weeks, deadlines and jobs, in Asia/Shanghai (design.md rule 13). The framework keeps its own clock: a cookie
/// dated by the demonstration's 2020 would be dropped by every browser.
/// </summary>
public sealed class BusinessClock(TimeProvider time)
{
    /// <summary>When the demonstration's time starts: Tuesday 2020-09-29 09:00.</summary>
    public static readonly DateTimeOffset DemonstrationStart = new(2020, 9, 29, 9, 0, 0, TimeSpan.FromHours(8));

    private TimeSpan shift;

    /// <summary>The zone of everything that the business calls a day or a week.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>This moment, written in the business's zone.</summary>
    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(time.GetUtcNow() + shift, Zone);

    /// <summary>Today.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>The week that today lies in.</summary>
    public ReportingWeek CurrentWeek => ReportingWeek.Of(Today);

    /// <summary>The true moment, which dates cookies, tickets and leases.</summary>
    public DateTimeOffset RealNow => time.GetUtcNow();

    /// <summary>A stored moment in the business's zone, for display.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <summary>A wall-clock time of a business day.</summary>
    public static DateTimeOffset At(DateOnly day, int hour, int minute = 0)
    {
        var local = day.ToDateTime(new TimeOnly(hour, minute));
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    /// <summary>From now on the clock shows the demonstration's time, which began when the demonstration was filled.</summary>
    /// <param name="anchor">The true moment at which it was filled.</param>
    public void RunDemonstration(DateTimeOffset anchor) => shift = DemonstrationStart - anchor;
}
