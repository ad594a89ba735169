using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Storage.Entities;

/// <summary>站内消息: to one person, about one thing.</summary>
internal sealed class MessageEntity
{
    public Guid Id { get; init; }
    public required string Recipient { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }

    /// <summary>Where it is dealt with, a path of this site; null for nowhere.</summary>
    public string? Link { get; init; }
    public DateTimeOffset SentAt { get; init; }
    public DateTimeOffset? ReadAt { get; set; }
}

/// <summary>A step of chasing that was taken: the key lets it be taken once.</summary>
internal sealed class ReminderEntity
{
    public int Week { get; init; }
    public required string Unit { get; init; }
    public ReminderStage Stage { get; init; }
    public DateTimeOffset SentAt { get; init; }

    /// <summary>How many people got a message.</summary>
    public int Recipients { get; init; }

    /// <summary>Names of the forms that were missing.</summary>
    public required string Missing { get; init; }
}

/// <summary>催报电话记录.</summary>
internal sealed class CallEntity
{
    public Guid Id { get; init; }
    public int Week { get; init; }
    public required string Unit { get; init; }
    public required string Text { get; init; }
    public required string CalledBy { get; init; }
    public DateTimeOffset CalledAt { get; init; }
}
