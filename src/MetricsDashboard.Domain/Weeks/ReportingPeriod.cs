namespace MetricsDashboard.Domain.Weeks;

/// <summary>
/// What one duty and one issue cover: a week, or the weeks that a long holiday merges (design.md rule 5, domain.md section 5). Its key
/// everywhere is its first week; figures stand as of the end of its last.
/// </summary>
public readonly record struct ReportingPeriod
{
    /// <summary>The weeks from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The last week is before the first.</exception>
    public ReportingPeriod(ReportingWeek first, ReportingWeek last)
    {
        if (last < first) throw new ArgumentOutOfRangeException(nameof(last), last, "A period ends in its first week or later.");
        First = first;
        Last = last;
    }

    /// <summary>An ordinary week.</summary>
    public ReportingPeriod(ReportingWeek week)
        : this(week, week)
    {
    }

    /// <summary>The first week, by which the period is known.</summary>
    public ReportingWeek First { get; }

    /// <summary>The last week, on whose Sunday stocks are observed.</summary>
    public ReportingWeek Last { get; }

    /// <summary>The first day.</summary>
    public DateOnly Monday => First.Monday;

    /// <summary>The last day.</summary>
    public DateOnly Sunday => Last.Sunday;

    /// <summary>How many weeks, at least 1.</summary>
    public int Weeks => Last.WeeksSince(First) + 1;

    /// <summary>More than one week?</summary>
    public bool IsMerged => Weeks > 1;

    /// <summary>Is the week one of the period's?</summary>
    public bool Contains(ReportingWeek week) => week >= First && week <= Last;

    /// <summary>Does this period begin where <paramref name="earlier"/> ends?</summary>
    public bool Follows(ReportingPeriod earlier) => earlier.Last.Next == First;
}
