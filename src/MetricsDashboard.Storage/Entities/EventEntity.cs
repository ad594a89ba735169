namespace MetricsDashboard.Storage.Entities;

/// <summary>大事: what happened on a day and explains a figure; a trend marks it. It is withdrawn, never erased.</summary>
internal sealed class EventEntity
{
    public Guid Id { get; init; }
    public DateOnly Day { get; init; }
    public required string Text { get; init; }

    /// <summary>The indicator that it concerns; null for all.</summary>
    public string? Indicator { get; init; }

    /// <summary>The unit that it concerns; null for the whole city.</summary>
    public string? Unit { get; init; }

    public required string WrittenBy { get; init; }
    public DateTimeOffset WrittenAt { get; init; }
    public string? WithdrawnBy { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }
}
