using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Configurations;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>大事: what happened on a day.</summary>
/// <param name="Indicator">Code of the indicator that it concerns; null for all.</param>
/// <param name="Unit">Code of the unit that it concerns; null for the whole city.</param>
public sealed record EventRow(Guid Id, DateOnly Day, string Text, string? Indicator, string? Unit, string WrittenBy, DateTimeOffset WrittenAt)
{
    /// <summary>Does it help to understand an indicator in a scope?</summary>
    public bool Concerns(string indicator, string unit) => (Indicator is null || Indicator == indicator) && (Unit is null || Unit == unit);
}

/// <summary>大事: what the task force writes down beside the figures. An event is withdrawn, never erased.</summary>
public sealed class EventStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal EventStore(MetricsDatabase database, CatalogueCache cache)
    {
        this.database = database;
        this.cache = cache;
    }

    /// <summary>May the actor write events down and withdraw them?</summary>
    public static bool MayWrite(Actor actor) => actor.IsSystem || actor.Role is Role.CityReviewer or Role.Drafter;

    /// <summary>The events of some days, the first first: those of the whole city for everybody, a unit's for those who may read the unit.</summary>
    public async Task<IReadOnlyList<EventRow>> ListAsync(Actor actor, DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateContextAsync(cancellationToken);
        var readable = Access.Readable(actor, await cache.RequireAsync(db, cancellationToken));
        var rows = await db.Events.AsNoTracking().Where(row => row.Day >= from && row.Day <= to && row.WithdrawnAt == null)
            .OrderBy(row => row.Day).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        return
        [
            .. rows.Where(row => row.Unit is null || readable.Reads(row.Unit)).OrderBy(row => row.Day).ThenBy(row => row.WrittenAt)
                .Select(row => new EventRow(row.Id, row.Day, row.Text, row.Indicator, row.Unit, row.WrittenBy, row.WrittenAt)),
        ];
    }

    /// <summary>Writes an event down.</summary>
    /// <param name="text">1 to 100 characters.</param>
    /// <param name="indicator">Null where it concerns all.</param>
    /// <param name="unit">Null, or the city, where it concerns the whole city.</param>
    /// <exception cref="StateConflictException">No text or too long, a day out of range, an unknown indicator or unit.</exception>
    public Task<Guid> AddAsync(
        Actor actor, DateOnly day, string text, string? indicator, string? unit, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        RequireWriter(actor);
        if (string.IsNullOrWhiteSpace(text) || text.Trim().Length > Lengths.Name) throw new StateConflictException($"请写明是什么事（不超过{Lengths.Name}字）。");
        if (day.Year is < 2000 or > 2099) throw new StateConflictException("日期应在2000年至2099年之间。");
        var id = Guid.NewGuid();
        return database.WriteAsync(
            async db =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                if (indicator is not null && catalogue.FindIndicator(indicator) is null) throw new StateConflictException($"没有指标{Quotation.Of(indicator)}。");
                if (unit is not null && catalogue.FindUnit(unit) is null) throw new StateConflictException($"没有单位{Quotation.Of(unit)}。");
                db.Events.Add(new EventEntity
                {
                    Id = id,
                    Day = day,
                    Text = text.Trim(),
                    Indicator = indicator,
                    Unit = unit == catalogue.City.Code ? null : unit,
                    WrittenBy = actor.Name,
                    WrittenAt = now,
                });
                await db.SaveChangesAsync(cancellationToken);
                return id;
            },
            cancellationToken);
    }

    /// <summary>Withdraws an event: it is no longer shown, and kept.</summary>
    /// <exception cref="StateConflictException">There is none, or it was withdrawn before.</exception>
    public Task WithdrawAsync(Actor actor, Guid id, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        RequireWriter(actor);
        return database.WriteAsync(
            async db =>
            {
                var withdrawn = await db.Events.Where(row => row.Id == id && row.WithdrawnAt == null).ExecuteUpdateAsync(
                    row => row.SetProperty(it => it.WithdrawnBy, actor.Name).SetProperty(it => it.WithdrawnAt, now), cancellationToken);
                return withdrawn == 1 ? withdrawn : throw new StateConflictException("这条大事已经撤销，请刷新页面。");
            },
            cancellationToken);
    }

    private static void RequireWriter(Actor actor) => Access.Require(MayWrite(actor), "大事由市专班登记和撤销。");
}
