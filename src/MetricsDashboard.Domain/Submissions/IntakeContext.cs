using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Submissions;

/// <summary>What the check needs to know of the state of things.</summary>
/// <param name="OpenWeeks">Weeks that take submissions.</param>
/// <param name="History">
/// The counted values of element × unit from before the week, newest first: all of the <see cref="HistoryWeeks"/> weeks before it, or
/// where these have none the newest one. Empty where nothing was ever accepted.
/// </param>
public sealed record IntakeContext(IReadOnlySet<ReportingWeek> OpenWeeks, Func<string, string, ReportingWeek, IReadOnlyList<Figure>> History)
{
    /// <summary>So many weeks make the history that a value is judged by.</summary>
    public const int HistoryWeeks = 12;

    /// <summary>The value of element × unit that was sent or accepted for the very week, asked only of elements that bound, or are bound by, one of another form.</summary>
    public Func<string, string, ReportingWeek, long?> SameWeek { get; init; } = (_, _, _) => null;

    /// <summary>What cases give for element × unit in the very week; null where they give nothing.</summary>
    public Func<string, string, ReportingWeek, long?> FromCases { get; init; } = (_, _, _) => null;

    /// <summary>The newest counted value of element × unit before the week; null where there is none.</summary>
    public long? LastAccepted(string element, string unit, ReportingWeek week) => History(element, unit, week) is [var newest, ..] ? newest.Value : null;

    /// <summary>Periods of several weeks; whoever names one of their weeks means the period.</summary>
    public IReadOnlyList<ReportingPeriod> Merged { get; init; } = [];

    /// <summary>The period of a week.</summary>
    public ReportingPeriod PeriodOf(ReportingWeek week)
    {
        foreach (var period in Merged)
        {
            if (period.Contains(week)) return period;
        }

        return new ReportingPeriod(week);
    }
}
