using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Submissions;

/// <summary>A value that passed the check.</summary>
/// <param name="Element">Code of the element.</param>
/// <param name="Unit">Code of the row unit.</param>
/// <param name="Value">The count; null for a blank cell of an optional element, and for a text.</param>
/// <param name="RawText">As sent; of a text element the text itself, as it is kept.</param>
/// <param name="Place">Where it stood.</param>
public sealed record CheckedValue(string Element, string Unit, long? Value, string RawText, Place Place);

/// <summary>One form of one unit and week, whole.</summary>
/// <param name="Asked">The unit that owes it.</param>
/// <param name="Form">The form.</param>
/// <param name="Week">The week.</param>
/// <param name="Values">Its values, every one that is required.</param>
public sealed record CheckedForm(Unit Asked, Form Form, ReportingWeek Week, IReadOnlyList<CheckedValue> Values);

/// <summary>The outcome of the check: with an error nothing of the file may be stored.</summary>
/// <param name="Forms">The forms; meaningful only without errors.</param>
/// <param name="Issues">Everything found.</param>
/// <param name="Read">Values read.</param>
public sealed record CheckedIntake(IReadOnlyList<CheckedForm> Forms, IReadOnlyList<IntakeIssue> Issues, int Read)
{
    /// <summary>Is the file refused?</summary>
    public bool IsRefused => Issues.Any(issue => issue.Severity is Severity.Error);

    /// <summary>Does a refusal concern another's unit, which answers 403 rather than 422?</summary>
    public bool IsForbidden => Issues.Any(issue => issue.Code == IssueCodes.OtherUnit);
}
