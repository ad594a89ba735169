using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>
/// 采集批次: one at a time for each source. Whoever works on a run renews its lease with every batch; a run whose worker died is given up by the
/// next one, and what it had stored is unchanged then.
/// </summary>
public sealed class RunStore
{
    /// <summary>A worker that has stored nothing for so long is dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    internal const string Interrupted = "处理中断（程序停止或重新启动），已存入的部分保留，会自动重新采集。";

    private const string LongCursor = "来源给出的增量值过长，没有保存，下次从上一次的起点再取。请核对数据源里增量的依据字段或增量值的路径。";

    private readonly MetricsDatabase database;

    internal RunStore(MetricsDatabase database) => this.database = database;

    /// <summary>Begins a run; null where another of the source is under way.</summary>
    public Task<Guid?> StartAsync(Actor actor, Guid source, RunTrigger trigger, string? fileName, string startedBy, int? expected, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        var id = Guid.CreateVersion7(now);
        return database.WriteAsync<Guid?>(
            async db =>
            {
                // The row of the source orders those who begin at the same time.
                // Rows that waited here, and files that a person brought, say nothing of when the source was asked.
                var found = await db.IntakeSources.Where(row => row.Id == source).ExecuteUpdateAsync(
                    update => update.SetProperty(row => row.LastRunAt, row => trigger == RunTrigger.Terms || (trigger == RunTrigger.Upload && row.Schedule != null) ? row.LastRunAt : now).SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
                if (found == 0) throw new StateConflictException("没有这个数据源。");
                await GiveUpAsync(db, db.Runs.Where(run => run.SourceId == source && run.State == RunState.Running && run.LeaseUntil < now), now, cancellationToken);
                if (await db.Runs.AnyAsync(run => run.SourceId == source && run.State == RunState.Running, cancellationToken)) return null;
                db.Runs.Add(new RunEntity
                {
                    Id = id,
                    SourceId = source,
                    Trigger = trigger,
                    FileName = fileName is { Length: > Configurations.Lengths.FileName } ? fileName[..Configurations.Lengths.FileName] : fileName,
                    State = RunState.Running,
                    StartedAt = now,
                    StartedBy = startedBy,
                    LeaseUntil = now + Lease,
                    Expected = expected,
                });
                await db.SaveChangesAsync(cancellationToken);
                return id;
            },
            cancellationToken);
    }

    /// <summary>Ends a run, unless it was ended meanwhile. Done moves the source's cursor; failing counts, until a run is done again.</summary>
    /// <returns>How it ended: cancelled where a person said so meanwhile.</returns>
    public Task<RunRow> FinishAsync(Actor actor, Guid run, RunEnd end, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        return database.WriteAsync(
            async db =>
            {
                var row = await db.Runs.SingleOrDefaultAsync(row => row.Id == run, cancellationToken) ?? throw new StateConflictException("没有这个采集批次。");
                if (row.State is RunState.Running)
                {
                    var isCancelled = row.CancelledBy is not null && end.State is not RunState.Done;
                    row.State = isCancelled ? RunState.Cancelled : end.State;
                    row.Message = isCancelled ? null : Cut(end.Message);
                    row.FinishedAt = now;
                    row.UploadId = end.UploadId;
                    if (end.Counts is { } counts)
                        (row.Read, row.Created, row.Revised, row.Unchanged, row.Held, row.Rejected) = (counts.Read, counts.Created, counts.Revised, counts.Unchanged, counts.Held, counts.Rejected);
                    await TellSourceAsync(db, row, end.Cursor, now, cancellationToken);
                    await db.SaveChangesAsync(cancellationToken);
                }

                return (await RowsAsync(db, db.Runs.Where(other => other.Id == run), cancellationToken)).Single();
            },
            cancellationToken);
    }

    /// <summary>Asks whoever works on a run to stop after the batch at hand.</summary>
    public async Task CancelAsync(Actor actor, Guid run, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        SourceAccess.RequireOperate(actor);
        var count = await database.WriteAsync(
            db => db.Runs.Where(row => row.Id == run && row.State == RunState.Running && row.CancelledBy == null).ExecuteUpdateAsync(
                update => update.SetProperty(row => row.CancelledBy, actor.Name), cancellationToken),
            cancellationToken);
        if (count == 0) throw new StateConflictException("这个采集批次已经结束，或已有人取消。");
    }

    /// <summary>The embedded database has one process: whatever runs there died with the last one.</summary>
    public Task<int> ReleaseAsync(Actor actor, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        return database.WriteAsync(db => AskAgainAsync(db, db.Runs.Where(run => run.State == RunState.Running), now, cancellationToken), cancellationToken);
    }

    /// <summary>Gives up the runs whose workers are dead; their sources are due at once.</summary>
    public Task<int> GiveUpDeadAsync(Actor actor, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        return database.WriteAsync(db => AskAgainAsync(db, db.Runs.Where(run => run.State == RunState.Running && run.LeaseUntil < now), now, cancellationToken), cancellationToken);
    }

    /// <summary>The runs, newest first.</summary>
    public async Task<IReadOnlyList<RunRow>> ListAsync(Actor actor, RunFilter filter, int take, CancellationToken cancellationToken = default)
    {
        SourceAccess.RequireLook(actor);
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await database.CreateContextAsync(cancellationToken);
        var runs = db.Runs.AsQueryable();
        if (filter.Source is { } source) runs = runs.Where(run => run.SourceId == source);
        if (filter.State is { } state) runs = runs.Where(run => run.State == state);
        return await RowsAsync(db, runs.OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id).Take(take), cancellationToken);
    }

    /// <summary>One run; null where there is none.</summary>
    public async Task<RunRow?> FindAsync(Actor actor, Guid run, CancellationToken cancellationToken = default)
    {
        SourceAccess.RequireLook(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return (await RowsAsync(db, db.Runs.Where(row => row.Id == run), cancellationToken)).SingleOrDefault();
    }

    /// <summary>The rejected rows of a run after a number, in their order.</summary>
    public async Task<IReadOnlyList<RejectedRow>> RejectedAsync(Actor actor, Guid run, int after, int take, CancellationToken cancellationToken = default)
    {
        SourceAccess.RequireLook(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await db.RunRejects.Where(row => row.RunId == run && row.No > after).OrderBy(row => row.No).Take(take)
            .Select(row => new RejectedRow(row.No, row.Place, row.Text, row.Message)).ToListAsync(cancellationToken);
    }

    private static async Task TellSourceAsync(MetricsDb db, RunEntity run, string? cursor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (run.Trigger is RunTrigger.Terms) return;
        var source = await db.IntakeSources.SingleAsync(row => row.Id == run.SourceId, cancellationToken);
        if (run.Trigger is RunTrigger.Upload && (source.Schedule is not null || await db.Runs.AnyAsync(other => other.SourceId == run.SourceId && other.Trigger != RunTrigger.Upload, cancellationToken))) return;
        source.Version++;
        if (run.State is RunState.Done)
        {
            // What was asked at its beginning is known up to its beginning.
            if (source.LastSuccessAt is not { } last || last < run.StartedAt) source.LastSuccessAt = run.StartedAt;
            (source.FailingSince, source.Failures) = (null, 0);
            if (cursor is { Length: <= Configurations.Lengths.Cursor }) source.Cursor = cursor;
            else if (cursor is not null) run.Message ??= LongCursor;
        }
        else if (run.State is RunState.Failed)
        {
            source.FailingSince ??= now;
            source.Failures++;
        }
    }

    private static async Task<int> AskAgainAsync(MetricsDb db, IQueryable<RunEntity> runs, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.IntakeSources.Where(source => runs.Any(run => run.SourceId == source.Id))
            .ExecuteUpdateAsync(update => update.SetProperty(source => source.LastRunAt, (DateTimeOffset?)null), cancellationToken);
        return await GiveUpAsync(db, runs, now, cancellationToken);
    }

    private static Task<int> GiveUpAsync(MetricsDb db, IQueryable<RunEntity> runs, DateTimeOffset now, CancellationToken cancellationToken) => runs.ExecuteUpdateAsync(
        update => update.SetProperty(run => run.State, RunState.Failed).SetProperty(run => run.FinishedAt, now).SetProperty(run => run.Message, Interrupted), cancellationToken);

    private static async Task<List<RunRow>> RowsAsync(MetricsDb db, IQueryable<RunEntity> runs, CancellationToken cancellationToken) =>
        (await runs.AsNoTracking().Join(db.IntakeSources, run => run.SourceId, source => source.Id, (run, source) => new { run, source.Name }).ToListAsync(cancellationToken))
        .OrderByDescending(row => row.run.StartedAt).ThenByDescending(row => row.run.Id).Select(row => new RunRow(
            row.run.Id, row.run.SourceId, row.Name, row.run.Trigger, row.run.FileName, row.run.State, row.run.StartedAt, row.run.FinishedAt, row.run.StartedBy, row.run.CancelledBy,
            row.run.Expected, Counts(row.run), row.run.Message, row.run.UploadId)).ToList();

    internal static IntakeCounts Counts(RunEntity run) => new(run.Read, run.Created, run.Revised, run.Unchanged, run.Held, run.Rejected);

    private static string? Cut(string? message) => message is { Length: > Configurations.Lengths.MessageText } ? message[..Configurations.Lengths.MessageText] : message;
}
