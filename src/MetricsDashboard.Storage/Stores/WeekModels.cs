using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Storage.Stores;

public enum WeekState
{
    /// <summary>Takes submissions.</summary>
    Open,

    /// <summary>Locked: its results are frozen.</summary>
    Closed,
}

/// <param name="Issue">Issue number within the year; null until the week is closed.</param>
public sealed record WeekRow(
    ReportingWeek Week,
    WeekState State,
    int? Issue,
    int? TotalIssue,
    DateTimeOffset DueAt,
    DateTimeOffset OpenedAt,
    DateTimeOffset? ClosedAt)
{
    public bool IsOpen => State is WeekState.Open;
}

/// <summary>One duty with the newest round that was sent for it.</summary>
/// <param name="OnTime">Was what counts sent in time? Null until something accepted or waiting is there.</param>
public sealed record DutyRow(
    Unit Unit,
    Form Form,
    ReportingWeek Week,
    DateTimeOffset DueAt,
    SubmissionState? State,
    DateTimeOffset? SubmittedAt,
    Guid? SubmissionId,
    bool? OnTime)
{
    public bool IsLate(DateTimeOffset now) => now > DueAt && State is not (SubmissionState.Accepted or SubmissionState.Submitted);
}

public enum CloseStatus
{
    Closed,
    AlreadyClosed,

    /// <summary>Submissions wait for review; nothing was changed.</summary>
    Pending,
}

/// <param name="Pending">What waits: the reason not to close, or what an override left out as 待审.</param>
public sealed record CloseOutcome(CloseStatus Status, WeekRow Week, IReadOnlyList<SubmissionRow> Pending);
