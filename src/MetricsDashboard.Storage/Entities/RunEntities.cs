using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Sources;

namespace MetricsDashboard.Storage.Entities;

/// <summary>采集批次.</summary>
internal sealed class RunEntity
{
    public Guid Id { get; init; }
    public Guid SourceId { get; init; }
    public RunTrigger Trigger { get; init; }
    public string? FileName { get; set; }
    public RunState State { get; set; }
    public DateTimeOffset StartedAt { get; init; }
    public required string StartedBy { get; init; }
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Whoever works on it is alive until then.</summary>
    public DateTimeOffset LeaseUntil { get; set; }

    public string? CancelledBy { get; set; }
    public int? Expected { get; set; }
    public int Read { get; set; }
    public int Created { get; set; }
    public int Revised { get; set; }
    public int Unchanged { get; set; }
    public int Held { get; set; }
    public int Rejected { get; set; }

    /// <summary>Why it did not end well, or what is to be said of it.</summary>
    public string? Message { get; set; }

    /// <summary>The upload that a weekly form became; null for cases.</summary>
    public Guid? UploadId { get; set; }
}

/// <summary>A row that was rejected.</summary>
internal sealed class RunRejectEntity
{
    public Guid RunId { get; init; }
    public int No { get; init; }
    public required string Place { get; init; }
    public required string Text { get; init; }
    public required string Message { get; init; }
}

/// <summary>Which origin of an element's values counts from a week on, where there are several.</summary>
internal sealed class ElementOriginEntity
{
    public required string Element { get; init; }
    public int FromWeek { get; init; }
    public Origin Origin { get; init; }
    public required string ChangedBy { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
    public int No { get; init; }
}
