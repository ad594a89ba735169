using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Configurations;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>What each unit owes, by when, and what came of it.</summary>
public sealed class DutyStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal DutyStore(MetricsDatabase database, CatalogueCache cache)
    {
        this.database = database;
        this.cache = cache;
    }

    /// <summary>The duties of a week that the actor may see, of one unit or of all.</summary>
    public Task<IReadOnlyList<DutyRow>> OfWeekAsync(Actor actor, ReportingWeek week, string? unit = null, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            async db =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                if (unit is not null) Access.RequireRead(actor, catalogue.FindUnit(unit) ?? throw new StateConflictException($"没有代码为“{unit}”的单位。"));
                var duties = await DutyRows.QueryAsync(db, catalogue, week.Key, unit, cancellationToken);
                return (IReadOnlyList<DutyRow>)[.. duties.Where(duty => actor.MayRead(duty.Unit))];
            },
            cancellationToken);

    /// <summary>The duties of the weeks from one to another, both included, that the actor may see, the oldest first.</summary>
    public Task<IReadOnlyList<DutyRow>> OfWeeksAsync(Actor actor, ReportingWeek from, ReportingWeek to, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var duties = await DutyRows.BetweenAsync(db, await cache.RequireAsync(db, cancellationToken), from.Key, to.Key, cancellationToken);
            return (IReadOnlyList<DutyRow>)[.. duties.Where(duty => actor.MayRead(duty.Unit))];
        },
        cancellationToken);

    /// <summary>What every unit that may still be late owes: the duties of all weeks that nothing counts for yet, the oldest first.</summary>
    public Task<IReadOnlyList<DutyRow>> OutstandingAsync(Actor actor, string? unit = null, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var catalogue = await cache.RequireAsync(db, cancellationToken);
            if (unit is not null) Access.RequireRead(actor, catalogue.FindUnit(unit) ?? throw new StateConflictException($"没有代码为“{unit}”的单位。"));
            var duties = await DutyRows.OutstandingAsync(db, catalogue, unit, cancellationToken);
            return (IReadOnlyList<DutyRow>)[.. duties.Where(duty => actor.MayRead(duty.Unit))];
        },
        cancellationToken);

    /// <summary>Grants a unit a later due time for a week, with the reason; again, it replaces the earlier one.</summary>
    public Task ExtendAsync(
        Actor actor, ReportingWeek week, string unit, DateTimeOffset until, string reason, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.Require(actor.IsSystem || actor.Role is Role.CityReviewer or Role.Drafter, "只有市专班可以批准延期。");
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > Lengths.Reason) throw new StateConflictException($"请填写延期原因（不超过{Lengths.Reason}字）。");
        return database.WriteAsync(
            async db =>
            {
                await MetricsDatabase.LockWeeksAsync(db, week.Key, week.Key, cancellationToken);
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                var granted = catalogue.FindUnit(unit) ?? throw new StateConflictException($"没有代码为“{unit}”的单位。");
                var row = await db.Weeks.AsNoTracking().SingleOrDefaultAsync(row => row.Week == week.Key, cancellationToken)
                    ?? throw new StateConflictException("这一周还没有开放。");
                if (!await db.Duties.AnyAsync(duty => duty.Week == week.Key && duty.Unit == unit, cancellationToken))
                    throw new StateConflictException($"{granted.ShortName}这一周没有应报任务。");
                if (until <= row.DueAt) throw new StateConflictException("延期后的时间应晚于原定的报送时间。");
                if (until <= now) throw new StateConflictException("延期后的时间已经过去。");
                var extension = await db.Extensions.SingleOrDefaultAsync(found => found.Week == week.Key && found.Unit == unit, cancellationToken);
                if (extension is null) db.Extensions.Add(extension = new ExtensionEntity { Week = week.Key, Unit = unit, Reason = "", GrantedBy = "" });
                (extension.Until, extension.Reason, extension.GrantedBy, extension.GrantedAt) = (until, reason.Trim(), actor.Name, now);
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>The extensions of a week that the actor may see.</summary>
    public Task<IReadOnlyList<Extension>> ExtensionsAsync(Actor actor, ReportingWeek week, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var catalogue = await cache.RequireAsync(db, cancellationToken);
            var rows = await db.Extensions.AsNoTracking().Where(extension => extension.Week == week.Key).ToListAsync(cancellationToken);
            return (IReadOnlyList<Extension>)
            [
                .. rows.Select(row => new Extension(catalogue.Unit(row.Unit), week, row.Until, row.Reason, row.GrantedBy, row.GrantedAt))
                    .Where(extension => actor.MayRead(extension.Unit)).OrderBy(extension => extension.Unit.Order),
            ];
        },
        cancellationToken);
}
