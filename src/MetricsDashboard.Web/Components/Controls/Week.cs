using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>A week that can be chosen, or the weeks that a holiday merged.</summary>
/// <param name="Period">The weeks.</param>
/// <param name="Issue">Its issue number; null while it has none.</param>
public sealed record Week(ReportingPeriod Period, int? Issue)
{
    /// <summary>The week by which it is known.</summary>
    public ReportingWeek Key => Period.First;

    /// <summary>第12期（9月21日—9月27日）.</summary>
    public string Text => WeekText.Issue(Issue, Period);
}
