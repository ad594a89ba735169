using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>How it was set, by whom and when.</summary>
public sealed record AcceptanceSetting(bool IsAutomatic, string ChangedBy, DateTimeOffset ChangedAt);

/// <summary>
/// 自动接收: of what waits for the city's review, what nothing is wrong with. A reviewer accepts it in one action; where it is set so, the
/// system accepts what the unit's own reviewer passed, in the name of whoever set it. Everything else stays with a person.
/// </summary>
public sealed class AcceptanceStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;
    private readonly Recomputation recomputation;

    internal AcceptanceStore(MetricsDatabase database, CatalogueCache cache, Recomputation recomputation)
    {
        this.database = database;
        this.cache = cache;
        this.recomputation = recomputation;
    }

    /// <summary>How it was set so far, the newest first; never set is off.</summary>
    public async Task<IReadOnlyList<AcceptanceSetting>> SettingsAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        Access.RequireWholeCity(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await db.AcceptanceSettings.AsNoTracking().OrderByDescending(setting => setting.ChangedAt)
            .Select(setting => new AcceptanceSetting(setting.IsAutomatic, setting.ChangedBy, setting.ChangedAt)).ToListAsync(cancellationToken);
    }

    /// <summary>Turns it on or off from now on; what is so already stays in the name of whoever set it.</summary>
    public Task SetAsync(Actor actor, bool isAutomatic, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.Require(actor.MayChangeAcceptance, "自动接收由管理员和市专班负责人设置。");
        return database.WriteAsync(
            async db =>
            {
                var newest = await NewestAsync(db, cancellationToken);
                if (newest?.IsAutomatic == isAutomatic) return 0;
                // Their times are their order, so that no two are alike.
                var at = newest is not null && newest.ChangedAt >= now ? newest.ChangedAt.AddMilliseconds(1) : now;
                db.AcceptanceSettings.Add(new AcceptanceEntity { Id = Guid.CreateVersion7(now), IsAutomatic = isAutomatic, ChangedBy = actor.Name, ChangedAt = at });
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>What waits and has nothing to look at, whether the unit reviewed it or not.</summary>
    public Task<IReadOnlyList<SubmissionRow>> CleanAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return database.ReadAsync(
            async db =>
            {
                var rows = await CleanRows.QueryAsync(db, await cache.RequireAsync(db, cancellationToken), cancellationToken);
                return (IReadOnlyList<SubmissionRow>)[.. rows.Where(row => actor.MayRead(row.Unit))];
            },
            cancellationToken);
    }

    /// <summary>
    /// Accepts what is clean and was passed within the unit by somebody other than its sender, if that is set. Nothing is accepted under the
    /// setting of the one who sent it. Returns how many were accepted.
    /// </summary>
    public async Task<int> AcceptCleanAsync(Actor actor, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        // Most runs find nothing; only one that does takes the locks and looks again.
        var looked = await database.ReadAsync(async db => (await PassedAsync(db, cancellationToken)).Rows.Count, cancellationToken);
        if (looked == 0) return 0;
        return await database.WriteAsync(
            async db =>
            {
                await MetricsDatabase.LockWeeksAsync(db, 0, int.MaxValue, cancellationToken);
                var (author, rows) = await PassedAsync(db, cancellationToken);
                if (rows.Count == 0) return 0;
                var work = new AcceptSubmissions(database, cache, recomputation, actor, [.. rows.Select(row => row.Id)], now, author);
                return (await work.RunAsync(db, rows.Min(row => row.Week.Key), cancellationToken)).Accepted;
            },
            cancellationToken);
    }

    /// <summary>What the setting in force lets through, and in whose name; nothing where it is off.</summary>
    private async Task<(string? Author, IReadOnlyList<SubmissionRow> Rows)> PassedAsync(MetricsDb db, CancellationToken cancellationToken)
    {
        if (await NewestAsync(db, cancellationToken) is not { IsAutomatic: true } setting) return (null, []);
        var clean = await CleanRows.QueryAsync(db, await cache.RequireAsync(db, cancellationToken), cancellationToken);
        return (setting.ChangedBy, [.. clean.Where(row => row.IsReviewed && row.SentBy != setting.ChangedBy)]);
    }

    private static Task<AcceptanceEntity?> NewestAsync(MetricsDb db, CancellationToken cancellationToken) =>
        db.AcceptanceSettings.AsNoTracking().OrderByDescending(setting => setting.ChangedAt).FirstOrDefaultAsync(cancellationToken);
}
