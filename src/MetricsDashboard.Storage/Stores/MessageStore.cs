using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>站内消息: everybody sees their own and no one else's.</summary>
public sealed class MessageStore
{
    private readonly MetricsDatabase database;

    internal MessageStore(MetricsDatabase database) => this.database = database;

    /// <summary>The newest messages to the actor.</summary>
    public async Task<IReadOnlyList<MessageRow>> ListAsync(Actor actor, int take, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await db.Messages.AsNoTracking().Where(message => message.Recipient == actor.Name).OrderByDescending(message => message.SentAt).Take(take)
            .Select(message => new MessageRow(message.Id, message.Subject, message.Text, message.Link, message.SentAt, message.ReadAt)).ToListAsync(cancellationToken);
    }

    /// <summary>How many messages the actor has not read.</summary>
    public async Task<int> UnreadAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await db.Messages.CountAsync(message => message.Recipient == actor.Name && message.ReadAt == null, cancellationToken);
    }

    /// <summary>Marks the actor's messages as read; returns how many were not.</summary>
    public Task<int> ReadAsync(Actor actor, DateTimeOffset now, CancellationToken cancellationToken = default) => database.WriteAsync(
        db => db.Messages.Where(message => message.Recipient == actor.Name && message.ReadAt == null)
            .ExecuteUpdateAsync(update => update.SetProperty(message => message.ReadAt, now), cancellationToken),
        cancellationToken);
}
