namespace MetricsDashboard.Domain.Weeks;

/// <summary>Why a day is not what its weekday says.</summary>
public enum DayKind
{
    /// <summary>放假: a day off.</summary>
    Holiday,

    /// <summary>调休上班: a Saturday or Sunday on which people work.</summary>
    Workday,
}

/// <summary>A day of the yearly arrangement of holidays.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">Off, or worked.</param>
/// <param name="Name">The holiday: 国庆节、中秋节.</param>
public sealed record CalendarDay(DateOnly Date, DayKind Kind, string Name);

/// <summary>
/// Working days: Monday to Friday, except holidays, and shifted workdays. Source: the State Council's yearly notice, entered as data.
/// </summary>
public sealed class WorkCalendar
{
    // No arrangement ever gave more days off in a row; a calendar of nothing but holidays is a mistake.
    private const int LongestBreak = 60;

    private readonly Dictionary<DateOnly, CalendarDay> days;

    /// <summary>A calendar with these exceptions; of two for the same day the later one stands.</summary>
    public WorkCalendar(IEnumerable<CalendarDay> exceptions)
    {
        days = [];
        foreach (var day in exceptions) days[day.Date] = day;
    }

    /// <summary>Weekends only.</summary>
    public static WorkCalendar Plain { get; } = new([]);

    /// <summary>The exceptions, by date.</summary>
    public IReadOnlyList<CalendarDay> Exceptions => [.. days.Values.OrderBy(day => day.Date)];

    /// <summary>Do people work on this day?</summary>
    public bool IsWorkday(DateOnly day) => days.TryGetValue(day, out var exception)
        ? exception.Kind is DayKind.Workday
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day itself where it is a working day, else the next one.</summary>
    /// <exception cref="InvalidOperationException">There is none within 60 days.</exception>
    public DateOnly FirstWorkdayFrom(DateOnly day)
    {
        for (var i = 0; i < LongestBreak; i++)
        {
            if (IsWorkday(day.AddDays(i))) return day.AddDays(i);
        }

        throw new InvalidOperationException($"There is no working day within {LongestBreak} days of {day:yyyy-MM-dd}.");
    }

    /// <summary>The day itself where it is a working day, else the last one before it.</summary>
    /// <exception cref="InvalidOperationException">There is none within 60 days.</exception>
    public DateOnly LastWorkdayUpTo(DateOnly day) => IsWorkday(day) ? day : AddWorkdays(day, -1);

    /// <summary>
    /// The working day so many working days after a day, or before it where negative; 0 is the day itself, even where it is a day off.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no working day within 60 days of another.</exception>
    public DateOnly AddWorkdays(DateOnly day, int workdays)
    {
        var step = Math.Sign(workdays);
        for (var left = Math.Abs(workdays); left > 0; left--)
        {
            var from = day;
            do day = day.AddDays(step);
            while (!IsWorkday(day) && Math.Abs(day.DayNumber - from.DayNumber) < LongestBreak);
            if (!IsWorkday(day)) throw new InvalidOperationException($"There is no working day within {LongestBreak} days of {from:yyyy-MM-dd}.");
        }

        return day;
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; 0 where <paramref name="to"/> is not later.</summary>
    public int WorkdaysBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            if (IsWorkday(day)) count++;
        }

        return count;
    }

    /// <summary>Names of the holidays between two days, both included, each once: 国庆节、中秋节.</summary>
    public string HolidaysBetween(DateOnly from, DateOnly to) => string.Join(
        "、",
        Exceptions.Where(day => day.Kind is DayKind.Holiday && day.Date >= from && day.Date <= to)
            .SelectMany(day => day.Name.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal));
}
