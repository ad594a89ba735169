using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>数据源: set up by administrators; their passwords pass through here encrypted and are shown to nobody.</summary>
public sealed class SourceStore
{
    private const string NameTaken = "已经有同名的数据源，请换一个名称。";

    private readonly MetricsDatabase database;

    internal SourceStore(MetricsDatabase database) => this.database = database;

    /// <summary>All sources but those whose tables are only brought by hand, by name.</summary>
    public async Task<IReadOnlyList<SourceRow>> ListAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        SourceAccess.RequireLook(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await RowsAsync(db, db.IntakeSources.Where(source => source.Kind != IntakeSourceEntity.TableKind), cancellationToken);
    }

    /// <summary>One source; null where there is none.</summary>
    public async Task<SourceRow?> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        SourceAccess.RequireLook(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return (await RowsAsync(db, db.IntakeSources.Where(source => source.Id == id), cancellationToken)).SingleOrDefault();
    }

    /// <summary>Adds a source.</summary>
    /// <exception cref="StateConflictException">The name is taken, or the schedule is none.</exception>
    public Task<Guid> AddAsync(Actor actor, SourceSettingsEntry entry, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        SourceAccess.RequireSetUp(actor);
        var name = Checked(entry);
        var id = Guid.CreateVersion7(now);
        return NamedAsync(
            async db =>
            {
                if (await db.IntakeSources.AnyAsync(other => other.Name == name, cancellationToken)) throw new StateConflictException(NameTaken);
                var row = new IntakeSourceEntity { Id = id, Name = name, Kind = entry.Kind, CreatedBy = actor.Name, CreatedAt = now };
                Fill(row, entry, actor, now);
                db.IntakeSources.Add(row);
                await db.SaveChangesAsync(cancellationToken);
                return id;
            },
            cancellationToken);
    }

    /// <summary>Changes a source; its kind stays.</summary>
    /// <param name="version">The version that the person saw.</param>
    /// <exception cref="StateConflictException">Somebody changed it meanwhile, the name is taken, or the schedule is none.</exception>
    public Task ChangeAsync(Actor actor, Guid id, int version, SourceSettingsEntry entry, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        SourceAccess.RequireSetUp(actor);
        var name = Checked(entry);
        return NamedAsync(
            async db =>
            {
                var row = await db.IntakeSources.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new StateConflictException("没有这个数据源，请刷新后再试。");
                if (row.ChangedVersion != version) throw new StateConflictException("别人刚刚改过这个数据源，请刷新后再试。");
                if (await db.IntakeSources.AnyAsync(other => other.Id != id && other.Name == name, cancellationToken)) throw new StateConflictException(NameTaken);
                row.Name = name;
                Fill(row, entry, actor, now);
                await db.SaveChangesAsync(cancellationToken);
                return id;
            },
            cancellationToken);
    }

    /// <summary>May a person start the source now? It is asked before a job is queued.</summary>
    /// <exception cref="StateConflictException">There is none, or a run of it is under way.</exception>
    public async Task<SourceRow> StartingAsync(Actor actor, Guid id, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        SourceAccess.RequireOperate(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        var source = (await RowsAsync(db, db.IntakeSources.Where(source => source.Id == id), cancellationToken)).SingleOrDefault() ?? throw new StateConflictException("没有这个数据源，请刷新后再试。");
        if (!source.Enabled) throw new StateConflictException($"数据源{Quotation.Of(source.Name)}已停用，请管理员启用后再采集。");
        if (await db.Runs.AnyAsync(run => run.SourceId == id && run.State == RunState.Running && run.LeaseUntil >= now, cancellationToken))
            throw new StateConflictException($"数据源{Quotation.Of(source.Name)}正在采集，请等这一批次结束后再试。");
        return source;
    }

    /// <summary>The encrypted password or token; null where there is none.</summary>
    public async Task<string?> SecretAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await db.IntakeSources.Where(source => source.Id == id).Select(source => source.Secret).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The enabled sources that are to be asked now, the longest due first.</summary>
    public async Task<IReadOnlyList<SourceRow>> DueAsync(Actor actor, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return [.. (await RowsAsync(db, db.IntakeSources.Where(source => source.Enabled && source.Schedule != null), cancellationToken))
            .Where(source => source.NextRunAt(now) <= now).OrderBy(source => source.LastRunAt)];
    }

    /// <summary>
    /// The enabled sources that tell of cases regularly, see <see cref="SourceHabit"/>, and have not told of a moment yet: what they know of it is
    /// missing.
    /// </summary>
    public async Task<IReadOnlyList<SourceRow>> SilentAsync(Actor actor, DateTimeOffset moment, CancellationToken cancellationToken = default)
    {
        SourceAccess.RequireLook(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        var regular = await RegularSources.AtAsync(db, moment, cancellationToken);
        return (await RowsAsync(db, db.IntakeSources.Where(source => source.Enabled && source.Kind != IntakeSourceEntity.TableKind), cancellationToken))
            .FindAll(source => regular.Contains(source.Id) && !(source.LastSuccessAt >= moment));
    }

    /// <summary>Tells the task force that a week was closed without what some sources know of its end.</summary>
    public Task<int> TellMissingAsync(Actor actor, ReportingPeriod period, IReadOnlyCollection<string> names, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        return database.WriteAsync(
            async db =>
            {
                await SourceMessages.MissingAsync(db, period, names, now, cancellationToken);
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Records a look that found nothing to take: what was left alone, or why the source cannot be looked at.</summary>
    /// <param name="failure">Null where it can.</param>
    public Task LookedAsync(Actor actor, Guid id, string? notes, string? failure, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        return database.WriteAsync(
            async db =>
            {
                var row = await db.IntakeSources.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new StateConflictException("没有这个数据源。");
                row.LastRunAt = now;
                row.Notes = Cut(failure ?? notes);
                if (failure is null) (row.FailingSince, row.Failures) = (null, 0);
                else (row.FailingSince, row.Failures) = (row.FailingSince ?? now, row.Failures + 1);
                row.Version++;
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>The source of what a program sends by itself, which is added where it is new.</summary>
    public Task<Guid> PushedAsync(Actor actor, string name, string kind, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        var id = Guid.CreateVersion7(now);
        return database.WriteOrFindAsync(
            async db =>
            {
                if (await db.IntakeSources.Where(row => row.Name == name).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken) is { } known) return known;
                db.IntakeSources.Add(new IntakeSourceEntity { Id = id, Name = name, Kind = kind, Enabled = true, CreatedBy = actor.Name, CreatedAt = now });
                await db.SaveChangesAsync(cancellationToken);
                return id;
            },
            cancellationToken);
    }

    private async Task<Guid> NamedAsync(Func<MetricsDb, Task<Guid>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(work, cancellationToken);
        }
        catch (DbUpdateException fault) when (UniqueKeys.Refused(fault))
        {
            throw new StateConflictException(NameTaken, fault);
        }
    }

    private static string Checked(SourceSettingsEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Schedule is { Length: > 0 } text && !SourceSchedule.TryParse(text, out _))
            throw new StateConflictException($"采集时间{Quotation.Of(text)}不对：写每天的钟点，如 02:00 08:30；或每隔几分钟，如 */5。");
        return IntakeMappingStore.SourceName(entry.Name);
    }

    private static void Fill(IntakeSourceEntity row, SourceSettingsEntry entry, Actor actor, DateTimeOffset now)
    {
        row.Enabled = entry.Enabled;
        row.Schedule = SourceSchedule.TryParse(entry.Schedule, out var schedule) ? schedule.Text : null;

        // Other settings may mean other data: the source is asked from the beginning again.
        if (row.Settings != entry.Settings) row.Cursor = null;
        row.Settings = entry.Settings;
        row.Secret = entry.Secret is null ? row.Secret : entry.Secret.Length > 0 ? entry.Secret : null;
        (row.ChangedBy, row.ChangedAt) = (actor.Name, now);
        row.ChangedVersion++;
        row.Version++;
    }

    private static string? Cut(string? notes) => notes is { Length: > Configurations.Lengths.DeliveryText } ? notes[..Configurations.Lengths.DeliveryText] : notes;

    private static async Task<List<SourceRow>> RowsAsync(MetricsDb db, IQueryable<IntakeSourceEntity> sources, CancellationToken cancellationToken) =>
        await sources.AsNoTracking().OrderBy(source => source.Name).Select(source => new SourceRow(
            source.Id, source.Name, source.Kind, source.Enabled, source.Schedule, source.Settings, source.Secret != null, source.Cursor, source.LastRunAt, source.LastSuccessAt,
            source.FailingSince, source.Failures, source.Notes, db.HeldCases.Count(held => held.SourceId == source.Id), source.ChangedBy, source.ChangedAt, source.ChangedVersion)).ToListAsync(cancellationToken);
}
