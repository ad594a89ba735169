using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Configurations;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>The holidays and shifted workdays that deadlines and working days go by.</summary>
public sealed class CalendarStore
{
    private readonly MetricsDatabase database;

    internal CalendarStore(MetricsDatabase database) => this.database = database;

    public async Task<WorkCalendar> FindAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        var days = await db.CalendarDays.AsNoTracking().OrderBy(day => day.Date).ToListAsync(cancellationToken);
        return new WorkCalendar(days.Select(day => new CalendarDay(day.Date, day.Kind, day.Name)));
    }

    /// <summary>Fills an empty calendar; returns whether it was empty.</summary>
    public Task<bool> SeedAsync(Actor actor, IReadOnlyCollection<CalendarDay> days, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        return database.WriteAsync(
            async db =>
            {
                if (await db.CalendarDays.AnyAsync(cancellationToken)) return false;
                db.CalendarDays.AddRange(days.Select(day => Row(day, actor, now)));
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Enters days, or changes them; derived cards are asked for anew.</summary>
    public Task SetAsync(Actor actor, IReadOnlyCollection<CalendarDay> days, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        RequireAdministrator(actor);
        foreach (var day in days)
        {
            if (string.IsNullOrWhiteSpace(day.Name) || day.Name.Length > Lengths.Name) throw new StateConflictException($"请填写节日名称（不超过{Lengths.Name}字）。");
            if (day.Date.Year is < 2000 or > 2099) throw new StateConflictException("日期应在2000年至2099年之间。");
        }

        return database.WriteAsync(
            async db =>
            {
                var dates = days.Select(day => day.Date).ToList();
                var known = await db.CalendarDays.Where(day => EF.Parameter(dates).Contains(day.Date)).ToDictionaryAsync(day => day.Date, cancellationToken);
                foreach (var day in days)
                {
                    if (known.TryGetValue(day.Date, out var row)) (row.Kind, row.Name, row.ChangedBy, row.ChangedAt) = (day.Kind, day.Name.Trim(), actor.Name, now);
                    else db.CalendarDays.Add(Row(day, actor, now));
                }

                DerivingRequests.Ask(db, now);
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Takes a day out: it is again what its weekday says. False where it was not entered.</summary>
    public Task<bool> RemoveAsync(Actor actor, DateOnly date, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        RequireAdministrator(actor);
        return database.WriteAsync(
            async db =>
            {
                if (await db.CalendarDays.Where(day => day.Date == date).ExecuteDeleteAsync(cancellationToken) == 0) return false;
                DerivingRequests.Ask(db, now);
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
    }

    private static void RequireAdministrator(Actor actor) =>
        Access.Require(actor.IsSystem || actor.Role is Role.Administrator, "只有管理员可以维护节假日。");

    private static CalendarDayEntity Row(CalendarDay day, Actor actor, DateTimeOffset now) => new()
    {
        Date = day.Date,
        Kind = day.Kind,
        Name = day.Name.Trim(),
        ChangedBy = actor.Name,
        ChangedAt = now,
    };
}
