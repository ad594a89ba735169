using System.Globalization;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Sources;

/// <summary>
/// When a source is asked: at hours of every day (Asia/Shanghai), or every so many minutes. Kept as text: <c>02:00 08:30</c>, or <c>*/5</c>.
/// </summary>
public sealed class SourceSchedule
{
    /// <summary>Longest text.</summary>
    public const int LongestText = 64;

    private readonly int minutes;
    private readonly IReadOnlyList<TimeOnly> hours;

    private SourceSchedule(int minutes, IReadOnlyList<TimeOnly> hours)
    {
        this.minutes = minutes;
        this.hours = hours;
    }

    /// <summary>On screen: 每天02:00、08:30; 每5分钟.</summary>
    public string Name => minutes > 0
        ? $"每{minutes}分钟"
        : "每天" + string.Join("、", hours.Select(hour => hour.ToString("HH:mm", CultureInfo.InvariantCulture)));

    /// <summary>As it is kept.</summary>
    public string Text => minutes > 0
        ? string.Create(CultureInfo.InvariantCulture, $"*/{minutes}")
        : string.Join(' ', hours.Select(hour => hour.ToString("HH:mm", CultureInfo.InvariantCulture)));

    /// <summary>Every so many minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 1440.</exception>
    public static SourceSchedule Every(int minutes) => minutes is >= 1 and <= 1440
        ? new SourceSchedule(minutes, [])
        : throw new ArgumentOutOfRangeException(nameof(minutes), minutes, "Once a minute at most, once a day at least.");

    /// <summary>Reads what a person writes or what was kept; false where it is neither hours of the day nor a number of minutes.</summary>
    public static bool TryParse(string? text, out SourceSchedule schedule)
    {
        schedule = Every(5);
        var parts = (text ?? "").Replace('：', ':').Split([' ', ',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries);
        if (parts is [{ Length: > 2 } only] && only.StartsWith("*/", StringComparison.Ordinal))
        {
            if (!int.TryParse(only.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var every) || every is < 1 or > 1440) return false;
            schedule = Every(every);
            return true;
        }

        if (parts.Length is 0 or > 8) return false;
        var hours = new SortedSet<TimeOnly>();
        foreach (var part in parts)
        {
            if (!TimeOnly.TryParseExact(part, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)) return false;
            hours.Add(hour);
        }

        schedule = new SourceSchedule(0, [.. hours]);
        return true;
    }

    /// <summary>A source that failed is asked again after this, whatever its hours: after 5 minutes, then 10, 20, 40, and once an hour from then on.</summary>
    /// <param name="failures">How often it failed in a row, from 1.</param>
    public static TimeSpan RetryAfter(int failures) => failures is < 1
        ? throw new ArgumentOutOfRangeException(nameof(failures), failures, "It has not failed yet.")
        : TimeSpan.FromMinutes(failures > 4 ? 60 : 5 << (failures - 1));

    /// <summary>
    /// When a source that failed is asked again: after <see cref="RetryAfter"/>, and at its hours all the same. One that is asked every few minutes
    /// is asked less often while it is down.
    /// </summary>
    /// <param name="last">When it was asked last.</param>
    /// <param name="failures">How often it failed in a row, from 1.</param>
    public DateTimeOffset RetryAt(DateTimeOffset last, int failures)
    {
        var retry = last + RetryAfter(failures);
        return minutes == 0 && NextAfter(last) is var hour && hour < retry ? hour : retry;
    }

    /// <summary>The first moment after another at which the source is asked.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset moment)
    {
        if (minutes > 0) return moment.AddMinutes(minutes);
        var day = ChinaTime.Day(moment);
        foreach (var hour in hours)
        {
            if (new DateTimeOffset(day.ToDateTime(hour), ChinaTime.Offset) is var at && at > moment) return at;
        }

        return new DateTimeOffset(day.AddDays(1).ToDateTime(hours[0]), ChinaTime.Offset);
    }
}
