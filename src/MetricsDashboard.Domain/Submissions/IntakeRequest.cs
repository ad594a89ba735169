using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Submissions;

/// <summary>What the sender said with the file; all optional, because a workbook and a CSV name their unit and week themselves.</summary>
/// <param name="Sender">Who sends.</param>
/// <param name="Form">Only this form is meant; null for all.</param>
/// <param name="Unit">Only this unit is meant; null for what the file says.</param>
/// <param name="Week">Only this week is meant; null for what the file says.</param>
public sealed record IntakeRequest(Actor Sender, string? Form = null, string? Unit = null, ReportingWeek? Week = null);

/// <summary>What the check needs to know of the state of things.</summary>
/// <param name="OpenWeeks">Weeks that take submissions.</param>
/// <param name="LastAccepted">The newest counted value of element × unit before the week, for cumulative values; null where there is none.</param>
public sealed record IntakeContext(IReadOnlySet<ReportingWeek> OpenWeeks, Func<string, string, ReportingWeek, long?> LastAccepted)
{
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
