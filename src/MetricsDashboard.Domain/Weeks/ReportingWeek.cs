using System.Globalization;

namespace MetricsDashboard.Domain.Weeks;

/// <summary>
/// A reporting week 统计周: Monday 00:00 to Sunday 24:00, Asia/Shanghai, keyed by ISO 8601 year and week.
/// Written <c>2020-W39</c> in files and code and never on screen, where a week is its issue and its dates.
/// Years of 53 weeks are ordinary years. Valid from 2000 to 2099.
/// </summary>
/// <remarks>Source: domain.md section 5; design.md rule 5.</remarks>
public readonly record struct ReportingWeek : IComparable<ReportingWeek>
{
    private ReportingWeek(int key) => Key = key;

    /// <summary>Creates the week of an ISO year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 2000–2099 or has no such week.</exception>
    public ReportingWeek(int year, int week)
    {
        if (year is < 2000 or > 2099) throw new ArgumentOutOfRangeException(nameof(year), year, "The ISO year is outside 2000–2099.");
        if (week < 1 || week > ISOWeek.GetWeeksInYear(year)) throw new ArgumentOutOfRangeException(nameof(week), week, $"ISO year {year} has no such week.");
        Key = year * 100 + week;
    }

    /// <summary>Year × 100 + week, for instance 202039. Orders as time does.</summary>
    public int Key { get; }

    /// <summary>The ISO year, which around 1 January may differ from the calendar year.</summary>
    public int Year => Key / 100;

    /// <summary>The ISO week, 1 to 53.</summary>
    public int Week => Key % 100;

    /// <summary>The first day.</summary>
    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Week, DayOfWeek.Monday));

    /// <summary>The last day, at whose end (24:00) stocks are observed.</summary>
    public DateOnly Sunday => Monday.AddDays(6);

    /// <summary>The week before.</summary>
    public ReportingWeek Previous => AddWeeks(-1);

    /// <summary>The week after.</summary>
    public ReportingWeek Next => AddWeeks(1);

    /// <summary>The week that holds a day.</summary>
    public static ReportingWeek Of(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return new ReportingWeek(ISOWeek.GetYear(date), ISOWeek.GetWeekOfYear(date));
    }

    /// <summary>The week with a key such as 202039.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such week.</exception>
    public static ReportingWeek FromKey(int key) => new(key / 100, key % 100);

    /// <summary>Reads <c>2020-W39</c>; false for anything else, also for a week that the year does not have.</summary>
    public static bool TryParse(string? text, out ReportingWeek week)
    {
        week = default;
        var value = text?.Trim() ?? "";
        if (value.Length != 8 || value[4] != '-' || value[5] is not ('W' or 'w')) return false;
        if (!int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return false;
        if (!int.TryParse(value.AsSpan(6, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        if (year is < 2000 or > 2099 || number < 1 || number > ISOWeek.GetWeeksInYear(year)) return false;
        week = new ReportingWeek(year * 100 + number);
        return true;
    }

    /// <summary>Reads <c>2020-W39</c>.</summary>
    /// <exception cref="FormatException">The text is not a week.</exception>
    public static ReportingWeek Parse(string text) =>
        TryParse(text, out var week) ? week : throw new FormatException($"“{text}”不是统计周，应写作 2020-W39。");

    /// <summary>The week so many weeks later (earlier where negative).</summary>
    public ReportingWeek AddWeeks(int weeks) => Of(Monday.AddDays(7 * weeks));

    /// <summary>Whole weeks from <paramref name="other"/> to this week; negative where this is earlier.</summary>
    public int WeeksSince(ReportingWeek other) => (Monday.DayNumber - other.Monday.DayNumber) / 7;

    /// <summary>All weeks from this to <paramref name="last"/>, both included; none where <paramref name="last"/> is earlier.</summary>
    public IEnumerable<ReportingWeek> To(ReportingWeek last)
    {
        if (this > last) yield break;
        for (var week = this; week < last; week = week.Next) yield return week;
        yield return last;
    }

    /// <inheritdoc/>
    public int CompareTo(ReportingWeek other) => Key.CompareTo(other.Key);

    /// <summary>Earlier.</summary>
    public static bool operator <(ReportingWeek left, ReportingWeek right) => left.Key < right.Key;

    /// <summary>Later.</summary>
    public static bool operator >(ReportingWeek left, ReportingWeek right) => left.Key > right.Key;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(ReportingWeek left, ReportingWeek right) => left.Key <= right.Key;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(ReportingWeek left, ReportingWeek right) => left.Key >= right.Key;

    /// <summary><c>2020-W39</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{Week:00}");
}
