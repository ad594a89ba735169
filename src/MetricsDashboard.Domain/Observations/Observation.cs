using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Observations;

/// <summary>Where a value came from. Which origin counts is a setting of the element (design.md 5a); form by default, system for system elements.</summary>
public enum Origin
{
    /// <summary>An accepted form.</summary>
    Form,

    /// <summary>Counted from cases.</summary>
    Cases,

    /// <summary>Entered by the city task force.</summary>
    Manual,

    /// <summary>Written by close-week.</summary>
    System,
}

/// <summary>A value 数据值 of element × unit × week. Append-only: a correction is a new revision (design.md rule 6).</summary>
/// <param name="Element">Code of the element.</param>
/// <param name="Unit">Code of the row unit.</param>
/// <param name="Week">Week.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="Revision">From 1.</param>
/// <param name="Value">The count.</param>
/// <param name="SubmissionId">The accepted submission; null for other origins.</param>
/// <param name="Sheet">Sheet of the file, or null.</param>
/// <param name="Cell">Cell of the sheet, or row of the CSV.</param>
/// <param name="RecordedAt">When it was accepted.</param>
/// <param name="RecordedBy">Who accepted it.</param>
/// <param name="Reason">Why it was corrected; null for revision 1.</param>
/// <param name="RunId">The intake run whose cases were counted; null for other origins.</param>
public sealed record Observation(
    string Element,
    string Unit,
    ReportingWeek Week,
    Origin Origin,
    int Revision,
    long Value,
    Guid? SubmissionId,
    string? Sheet,
    string? Cell,
    DateTimeOffset RecordedAt,
    string RecordedBy,
    string? Reason,
    Guid? RunId = null);

/// <summary>A value that counts: the newest revision of the origin that counts.</summary>
/// <param name="Element">Code of the element.</param>
/// <param name="Unit">Code of the row unit.</param>
/// <param name="Week">The week that it was reported for.</param>
/// <param name="Value">The count.</param>
public readonly record struct CountedValue(string Element, string Unit, ReportingWeek Week, long Value);
