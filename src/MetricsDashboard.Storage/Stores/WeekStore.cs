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

    /// <summary>
    /// Differs whenever anything of any week was written: every such write counts its week up, so the week table itself tells open pages
    /// of changes, on one node or several.
    /// </summary>
    public async Task<int> StampAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await db.Weeks.SumAsync(week => week.Version + 1, cancellationToken);
    }

    /// <summary>The week by which the period of a week is known.</summary>
    public async Task<ReportingWeek> KeyOfAsync(Actor actor, ReportingWeek week, CancellationToken cancellationToken = default) =>
        await FindAsync(actor, week, cancellationToken) is { } row ? row.Week : week;

    /// <summary>The period that a week belongs to; null where it was not opened.</summary>
    public async Task<WeekRow?> FindAsync(Actor actor, ReportingWeek week, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await db.Weeks.AsNoTracking().Where(row => row.Week <= week.Key && row.LastWeek >= week.Key)
            .OrderByDescending(row => row.Week).FirstOrDefaultAsync(cancellationToken) is { } row ? Row(row) : null;
    }

    /// <summary>Opens a period for reporting and writes down who owes what. Opening it again only adds duties that are new.</summary>
    public Task<WeekRow> OpenAsync(Actor actor, PeriodHours hours, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var week = hours.Period.First;
        Access.Require(actor.IsSystem || actor.Role is Role.Administrator, "只有系统和管理员可以开放统计周。");
        return database.WriteAsync(
            async db =>
            {
                await MetricsDatabase.LockWeeksAsync(db, week.Key, week.Key, cancellationToken);
                if (await InstallationStore.FindAsync(db, cancellationToken) is { } installation && week < installation.FirstWeek)
                    throw new StateConflictException($"统计周早于系统的首个统计周（{WeekText.FullPeriod(installation.FirstWeek)}）。");
                var row = await db.Weeks.SingleOrDefaultAsync(row => row.Week == week.Key, cancellationToken);
                if (row is { State: WeekState.Closed }) return Row(row);
                if (row is null) db.Weeks.Add(row = await OpenedAsync(db, hours, now, cancellationToken));
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                var known = await db.Duties.Where(duty => duty.Week == week.Key).Select(duty => new { duty.Unit, duty.Form }).ToListAsync(cancellationToken);
                var duties = catalogue.Forms.SelectMany(form => catalogue.AskedUnits(form, week).Select(unit => new { Unit = unit.Code, Form = form.Code })).Except(known)
                    .Select(duty => new DutyEntity { Week = week.Key, Unit = duty.Unit, Form = duty.Form, DueAt = row.DueAt }).ToList();
                await db.SaveChangesAsync(cancellationToken);
                await database.InsertAsync(db, duties, cancellationToken);
                await recomputation.RunAsync(db, catalogue, week.Key, int.MaxValue, write: true, now, cancellationToken);
                return Row(row);
            },
            cancellationToken);
    }

    /// <summary>
    /// Brings the hours of open weeks in line with a changed calendar or changed settings. Which weeks are merged follows too, until the
    /// first form of the period was sent or the week after it was opened. Returns how many weeks changed.
    /// </summary>
    public Task<int> RetimeAsync(Actor actor, Timetable timetable, CancellationToken cancellationToken = default)
    {
        Access.Require(actor.IsSystem || actor.Role is Role.Administrator, "只有系统和管理员可以调整报送时间。");
        return database.WriteAsync(
            async db =>
            {
                var changed = 0;
                foreach (var row in await db.Weeks.Where(row => row.State == WeekState.Open).OrderBy(row => row.Week).ToListAsync(cancellationToken))
                {
                    var period = await PeriodAsync(db, row, timetable, cancellationToken);
                    var hours = timetable.Of(period);
                    if (Hours(row) == (period == Periods.Of(row) ? hours with { Holidays = row.Holidays ?? "" } : hours)) continue;
                    if (period != Periods.Of(row)) (row.LastWeek, row.Holidays) = (period.Last.Key, hours.Holidays.Length == 0 ? null : hours.Holidays);
                    (row.OpensAt, row.DueAt, row.CountyReviewAt, row.CityReviewAt, row.LockAt) =
                        (hours.OpensAt, hours.DueAt, hours.CountyReviewAt, hours.CityReviewAt, hours.LockAt);
                    row.Version++;
                    await db.Duties.Where(duty => duty.Week == row.Week).ExecuteUpdateAsync(
                        update => update.SetProperty(duty => duty.DueAt, hours.DueAt), cancellationToken);
                    changed++;
                }

                await db.SaveChangesAsync(cancellationToken);
                return changed;
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
                if (now < row.LockAt)
                    throw new StateConflictException($"锁定时间是{WeekText.Day(ChinaTime.Day(row.LockAt))}{row.LockAt.ToOffset(ChinaTime.Offset):HH:mm}，在此之前各单位还可以报送。");
                if (await db.Weeks.AnyAsync(earlier => earlier.Week < week.Key && earlier.State == WeekState.Open, cancellationToken))
                    throw new StateConflictException("更早的统计周还没有关闭，期号不能跳过。");
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                var pending = await SubmissionRows.QueryAsync(
                    db, catalogue, submission => submission.Week == week.Key && submission.State == SubmissionState.Submitted, cancellationToken);
                if (pending.Count > 0 && !overridePending) return new CloseOutcome(CloseStatus.Pending, Row(row), pending);
                await CloseWeek.ObserveAsync(database, db, catalogue, week, actor, now, cancellationToken);
                await recomputation.RunAsync(db, catalogue, week.Key, int.MaxValue, write: true, now, cancellationToken);
                await CloseWeek.NumberAsync(db, row, Periods.Of(row), cancellationToken);
                row.State = WeekState.Closed;
                row.ClosedAt = now;
                row.OverriddenBy = pending.Count > 0 ? actor.Name : null;
                await db.SaveChangesAsync(cancellationToken);
                await CloseWeek.FreezeAsync(database, db, week, now, cancellationToken);
                return new CloseOutcome(CloseStatus.Closed, Row(row), pending);
            },
            cancellationToken);
    }

    private static async Task<ReportingPeriod> PeriodAsync(MetricsDb db, WeekEntity row, Timetable timetable, CancellationToken cancellationToken)
    {
        var opened = Periods.Of(row);
        var wanted = timetable.PeriodOf(opened.First, opened.First);
        if (wanted == opened) return opened;
        var isFixed = await db.Submissions.AnyAsync(sent => sent.Week == row.Week, cancellationToken) || await db.Weeks.AnyAsync(later => later.Week > row.Week, cancellationToken);
        return isFixed ? opened : wanted;
    }

    internal static WeekRow Row(WeekEntity row) => new(Hours(row), row.State, row.Issue, row.TotalIssue, row.OpenedAt, row.ClosedAt, row.OverriddenBy, row.Version);

    private static PeriodHours Hours(WeekEntity row) => new(Periods.Of(row), row.OpensAt, row.DueAt, row.CountyReviewAt, row.CityReviewAt, row.LockAt, row.Holidays ?? "");

    private static async Task<WeekEntity> OpenedAsync(MetricsDb db, PeriodHours hours, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (first, last) = (hours.Period.First.Key, hours.Period.Last.Key);
        if (await db.Weeks.AnyAsync(other => other.Week <= last && other.LastWeek >= first, cancellationToken))
            throw new StateConflictException($"{WeekText.FullPeriod(hours.Period)}与已经开放的统计周重叠。");
        return new WeekEntity
        {
            Week = first,
            LastWeek = last,
            State = WeekState.Open,
            OpensAt = hours.OpensAt,
            DueAt = hours.DueAt,
            CountyReviewAt = hours.CountyReviewAt,
            CityReviewAt = hours.CityReviewAt,
            LockAt = hours.LockAt,
            Holidays = hours.Holidays.Length == 0 ? null : hours.Holidays,
            OpenedAt = now,
        };
    }
}
