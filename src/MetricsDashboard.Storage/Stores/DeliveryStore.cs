using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Configurations;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

public sealed record DueDelivery(Guid Id, DeliveryChannel Channel);

/// <summary>What a worker has to send.</summary>
/// <param name="Recipient">The mail address; null where the channel has one address alone.</param>
/// <param name="Link">A path of this site; null for none.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
public sealed record ClaimedDelivery(Guid Id, DeliveryChannel Channel, string? Recipient, string Subject, string Text, string? Link, DateTimeOffset CreatedAt, int Attempt);

/// <param name="Unit">Whom it is about; null for all that were chased at that moment.</param>
public sealed record DeliveryRow(
    Guid Id, DeliveryChannel Channel, string? Recipient, string Subject, string? Unit, ReminderStage? Stage, DeliveryState State, int Attempts,
    DateTimeOffset NextTryAt, string? LastError, DateTimeOffset CreatedAt, DateTimeOffset? SentAt);

/// <summary>
/// 发件箱: what was written together with its cause is sent by whoever claims it. A process that ends between sending and recording lets
/// the other side see it twice, under the same id.
/// </summary>
public sealed class DeliveryStore
{
    private readonly MetricsDatabase database;

    internal DeliveryStore(MetricsDatabase database) => this.database = database;

    /// <summary>What is to be tried now, the longest due first; of each channel so many, so that none holds up another.</summary>
    public async Task<IReadOnlyList<DueDelivery>> DueAsync(
        Actor actor, IReadOnlyCollection<DeliveryChannel> channels, DateTimeOffset now, int take, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        var due = new List<DueDelivery>();
        foreach (var channel in channels)
        {
            var ids = await Due(db, now).Where(delivery => delivery.Channel == channel).OrderBy(delivery => delivery.NextTryAt).Take(take).Select(delivery => delivery.Id).ToListAsync(cancellationToken);
            due.AddRange(ids.Select(id => new DueDelivery(id, channel)));
        }

        return due;
    }

    /// <summary>
    /// Takes a delivery: compare-and-set, so that one worker alone gets it until the lease ends. Null for all others, and for a reminder of a
    /// week that is closed by now.
    /// </summary>
    public Task<ClaimedDelivery?> ClaimAsync(Actor actor, Guid id, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        return database.WriteAsync(
            async db =>
            {
                // Whoever took it last died with it every time.
                await Due(db, now).Where(delivery => delivery.Id == id && delivery.Attempts >= Delivering.MaximumAttempts).ExecuteUpdateAsync(
                    update => update.SetProperty(delivery => delivery.State, DeliveryState.Failed).SetProperty(delivery => delivery.LastError, Interrupted), cancellationToken);
                var taken = await Due(db, now).Where(delivery => delivery.Id == id).ExecuteUpdateAsync(
                    update => update
                        .SetProperty(delivery => delivery.State, DeliveryState.Sending)
                        .SetProperty(delivery => delivery.NextTryAt, now + lease)
                        .SetProperty(delivery => delivery.Attempts, delivery => delivery.Attempts + 1),
                    cancellationToken);
                if (taken == 0) return null;
                var row = await db.Deliveries.AsNoTracking().SingleAsync(delivery => delivery.Id == id, cancellationToken);
                if (row.Stage is not null && await db.Weeks.AnyAsync(week => week.Week == row.Week && week.State == WeekState.Closed, cancellationToken))
                {
                    await db.Deliveries.Where(delivery => delivery.Id == id).ExecuteUpdateAsync(
                        update => update.SetProperty(delivery => delivery.State, DeliveryState.Failed).SetProperty(delivery => delivery.LastError, Late), cancellationToken);
                    return null;
                }

                return new ClaimedDelivery(row.Id, row.Channel, row.Recipient, row.Subject, row.Text, row.Link, row.CreatedAt, row.Attempts);
            },
            cancellationToken);
    }

    /// <summary>Records that the other side took it, whoever holds it by now.</summary>
    public Task SentAsync(Actor actor, Guid id, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        return database.WriteAsync(
            db => db.Deliveries.Where(delivery => delivery.Id == id && delivery.State != DeliveryState.Sent).ExecuteUpdateAsync(
                update => update
                    .SetProperty(delivery => delivery.State, DeliveryState.Sent)
                    .SetProperty(delivery => delivery.LastError, (string?)null)
                    .SetProperty(delivery => delivery.SentAt, now),
                cancellationToken),
            cancellationToken);
    }

    /// <summary>
    /// Records an attempt that failed. It is tried again after a pause that grows, until <see cref="Delivering.MaximumAttempts"/>. An attempt
    /// that is no longer the newest changes nothing.
    /// </summary>
    /// <param name="attempt">Which attempt failed.</param>
    /// <param name="error">A sentence in Chinese.</param>
    /// <param name="retry">False where another attempt would end the same way.</param>
    public Task FailAsync(Actor actor, Guid id, int attempt, string error, bool retry, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        var said = error.Length <= Lengths.Reason ? error : error[..Lengths.Reason];
        var pause = retry ? Delivering.PauseAfter(attempt) : null;
        return database.WriteAsync(
            db => db.Deliveries.Where(delivery => delivery.Id == id && delivery.State == DeliveryState.Sending && delivery.Attempts == attempt).ExecuteUpdateAsync(
                update => update
                    .SetProperty(delivery => delivery.State, pause is null ? DeliveryState.Failed : DeliveryState.Queued)
                    .SetProperty(delivery => delivery.NextTryAt, now + (pause ?? TimeSpan.Zero))
                    .SetProperty(delivery => delivery.LastError, said),
                cancellationToken),
            cancellationToken);
    }

    /// <summary>Puts a delivery that was given up into the queue again.</summary>
    public Task RetryAsync(Actor actor, Guid id, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        RequireTaskForce(actor);
        return database.WriteAsync(
            async db => await db.Deliveries.Where(delivery => delivery.Id == id && delivery.State == DeliveryState.Failed).ExecuteUpdateAsync(
                update => update
                    .SetProperty(delivery => delivery.State, DeliveryState.Queued)
                    .SetProperty(delivery => delivery.Attempts, 0)
                    .SetProperty(delivery => delivery.NextTryAt, now),
                cancellationToken) == 1
                ? 1
                : throw new StateConflictException("只有发送失败的才能重新发送，请刷新后再试。"),
            cancellationToken);
    }

    /// <summary>What went out, or is to, about a week, the newest first.</summary>
    public async Task<IReadOnlyList<DeliveryRow>> ListAsync(Actor actor, ReportingWeek week, CancellationToken cancellationToken = default)
    {
        RequireTaskForce(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await db.Deliveries.AsNoTracking().Where(delivery => delivery.Week == week.Key).OrderByDescending(delivery => delivery.CreatedAt).ThenBy(delivery => delivery.Recipient)
            .Select(delivery => new DeliveryRow(
                delivery.Id, delivery.Channel, delivery.Recipient, delivery.Subject, delivery.Unit, delivery.Stage, delivery.State, delivery.Attempts,
                delivery.NextTryAt, delivery.LastError, delivery.CreatedAt, delivery.SentAt))
            .ToListAsync(cancellationToken);
    }

    private const string Late = "统计周已经关闭，不再催报。";

    private const string Interrupted = "程序多次在发送过程中停止，已不再重试；请确认对方是否收到，再决定是否重新发送。";

    // Addresses are personal data.
    private static void RequireTaskForce(Actor actor) =>
        Access.Require(actor.IsSystem || actor.Role is Role.CityReviewer or Role.Drafter or Role.Administrator, "发件箱由市专班和管理员查看。");

    private static IQueryable<DeliveryEntity> Due(MetricsDb db, DateTimeOffset now) => db.Deliveries.Where(delivery =>
        (delivery.State == DeliveryState.Queued || delivery.State == DeliveryState.Sending) && delivery.NextTryAt <= now);
}
