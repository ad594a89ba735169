using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Submissions.Mappings;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Storage.Stores;

public enum UploadChannel
{
    Web,
    Api,
    CommandLine,
    Job,
}

public sealed record NewUpload(string FileName, byte[] Bytes, string? Form, string? Unit, ReportingWeek? Week, UploadChannel Channel)
{
    /// <summary>Only checked, until the sender has seen it and confirms.</summary>
    public bool Hold { get; init; }

    public SubmissionBasis Basis { get; init; }

    /// <summary>Name of the source of another system's table, which waits until its columns are mapped; null for this system's own forms.</summary>
    public string? Source { get; init; }
}

/// <summary>An upload that this worker alone may process until its lease ends.</summary>
public sealed record ClaimedUpload(Guid Id, string FileName, byte[] Bytes, string? Form, string? Unit, ReportingWeek? Week, Actor Sender, DateTimeOffset SentAt, int Attempts)
{
    public IntakeRequest Request => new(Sender, Form, Unit, Week) { Mapping = Mapping };

    /// <summary>How another system's table is read; null for this system's own forms.</summary>
    public ColumnMapping? Mapping { get; init; }

    /// <summary>Check it and store nothing.</summary>
    public bool Hold { get; init; }

    /// <summary>What its sender said to the warnings on confirming it; null where nobody was asked.</summary>
    public IReadOnlyList<WarningExplanation>? Explanations { get; init; }
}

/// <summary>A file with what its sender said, for reading it again.</summary>
public sealed record SentFile(string FileName, byte[] Bytes, IntakeRequest Request)
{
    /// <summary>Name of the source of another system's table, mapped or not; null for this system's own forms.</summary>
    public string? Source { get; init; }
}

/// <param name="FailureReference">What the log knows the failure by; null where nothing failed.</param>
public sealed record UploadView(
    Guid Id,
    string FileName,
    int Size,
    string Sha256,
    UploadChannel Channel,
    string SentBy,
    DateTimeOffset SentAt,
    IntakeStatus Status,
    IntakeOutcome? Outcome,
    int Attempts,
    string? FailureReference)
{
    public SubmissionBasis Basis { get; init; }

    /// <summary>What was said to the warnings.</summary>
    public IReadOnlyList<WarningExplanation> Explanations { get; init; } = [];

    /// <summary>The source of another system's table; null for this system's own forms.</summary>
    public string? Source { get; init; }

    /// <summary>The mapping that it was read with; null while there is none.</summary>
    public Guid? MappingId { get; init; }

    /// <summary>Which version of it.</summary>
    public int? MappingNo { get; init; }

    /// <summary>Who confirmed or discarded it after the check; null where nobody was asked.</summary>
    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Waits for a decision that the actor who looks may take.</summary>
    public bool MayDecide { get; init; }
}

/// <summary>A warning or note of a submission with what its sender says to it.</summary>
public sealed record ExplainedWarning(IntakeIssue Issue, string? Explanation);

public sealed record StoredFile(string FileName, byte[] Bytes);
