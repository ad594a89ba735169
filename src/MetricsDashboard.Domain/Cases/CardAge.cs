using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Cases;

/// <summary>For how long a card has stood, in working days after the day on which it was shown.</summary>
public enum CardAge
{
    /// <summary>0 to 5.</summary>
    UpTo5,

    /// <summary>6 to 10.</summary>
    UpTo10,

    /// <summary>11 to 20.</summary>
    UpTo20,

    /// <summary>21 and more.</summary>
    Over20,
}

/// <summary>
/// The moments that part the classes of age: a card shown at or after <paramref name="UpTo5"/> has stood for 5 working days at most, and so on.
/// </summary>
/// <param name="UpTo5">The first moment of the first class.</param>
/// <param name="UpTo10">Of the second.</param>
/// <param name="UpTo20">Of the third; whatever was shown earlier is older.</param>
public readonly record struct CardAgeLimits(DateTimeOffset UpTo5, DateTimeOffset UpTo10, DateTimeOffset UpTo20)
{
    /// <summary>The limits at a moment; of 00:00 the day that has just ended is the last.</summary>
    /// <exception cref="InvalidOperationException">The calendar has no working day within 60 days of another.</exception>
    public static CardAgeLimits At(DateTimeOffset moment, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var last = LastDay(moment);
        return new CardAgeLimits(First(5), First(10), First(20));

        // The earliest day after which so many working days have passed at most is the working day one further back.
        DateTimeOffset First(int workdays) => ChinaTime.Start(calendar.AddWorkdays(last.AddDays(1), -(workdays + 1)));
    }

    /// <summary>The last day that counts at a moment: the day it lies in, and of 00:00 the day before.</summary>
    public static DateOnly LastDay(DateTimeOffset moment) => ChinaTime.Day(moment.AddTicks(-1));

    /// <summary>The class of a card shown at a moment.</summary>
    public CardAge Of(DateTimeOffset since) =>
        since >= UpTo5 ? CardAge.UpTo5 : since >= UpTo10 ? CardAge.UpTo10 : since >= UpTo20 ? CardAge.UpTo20 : CardAge.Over20;
}
