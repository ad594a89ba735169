namespace MetricsDashboard.Domain.Weeks;

/// <summary>The time by which the business counts its days: UTC+8 without summer time throughout the years that weeks cover (2000–2099).</summary>
public static class ChinaTime
{
    /// <summary>Eight hours ahead of UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day that a moment lies in.</summary>
    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    /// <summary>The first moment of a day.</summary>
    public static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);
}
