using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Published;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>
/// 公布值: what others published, entered with its document. Append-only: a corrected or withdrawn figure stays in its history. Pages and
/// the next draft follow at once, a published report never does.
/// </summary>
public sealed class PublishedFigureStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal PublishedFigureStore(MetricsDatabase database, CatalogueCache cache)
    {
        this.database = database;
        this.cache = cache;
    }

    /// <summary>Every state of every figure of the units that the actor may read, the newest first.</summary>
    public Task<IReadOnlyList<PublishedRevision>> HistoryAsync(Actor actor, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var catalogue = await cache.RequireAsync(db, cancellationToken);
            var rows = await PublishedRows.AllAsync(db, cancellationToken);
            var current = PublishedRows.Current(rows).Select(row => row.No).ToHashSet();
            return (IReadOnlyList<PublishedRevision>)
            [
                .. rows.Where(row => actor.MayRead(catalogue.Unit(row.Unit))).OrderByDescending(row => row.No)
                    .Select(row => new PublishedRevision(row.No, row.ToFigure(), row.Replaces, current.Contains(row.No), row.IsWithdrawn, row.RecordedBy, row.RecordedAt, row.Reason)),
            ];
        },
        cancellationToken);

    /// <summary>Enters a figure that there is none of yet.</summary>
    public Task AddAsync(Actor actor, PublishedFigure figure, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        PublishedRows.RequireEntry(actor);
        return WriteAsync(
            async (db, catalogue, rows) =>
            {
                Check(catalogue, figure, now);
                if (rows.Exists(row => PublishedKey.Of(row.ToFigure()) == PublishedKey.Of(figure)))
                    throw new StateConflictException($"{PublishedPlan.NameOf(catalogue, figure)}已有公布值，请在列表中更正。");
                await AppendAsync(db, [(figure, null, false, null)], actor, now, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Puts another state in the place of one.</summary>
    /// <param name="no">The state that is corrected; it must still count.</param>
    public Task CorrectAsync(Actor actor, int no, PublishedFigure figure, string reason, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        PublishedRows.RequireEntry(actor);
        var why = PublishedRows.Required(reason, "请填写更正原因");
        return WriteAsync(
            async (db, catalogue, rows) =>
            {
                var known = Standing(rows, no);
                Check(catalogue, figure, now);
                if (known.ToFigure() == figure) throw new StateConflictException("更正后的公布值与现在的完全相同。");
                if (rows.Exists(row => row.No != no && PublishedKey.Of(row.ToFigure()) == PublishedKey.Of(figure)))
                    throw new StateConflictException($"{PublishedPlan.NameOf(catalogue, figure)}已有另一个公布值，请直接更正那一个。");
                await AppendAsync(db, [(figure, no, false, why)], actor, now, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Takes a figure back: it counts no more, its history stays.</summary>
    public Task WithdrawAsync(Actor actor, int no, string reason, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        PublishedRows.RequireEntry(actor);
        var why = PublishedRows.Required(reason, "请填写撤销原因");
        return WriteAsync(
            async (db, _, rows) =>
            {
                await AppendAsync(db, [(Standing(rows, no).ToFigure(), no, true, why)], actor, now, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Takes a whole file or none of it; the same file again changes nothing.</summary>
    /// <param name="reason">Why figures are corrected; may be blank where none is.</param>
    public Task<PublishedCounts> ImportAsync(
        Actor actor, IReadOnlyCollection<PublishedFigure> figures, string? reason, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        PublishedRows.RequireEntry(actor);
        if (figures.DistinctBy(PublishedKey.Of).Count() != figures.Count) throw new StateConflictException("文件里有重复的公布值，请重新预览。");
        return WriteAsync(
            async (db, catalogue, rows) =>
            {
                var standing = rows.GroupBy(row => PublishedKey.Of(row.ToFigure())).ToDictionary(same => same.Key, same => same.Last());
                var kept = standing.ToDictionary(entry => entry.Key, entry => entry.Value.ToFigure());
                var planned = figures.Select(figure => PublishedPlan.Plan(kept, figure)).ToList();
                foreach (var figure in planned.Where(one => one.Effect is not PublishedEffect.Unchanged)) Check(catalogue, figure.Figure, now);
                var why = planned.Exists(one => one.Effect is PublishedEffect.Revised) ? PublishedRows.Required(reason, "文件更正了已有的公布值，请填写更正原因") : null;
                await AppendAsync(
                    db,
                    [
                        .. planned.Where(one => one.Effect is not PublishedEffect.Unchanged)
                            .Select(one => (one.Figure, one.Replaced is null ? null : (int?)standing[PublishedKey.Of(one.Figure)].No, false, one.Replaced is null ? null : why)),
                    ],
                    actor, now, cancellationToken);
                return new PublishedCounts(Count(PublishedEffect.Created), Count(PublishedEffect.Revised), Count(PublishedEffect.Unchanged));

                int Count(PublishedEffect effect) => planned.Count(one => one.Effect == effect);
            },
            cancellationToken);
    }

    /// <summary>Adds states to those that are kept.</summary>
    internal static async Task AppendAsync(
        MetricsDb db, IReadOnlyList<(PublishedFigure Figure, int? Replaces, bool IsWithdrawn, string? Reason)> states, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (states.Count == 0) return;
        var next = (await db.PublishedFigures.MaxAsync(row => (int?)row.No, cancellationToken) ?? -1) + 1;
        db.PublishedFigures.AddRange(states.Select((state, at) => PublishedFigureEntity.Of(state.Figure, next + at, state.Replaces, state.IsWithdrawn, actor.Name, now, state.Reason)));
        await db.SaveChangesAsync(cancellationToken);
    }

    private Task<T> WriteAsync<T>(Func<MetricsDb, Catalogue, List<PublishedFigureEntity>, Task<T>> work, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            await PublishedRows.LockAsync(db, cancellationToken);
            var catalogue = await cache.RequireAsync(db, cancellationToken);
            return await work(db, catalogue, [.. PublishedRows.Current(await PublishedRows.AllAsync(db, cancellationToken))]);
        },
        cancellationToken);

    private static PublishedFigureEntity Standing(List<PublishedFigureEntity> rows, int no) =>
        rows.Find(row => row.No == no) ?? throw new StateConflictException("这个公布值已由他人更正或撤销，请刷新后再试。");

    private static void Check(Catalogue catalogue, PublishedFigure figure, DateTimeOffset now)
    {
        var faults = PublishedRules.Faults(catalogue, figure, ChinaTime.Day(now));
        if (PublishedRules.Document(figure.Document) is { } missing && figure.Document is null) faults = [.. faults, missing];
        if (faults.Count > 0) throw new StateConflictException(string.Concat(faults));
    }
}
