using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Storage.Stores;

/// <summary>A figure of a unit that others sent, with what was said of it.</summary>
/// <param name="Asked">The unit that the form is asked of.</param>
/// <param name="RowUnit">The unit that the value is of: with townships the township.</param>
/// <param name="Value">The value now: as sent, or as corrected since it was accepted.</param>
/// <param name="Last">The newest counted value from before the week; null where there is none.</param>
/// <param name="Source">The source of the file; null where it is one of this system's own tables.</param>
/// <param name="Said">What was said, the oldest first.</param>
public sealed record VerifiedFigure(
    Guid SubmissionId,
    ReportingWeek Week,
    Unit Asked,
    Form Form,
    SubmissionState Submission,
    DataElement Element,
    Unit RowUnit,
    long Value,
    CountedValue? Last,
    Place Place,
    string FileName,
    string? Source,
    string SentBy,
    DateTimeOffset SentAt,
    IReadOnlyList<VerificationWord> Said)
{
    public VerificationState State { get; } = Verification.StateOf(Value, Said);
}

/// <summary>Which value of a submission.</summary>
/// <param name="Unit">Code of the row unit.</param>
public readonly record struct FigureKey(string Element, string Unit);
