using MetricsDashboard.Domain.Submissions.Mappings;

namespace MetricsDashboard.Storage.Stores;

/// <summary>A version of a source's mapping to a form.</summary>
/// <param name="No">From 1.</param>
/// <param name="Uploads">How many files were read with any version of it.</param>
/// <param name="IsRetired">Deleted: files that were read with it still can be.</param>
public sealed record SavedMapping(
    Guid Id, Guid SourceId, int No, ColumnMapping Mapping, string SavedBy, DateTimeOffset SavedAt, int Uploads, bool IsRetired);
