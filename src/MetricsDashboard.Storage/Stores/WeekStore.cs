using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

public sealed class WeekStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;
    private readonly Recomputation recomputation;

    internal WeekStore(MetricsDatabase database, CatalogueCache cache, Recomputation recomputation)
    {
        this.database = database;
        this.cache = cache;
        this.recomputation = recomputation;
    }

    /// <summary>All weeks, the oldest first.</summary>
    public async Task<IReadOnlyList<WeekRow>> ListAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return [.. (await db.Weeks.AsNoTracking().OrderBy(week => week.Week).ToListAsync(cancellationToken)).Select(Row)];
    }

    public async Task<WeekRow?> FindAsync(Actor actor, ReportingWeek week, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await db.Weeks.AsNoTracking().SingleOrDefaultAsync(row => row.Week == week.Key, cancellationToken) is { } row ? Row(row) : null;
    }

    /// <summary>Opens a week for reporting and writes down who owes what. Opening it again only adds duties that are new.</summary>
    public Task<WeekRow> OpenAsync(Actor actor, ReportingWeek week, DateTimeOffset dueAt, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.Require(actor.IsSystem || actor.Role is Role.Administrator, "只有系统和管理员可以开放统计周。");
        return database.WriteAsync(
            async db =>
            {
                await MetricsDatabase.LockWeeksAsync(db, week.Key, week.Key, cancellationToken);
                if (await InstallationStore.FindAsync(db, cancellationToken) is { } installation && week < installation.FirstWeek)
                    throw new StateConflictException($"统计周早于系统的首个统计周（{WeekText.FullPeriod(installation.FirstWeek)}）。");
                var row = await db.Weeks.SingleOrDefaultAsync(row => row.Week == week.Key, cancellationToken);
                if (row is { State: WeekState.Closed }) return Row(row);
                if (row is null) db.Weeks.Add(row = new WeekEntity { Week = week.Key, State = WeekState.Open, DueAt = dueAt, OpenedAt = now });
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                var known = await db.Duties.Where(duty => duty.Week == week.Key).Select(duty => new { duty.Unit, duty.Form }).ToListAsync(cancellationToken);
                var duties = catalogue.Forms.SelectMany(form => catalogue.AskedUnits(form, week).Select(unit => new { Unit = unit.Code, Form = form.Code })).Except(known)
                    .Select(duty => new DutyEntity { Week = week.Key, Unit = duty.Unit, Form = duty.Form, DueAt = dueAt }).ToList();
                await db.SaveChangesAsync(cancellationToken);
                await database.InsertAsync(db, duties, cancellationToken);
                await recomputation.RunAsync(db, catalogue, week.Key, int.MaxValue, write: true, now, cancellationToken);
                return Row(row);
            },
            cancellationToken);
    }

    /// <summary>
    /// Locks a week: writes the system's own observations, recomputes, gives the issue its number and freezes an edition. Submissions that
    /// still wait for review stop it, unless overridden: then they count as not reported.
    /// </summary>
    public Task<CloseOutcome> CloseAsync(
        Actor actor, ReportingWeek week, DateTimeOffset now, bool overridePending = false, CancellationToken cancellationToken = default)
    {
        Access.Require(actor.IsSystem || actor.Role is Role.Drafter, "只有系统和市专班负责人可以关闭统计周。");
        return database.WriteAsync(
            async db =>
            {
                await MetricsDatabase.LockWeeksAsync(db, week.Key, int.MaxValue, cancellationToken);
                var row = await db.Weeks.SingleOrDefaultAsync(row => row.Week == week.Key, cancellationToken)
                    ?? throw new StateConflictException("这一周还没有开放。");
                if (row.State is WeekState.Closed) return new CloseOutcome(CloseStatus.AlreadyClosed, Row(row), []);
                if (await db.Weeks.AnyAsync(earlier => earlier.Week < week.Key && earlier.State == WeekState.Open, cancellationToken))
                    throw new StateConflictException("更早的统计周还没有关闭，期号不能跳过。");
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                var pending = await SubmissionRows.QueryAsync(
                    db, catalogue, submission => submission.Week == week.Key && submission.State == SubmissionState.Submitted, cancellationToken);
                if (pending.Count > 0 && !overridePending) return new CloseOutcome(CloseStatus.Pending, Row(row), pending);
                await CloseWeek.ObserveAsync(database, db, catalogue, week, actor, now, cancellationToken);
                await recomputation.RunAsync(db, catalogue, week.Key, int.MaxValue, write: true, now, cancellationToken);
                await CloseWeek.NumberAsync(db, row, week, cancellationToken);
                row.State = WeekState.Closed;
                row.ClosedAt = now;
                await db.SaveChangesAsync(cancellationToken);
                await CloseWeek.FreezeAsync(database, db, week, now, cancellationToken);
                return new CloseOutcome(CloseStatus.Closed, Row(row), pending);
            },
            cancellationToken);
    }

    /// <summary>The duties of a week that the actor may see, of one unit or of all.</summary>
    public Task<IReadOnlyList<DutyRow>> DutiesAsync(Actor actor, ReportingWeek week, string? unit = null, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            async db =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                if (unit is not null) Access.RequireRead(actor, catalogue.FindUnit(unit) ?? throw new StateConflictException($"没有代码为“{unit}”的单位。"));
                var duties = await DutyRows.QueryAsync(db, catalogue, week.Key, unit, cancellationToken);
                return (IReadOnlyList<DutyRow>)[.. duties.Where(duty => actor.MayRead(duty.Unit))];
            },
            cancellationToken);

    internal static WeekRow Row(WeekEntity row) =>
        new(ReportingWeek.FromKey(row.Week), row.State, row.Issue, row.TotalIssue, row.DueAt, row.OpenedAt, row.ClosedAt);
}
