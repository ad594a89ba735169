using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Storage.Stores;

/// <summary>采集批次 with its counts.</summary>
/// <param name="Expected">How many rows there will be; null where the source does not say.</param>
/// <param name="UploadId">The upload that a weekly form became; null for cases.</param>
public sealed record RunRow(
    Guid Id, Guid SourceId, string Source, RunTrigger Trigger, string? FileName, RunState State, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, string StartedBy,
    string? CancelledBy, int? Expected, IntakeCounts Counts, string? Message, Guid? UploadId);

/// <param name="No">From 1, in the order in which they were found.</param>
public sealed record RejectedRow(int No, string Place, string Text, string Message);

/// <param name="Source">Of one source; null for all.</param>
public sealed record RunFilter(Guid? Source = null, RunState? State = null);

/// <summary>How a run ended, and from where the source goes on.</summary>
/// <param name="Cursor">Kept only where the run is done; null leaves it as it is.</param>
public sealed record RunEnd(RunState State, string? Message = null, string? Cursor = null, Guid? UploadId = null)
{
    /// <summary>Of a form, which is taken whole; null where batches counted.</summary>
    public IntakeCounts? Counts { get; init; }
}

/// <summary>What a batch came to.</summary>
/// <param name="Counts">Of the whole run so far.</param>
/// <param name="IsCancelled">Did a person cancel the run meanwhile? Then nothing more is stored.</param>
public sealed record RunProgress(IntakeCounts Counts, bool IsCancelled);

/// <summary>A row that waits, by its number and version.</summary>
public sealed record HeldKey(string CaseNo, long Version);
