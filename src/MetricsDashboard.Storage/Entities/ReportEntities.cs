using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Storage.Entities;

internal sealed class ReportEntity
{
    public int Week { get; init; }
    public ReportState State { get; set; }
    public required string DocumentJson { get; set; }
    public required string DraftedBy { get; set; }
    public DateTimeOffset DraftedAt { get; set; }
    public DateOnly? IssuedOn { get; set; }
    public string? PublishedBy { get; set; }
    public DateTimeOffset? PublishedAt { get; set; }
    public int Version { get; set; }
}

/// <summary>Which edition of a week a report quotes.</summary>
internal sealed class ReportEditionEntity
{
    public int ReportWeek { get; init; }
    public int EditionId { get; init; }
}

internal sealed class ReportFileEntity
{
    public int ReportWeek { get; init; }
    public required string Format { get; init; }
    public required string Sha256 { get; init; }
    public required byte[] Bytes { get; init; }
}
