using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Published;

/// <summary>The week, month or day that something published speaks of.</summary>
/// <param name="Kind">Week, month or date.</param>
/// <param name="Text">As it is stored: 2020-W39, 2020-06 or 2020-06-30.</param>
public readonly record struct FigurePeriod(PeriodKind Kind, string Text) : IComparable<FigurePeriod>
{
    private static readonly string[] MonthFormats = ["yyyy-MM", "yyyy-M", "yyyy/M", "yyyy.M", "yyyy年M月"];
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    /// <summary>The period of a figure.</summary>
    public static FigurePeriod Of(PublishedFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return new FigurePeriod(figure.PeriodKind, figure.Period);
    }

    /// <summary>Reads what people write for a period of a kind, for a week also any day of it; false where it is none, or not of the years 2000 to 2099.</summary>
    public static bool TryParse(PeriodKind kind, string? text, out FigurePeriod period)
    {
        var plain = text?.Trim() ?? "";
        var found = kind switch
        {
            PeriodKind.Week => ReportingWeek.TryParse(plain, out var week) ? week.ToString()
                : Parse(plain, DayFormats) is { Year: >= 2000 and <= 2099 } day ? ReportingWeek.Of(day).ToString()
                : null,
            PeriodKind.Month => Parse(plain, MonthFormats)?.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            _ => Parse(plain, DayFormats)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        period = new FigurePeriod(kind, found ?? plain);
        return found is not null && period.First.Year is >= 2000 and <= 2099;
    }

    /// <summary>The first day.</summary>
    public DateOnly First => Kind switch
    {
        PeriodKind.Week => ReportingWeek.Parse(Text).Monday,
        PeriodKind.Month => DateOnly.ParseExact(Text, "yyyy-MM", CultureInfo.InvariantCulture),
        _ => DateOnly.ParseExact(Text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>The last day.</summary>
    public DateOnly Last => Kind switch
    {
        PeriodKind.Week => First.AddDays(6),
        PeriodKind.Month => First.AddMonths(1).AddDays(-1),
        _ => First,
    };

    /// <summary>9月21日—9月27日, 2020年6月, 2020年6月30日.</summary>
    public string Name => Kind switch
    {
        PeriodKind.Week => WeekText.Period(ReportingWeek.Parse(Text)),
        PeriodKind.Month => WeekText.FullMonth(First),
        _ => WeekText.FullDay(First),
    };

    /// <summary>2020年9月21日—9月27日: as <see cref="Name"/>, with the year.</summary>
    public string FullName => Kind is PeriodKind.Week ? WeekText.FullPeriod(ReportingWeek.Parse(Text)) : Name;

    /// <summary>By the last day; of those that end together the shorter comes later.</summary>
    public int CompareTo(FigurePeriod other) => Last != other.Last ? Last.CompareTo(other.Last) : First.CompareTo(other.First);

    /// <summary>By <see cref="CompareTo"/>.</summary>
    public static bool operator <(FigurePeriod left, FigurePeriod right) => left.CompareTo(right) < 0;

    /// <summary>By <see cref="CompareTo"/>.</summary>
    public static bool operator >(FigurePeriod left, FigurePeriod right) => left.CompareTo(right) > 0;

    /// <summary>By <see cref="CompareTo"/>.</summary>
    public static bool operator <=(FigurePeriod left, FigurePeriod right) => left.CompareTo(right) <= 0;

    /// <summary>By <see cref="CompareTo"/>.</summary>
    public static bool operator >=(FigurePeriod left, FigurePeriod right) => left.CompareTo(right) >= 0;

    private static DateOnly? Parse(string text, string[] formats) =>
        DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
