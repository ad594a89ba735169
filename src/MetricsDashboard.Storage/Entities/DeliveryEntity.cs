using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Storage.Entities;

/// <summary>发件箱: what has to go out, written together with its cause and sent afterwards.</summary>
internal sealed class DeliveryEntity
{
    public Guid Id { get; init; }
    public DeliveryChannel Channel { get; init; }

    /// <summary>The mail address; null where the channel has one address alone, which is a setting.</summary>
    public string? Recipient { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }

    /// <summary>Where it is dealt with, a path of this site; null for nowhere.</summary>
    public string? Link { get; init; }

    /// <summary>The step of chasing that it belongs to; without a unit it tells of all units that were chased at that moment.</summary>
    public int? Week { get; init; }
    public string? Unit { get; init; }
    public ReminderStage? Stage { get; init; }

    public DeliveryState State { get; set; }
    public int Attempts { get; set; }

    /// <summary>When it is due; while somebody works on it the end of the lease.</summary>
    public DateTimeOffset NextTryAt { get; set; }
    public string? LastError { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SentAt { get; set; }
}
