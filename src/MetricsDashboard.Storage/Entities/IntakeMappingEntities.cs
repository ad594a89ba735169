using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Storage.Entities;

/// <summary>A version of how a source's tables become a form. Never changed: uploads are read again as they were read.</summary>
internal sealed class IntakeMappingEntity
{
    public Guid Id { get; init; }
    public Guid SourceId { get; init; }
    public required string Form { get; init; }

    /// <summary>From 1; the newest that is not retired is in force.</summary>
    public int No { get; init; }

    /// <summary>Columns and units as JSON.</summary>
    public required string Content { get; init; }

    public required string SavedBy { get; init; }
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>Deleted by somebody: no file is read with it any more, but those that were still are.</summary>
    public string? RetiredBy { get; set; }
    public DateTimeOffset? RetiredAt { get; set; }
}

/// <summary>核对: something said of a figure that others sent of a unit. Rows are only added.</summary>
internal sealed class VerificationEntity
{
    public Guid Id { get; init; }
    public Guid SubmissionId { get; init; }
    public required string Element { get; init; }
    public required string Unit { get; init; }

    /// <summary>The value that it is said of.</summary>
    public long Value { get; init; }

    public VerificationKind Kind { get; init; }
    public string? Text { get; init; }
    public required string WrittenBy { get; init; }
    public DateTimeOffset WrittenAt { get; init; }
}
