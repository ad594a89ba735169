namespace MetricsDashboard.Domain.Weeks;

/// <summary>The hours of a week's work (design.md 5a); settings.</summary>
/// <param name="OpensOn">Weekday of the reported week from whose 00:00 it can be sent.</param>
/// <param name="Due">Until when units send, on the first working day after the week.</param>
/// <param name="CountyReview">Until when counties review what their reporters sent.</param>
/// <param name="CityReview">Until when the city reviews.</param>
/// <param name="Lock">When the week is locked and closed.</param>
public sealed record TimetableHours(DayOfWeek OpensOn, TimeOnly Due, TimeOnly CountyReview, TimeOnly CityReview, TimeOnly Lock)
{
    /// <summary>Friday 00:00; Monday 10:00, 12:00, 15:00, 17:00.</summary>
    public static TimetableHours Standard { get; } = new(DayOfWeek.Friday, new TimeOnly(10, 0), new TimeOnly(12, 0), new TimeOnly(15, 0), new TimeOnly(17, 0));

    /// <summary>Each step is after the one before?</summary>
    public bool AreInOrder => Due <= CountyReview && CountyReview <= CityReview && CityReview <= Lock;
}

/// <summary>The moments of one period, Asia/Shanghai.</summary>
/// <param name="Period">The period.</param>
/// <param name="OpensAt">From when it can be sent.</param>
/// <param name="DueAt">Sent later, it is late.</param>
/// <param name="CountyReviewAt">The county's review is to be done.</param>
/// <param name="CityReviewAt">The city's review is to be done.</param>
/// <param name="LockAt">From then on nothing can be sent without an extension.</param>
/// <param name="Holidays">Names of the holidays for which weeks were merged; empty for an ordinary week.</param>
public sealed record PeriodHours(
    ReportingPeriod Period,
    DateTimeOffset OpensAt,
    DateTimeOffset DueAt,
    DateTimeOffset CountyReviewAt,
    DateTimeOffset CityReviewAt,
    DateTimeOffset LockAt,
    string Holidays);

/// <summary>
/// When a week opens, is due and is locked. Hours that fall on a day off move to the same hour of the next working day. A week whose due
/// day would lie in the opening hours of the next week is merged with it: nobody sees two weeks at once, and the holiday is one issue.
/// </summary>
public sealed class Timetable
{
    private readonly WorkCalendar calendar;
    private readonly TimetableHours hours;
    private readonly bool opensOnMonday;

    /// <summary>A timetable over a calendar.</summary>
    /// <param name="calendar">Working days.</param>
    /// <param name="hours">The hours.</param>
    /// <param name="opensOnMonday">The demonstration opens a week on its own Monday, so that the one after the last report can be tried.</param>
    /// <exception cref="ArgumentException">The hours are not in order.</exception>
    public Timetable(WorkCalendar calendar, TimetableHours hours, bool opensOnMonday = false)
    {
        if (!hours.AreInOrder) throw new ArgumentException("The hours of due, county review, city review and lock must follow each other.", nameof(hours));
        this.calendar = calendar;
        this.hours = hours;
        this.opensOnMonday = opensOnMonday;
    }

    /// <summary>The period that a week belongs to; it never begins before <paramref name="firstWeek"/>.</summary>
    public ReportingPeriod PeriodOf(ReportingWeek week, ReportingWeek firstWeek)
    {
        var first = week;
        while (first > firstWeek && MergesWithNext(first.Previous)) first = first.Previous;
        var last = week;
        while (MergesWithNext(last)) last = last.Next;
        return new ReportingPeriod(first, last);
    }

    /// <summary>The moments of a period.</summary>
    public PeriodHours Of(ReportingPeriod period)
    {
        var day = DueDay(period.Last);
        return new PeriodHours(
            period,
            At(opensOnMonday ? period.Monday : OpenDay(period.Last), TimeOnly.MinValue),
            At(day, hours.Due),
            At(day, hours.CountyReview),
            At(day, hours.CityReview),
            At(day, hours.Lock),
            period.IsMerged ? calendar.HolidaysBetween(period.Monday, day) : "");
    }

    /// <summary>The newest period that is to be open at a moment.</summary>
    public ReportingPeriod NewestOpenAt(DateTimeOffset now, ReportingWeek firstWeek)
    {
        var week = ReportingWeek.Of(ChinaTime.Day(now));
        var period = PeriodOf(week, firstWeek);
        return now >= Of(period).OpensAt ? period : PeriodOf(period.First.Previous, firstWeek);
    }

    private bool MergesWithNext(ReportingWeek week) => DueDay(week) >= OpenDay(week.Next);

    private DateOnly DueDay(ReportingWeek week) => calendar.FirstWorkdayFrom(week.Next.Monday);

    private DateOnly OpenDay(ReportingWeek week) => week.Monday.AddDays(((int)hours.OpensOn + 6) % 7);

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), ChinaTime.Offset);
}
