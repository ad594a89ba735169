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

/// <param name="Hours">Its period and its moments.</param>
/// <param name="Issue">Issue number within the year; null until the week is closed.</param>
/// <param name="OverriddenBy">Who closed it although submissions waited for review.</param>
/// <param name="Version">Counted up by every write that concerns the week: what an open page watches.</param>
public sealed record WeekRow(
    PeriodHours Hours,
    WeekState State,
    int? Issue,
    int? TotalIssue,
    DateTimeOffset OpenedAt,
    DateTimeOffset? ClosedAt,
    string? OverriddenBy,
    int Version)
{
    /// <summary>The week by which the period is known: its first.</summary>
    public ReportingWeek Week => Hours.Period.First;

    public ReportingPeriod Period => Hours.Period;

    public DateTimeOffset DueAt => Hours.DueAt;

    public bool IsOpen => State is WeekState.Open;
}

/// <summary>A later due time that a unit was granted for a week, beyond the lock too.</summary>
public sealed record Extension(Unit Unit, ReportingWeek Week, DateTimeOffset Until, string Reason, string GrantedBy, DateTimeOffset GrantedAt);

/// <summary>One duty with the newest round that was sent for it.</summary>
/// <param name="FirstSentAt">When it was first sent and not withdrawn: what being in time is judged by.</param>
/// <param name="RegularDueAt">The due time without an extension.</param>
/// <param name="ExtendedFor">The reason of the extension; null where there is none.</param>
/// <param name="DueAt">The due time in force, with an extension where there is one.</param>
/// <param name="OnTime">Was what counts sent in time? Null until something accepted or waiting is there.</param>
public sealed record DutyRow(
    Unit Unit,
    Form Form,
    ReportingWeek Week,
    DateTimeOffset DueAt,
    SubmissionState? State,
    DateTimeOffset? SubmittedAt,
    Guid? SubmissionId,
    bool? OnTime,
    string? ExtendedFor = null,
    DateTimeOffset? FirstSentAt = null,
    DateTimeOffset? RegularDueAt = null)
{
    public bool IsLate(DateTimeOffset now) => now > DueAt && State is not (SubmissionState.Accepted or SubmissionState.Submitted or SubmissionState.CountyReview);
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
