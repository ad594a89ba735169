using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Storage.Entities;

internal sealed class UploadEntity
{
    public Guid Id { get; init; }
    public required string FileName { get; init; }
    public int Size { get; init; }
    public required string Sha256 { get; init; }
    public string? Form { get; init; }
    public string? Unit { get; init; }
    public int? Week { get; init; }
    public UploadChannel Channel { get; init; }
    public required string SentBy { get; init; }
    public Role SenderRole { get; init; }
    public string? SenderUnit { get; init; }
    public DateTimeOffset SentAt { get; init; }
    public IntakeStatus State { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The answer as JSON; null until there is one.</summary>
    public string? Outcome { get; set; }

    public string? FailureReference { get; set; }

    /// <summary>Only checked until its sender confirms.</summary>
    public bool Hold { get; set; }

    public SubmissionBasis Basis { get; init; }

    /// <summary>The source of another system's table; null for this system's own forms.</summary>
    public Guid? SourceId { get; init; }

    /// <summary>The version of the mapping that it is read with; null until a person has said which, and for this system's own forms.</summary>
    public Guid? MappingId { get; set; }

    /// <summary>What the sender says to the warnings, as JSON; null until something was said.</summary>
    public string? Explanations { get; set; }

    /// <summary>Who confirmed or discarded it after the check; null where nobody was asked.</summary>
    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }
    public int Version { get; set; }
}

/// <summary>The bytes stand apart, so that lists of uploads never touch them.</summary>
internal sealed class UploadFileEntity
{
    public Guid UploadId { get; init; }
    public required byte[] Bytes { get; init; }
}

internal sealed class SubmissionEntity
{
    public Guid Id { get; init; }
    public int Week { get; init; }
    public required string Unit { get; init; }
    public required string Form { get; init; }
    public int Round { get; init; }
    public SubmissionState State { get; set; }
    public Guid UploadId { get; init; }
    public required string SentBy { get; init; }
    public DateTimeOffset SentAt { get; init; }

    /// <summary>代报: sent by the city's reviewer for a unit that should have sent itself.</summary>
    public bool OnBehalf { get; init; }

    /// <summary>Who reviewed it within the unit; null where nobody had to.</summary>
    public string? ReviewedBy { get; set; }
    public DateTimeOffset? ReviewedAt { get; set; }

    public required string ValuesSha256 { get; init; }
    public int ValueCount { get; init; }
    public string? DecidedBy { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Who let the system accept it without a person; null where a person decided.</summary>
    public string? AcceptedUnder { get; set; }
    public string? Reason { get; set; }
    public int Version { get; set; }
}

/// <summary>Something said about a round: why it went back, as a whole or at a cell, or a remark.</summary>
internal sealed class SubmissionNoteEntity
{
    public Guid Id { get; init; }
    public Guid SubmissionId { get; init; }
    public NoteKind Kind { get; init; }

    /// <summary>Together with the unit the cell that is meant; null for the form as a whole.</summary>
    public string? Element { get; init; }
    public string? Unit { get; init; }
    public required string Text { get; init; }
    public required string WrittenBy { get; init; }
    public DateTimeOffset WrittenAt { get; init; }
}

/// <summary>How a unit works within itself.</summary>
internal sealed class UnitPracticeEntity
{
    public required string Unit { get; init; }

    /// <summary>What the unit's reporters send waits for its reviewer.</summary>
    public bool ReviewsItself { get; set; }
    public required string ChangedBy { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>Who reviews in the reviewer's place.</summary>
internal sealed class DeputyEntity
{
    public required string Unit { get; init; }
    public required string Person { get; init; }
    public DateOnly Until { get; set; }
    public required string NamedBy { get; set; }
    public DateTimeOffset NamedAt { get; set; }
}

/// <summary>更正申请: another value for an accepted one.</summary>
internal sealed class CorrectionEntity
{
    public Guid Id { get; init; }
    public int Week { get; init; }
    public required string Unit { get; init; }
    public required string Element { get; init; }
    public required string RowUnit { get; init; }
    public long OldValue { get; init; }
    public long NewValue { get; init; }
    public required string Reason { get; init; }
    public required string RequestedBy { get; init; }
    public DateTimeOffset RequestedAt { get; init; }
    public CorrectionState State { get; set; }
    public string? DecidedBy { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public string? Answer { get; set; }
    public int Version { get; set; }
}

internal sealed class SubmissionValueEntity
{
    public Guid SubmissionId { get; init; }
    public required string Element { get; init; }
    public required string Unit { get; init; }
    public long? Value { get; init; }
    public required string RawText { get; init; }
    public string? Sheet { get; init; }
    public string? Cell { get; init; }
}
