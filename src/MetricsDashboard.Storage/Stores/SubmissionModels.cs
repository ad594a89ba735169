using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Storage.Stores;

/// <summary>One round of a duty.</summary>
public sealed record SubmissionRow(
    Guid Id,
    Unit Unit,
    Form Form,
    ReportingWeek Week,
    int Round,
    SubmissionState State,
    string SentBy,
    DateTimeOffset SentAt,
    bool OnTime,
    Guid UploadId,
    string FileName,
    int ValueCount,
    string? DecidedBy,
    DateTimeOffset? DecidedAt,
    string? Reason,
    bool OnBehalf,
    string? ReviewedBy,
    DateTimeOffset? ReviewedAt)
{
    /// <summary>Whose setting let the system accept it; null where a person decided.</summary>
    public string? AcceptedUnder { get; init; }

    /// <summary>Was it reviewed within the unit, by somebody other than its sender?</summary>
    public bool IsReviewed => ReviewedBy is not null && !string.Equals(ReviewedBy, SentBy, StringComparison.Ordinal);
}

public enum NoteKind
{
    /// <summary>Why it went back.</summary>
    Return,

    /// <summary>A remark that asks for nothing.</summary>
    Remark,
}

/// <param name="Element">Together with the unit the cell that is meant; null for the form as a whole.</param>
public sealed record SubmissionNote(NoteKind Kind, DataElement? Element, Unit? Unit, string Text, string WrittenBy, DateTimeOffset WrittenAt);

/// <summary>Why a cell goes back.</summary>
public sealed record CellReason(string Element, string Unit, string Text);

/// <param name="LastWeek">The newest counted value from before the week; null where there is none.</param>
/// <param name="LastWeekFrom">The week of that value.</param>
public sealed record SubmissionValueView(
    DataElement Element, Unit Unit, long? Value, string RawText, long? LastWeek, ReportingWeek? LastWeekFrom, Place Place)
{
    /// <summary>Of a text element the newest accepted text from before the week; null where there is none.</summary>
    public string? LastText { get; init; }

    /// <summary>What the cases give for the same element, unit and week; null where they give nothing.</summary>
    public long? FromCases { get; init; }
}

/// <summary>An accepted text of element × unit × week.</summary>
public readonly record struct AcceptedText(string Element, string Unit, ReportingWeek Week, string Text);

/// <param name="History">All rounds of the duty, the newest first.</param>
/// <param name="Notes">What was said about this round, the oldest first.</param>
/// <param name="Corrections">Requests to correct what was accepted for the duty, the newest first.</param>
public sealed record SubmissionView(
    SubmissionRow Row,
    IReadOnlyList<SubmissionValueView> Values,
    IReadOnlyList<SubmissionRow> History,
    IReadOnlyList<SubmissionNote> Notes,
    IReadOnlyList<CorrectionRow> Corrections);

/// <param name="Unit">The unit that the value is of: with townships the township.</param>
public sealed record CorrectableValue(DataElement Element, Unit Unit, long Value);

/// <summary>A request to correct an accepted value.</summary>
/// <param name="Unit">The unit that owes the form.</param>
/// <param name="RowUnit">The unit that the value is of.</param>
public sealed record CorrectionRow(
    Guid Id,
    ReportingWeek Week,
    Unit Unit,
    DataElement Element,
    Unit RowUnit,
    long OldValue,
    long NewValue,
    string Reason,
    string RequestedBy,
    DateTimeOffset RequestedAt,
    CorrectionState State,
    string? DecidedBy,
    DateTimeOffset? DecidedAt,
    string? Answer);

public enum ReviewStatus
{
    Done,

    /// <summary>Somebody was faster, or it is in another state.</summary>
    NotWaiting,

    /// <summary>Nobody decides on what they sent.</summary>
    OwnSubmission,
}

/// <param name="Message">A sentence in Chinese; null where it was done.</param>
public sealed record ReviewResult(Guid Id, ReviewStatus Status, string? Message);

public enum AcceptStatus
{
    Accepted,

    /// <summary>Somebody was faster, or it was sent again, or there is no such submission.</summary>
    NotWaiting,

    /// <summary>Nobody accepts what they sent.</summary>
    OwnSubmission,
}

/// <param name="Message">A sentence in Chinese; null where it was accepted.</param>
public sealed record AcceptResult(Guid Id, AcceptStatus Status, string? Message);

public sealed record AcceptOutcome(IReadOnlyList<AcceptResult> Results)
{
    public int Accepted => Results.Count(result => result.Status is AcceptStatus.Accepted);
}
