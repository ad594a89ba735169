using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>A week that can be chosen.</summary>
/// <param name="Key">The week.</param>
/// <param name="Issue">Its issue number; null while it has none.</param>
public sealed record Week(ReportingWeek Key, int? Issue)
{
    /// <summary>第12期（9月21日—9月27日）.</summary>
    public string Text => WeekText.Issue(Issue, Key);
}
