using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions.Mappings;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Submissions;

/// <summary>What the sender said with the file; all optional, because a workbook and a CSV name their unit and week themselves.</summary>
/// <param name="Sender">Who sends.</param>
/// <param name="Form">Only this form is meant; null for all.</param>
/// <param name="Unit">Only this unit is meant; null for what the file says.</param>
/// <param name="Week">Only this week is meant; null for what the file says.</param>
public sealed record IntakeRequest(Actor Sender, string? Form = null, string? Unit = null, ReportingWeek? Week = null)
{
    /// <summary>How the table of another system is read, with form and week named; null for this system's own tables.</summary>
    public ColumnMapping? Mapping { get; init; }
}
