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
    public required string ValuesSha256 { get; init; }
    public int ValueCount { get; init; }
    public string? DecidedBy { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public string? Reason { get; set; }
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
