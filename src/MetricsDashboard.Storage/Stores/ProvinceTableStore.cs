using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Published;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>省通报全表: whole provincial tables with their documents, append-only like the single figures. There is one for an indicator and period.</summary>
public sealed class ProvinceTableStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal ProvinceTableStore(MetricsDatabase database, CatalogueCache cache)
    {
        this.database = database;
        this.cache = cache;
    }

    /// <summary>Every state of the tables, the newest period first; none for an actor who may not read the whole city's figures.</summary>
    /// <param name="indicator">Only of this indicator; null for all.</param>
    public Task<IReadOnlyList<TableRevision>> ListAsync(Actor actor, string? indicator, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var catalogue = await cache.RequireAsync(db, cancellationToken);
            if (!actor.MayRead(catalogue.City)) return (IReadOnlyList<TableRevision>)[];
            var tables = await db.ProvinceTables.AsNoTracking().Where(row => indicator == null || row.Indicator == indicator).ToListAsync(cancellationToken);
            var places = (await db.ProvincePlaces.AsNoTracking().Where(place => db.ProvinceTables.Any(row => row.No == place.TableNo && (indicator == null || row.Indicator == indicator)))
                .ToListAsync(cancellationToken)).ToLookup(place => place.TableNo);
            var replaced = tables.Where(row => row.Replaces is not null).Select(row => row.Replaces!.Value).ToHashSet();
            return
            [
                .. tables.Select(row => new TableRevision(
                        row.No, row.ToTable(places[row.No]), row.Replaces, !row.IsWithdrawn && !replaced.Contains(row.No), row.IsWithdrawn, row.RecordedBy, row.RecordedAt, row.Reason))
                    .OrderByDescending(row => row.Table.Period).ThenByDescending(row => row.No),
            ];
        },
        cancellationToken);

    /// <summary>
    /// Enters a table, or corrects the one of the same indicator and period; the same table again changes nothing. Our own row also becomes the
    /// single published figure, where there is none yet, and follows the table as long as nobody entered it otherwise.
    /// </summary>
    /// <param name="received">The week in which the document came in; null where that is not known.</param>
    /// <param name="reason">Why it is corrected, or what was found about what is remarkable in it; may be blank where neither is the case.</param>
    public Task<PublishedEffect> EnterAsync(
        Actor actor, ProvinceTable table, ReportingWeek? received, string? reason, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        PublishedRows.RequireEntry(actor);
        return database.WriteAsync(
            async db =>
            {
                await PublishedRows.LockAsync(db, cancellationToken);
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                var own = Check(catalogue, table, received, now);
                var known = await FindAsync(db, table.Indicator, table.Period, cancellationToken);
                var before = known is null ? [] : await PlacesAsync(db, known.No, cancellationToken);
                if (known is not null && known.ToTable(before).SaysTheSameAs(table)) return PublishedEffect.Unchanged;
                var standing = await SingleAsync(db, own, cancellationToken);
                var single = standing?.ToFigure();
                var isRemarkable = ProvinceTableRemarks.Of(catalogue.Indicator(table.Indicator), catalogue.City, table, single).Count > 0;
                var why = known is not null ? PublishedRows.Required(reason, "这一时段已有省通报全表，请填写更正原因")
                    : isRemarkable ? PublishedRows.Required(reason, "表中有需要核对的地方，请说明核对情况")
                    : null;
                await AppendAsync(db, table, known?.No, isWithdrawn: false, actor, now, why, cancellationToken);
                var isOurs = standing is not null && known is not null && single == known.ToTable(before).OwnFigure(catalogue.City, single!.Received);
                if (single is null || (isOurs && single != own)) await PublishedFigureStore.AppendAsync(db, [(own, standing?.No, false, standing is null ? null : why)], actor, now, cancellationToken);
                return known is null ? PublishedEffect.Created : PublishedEffect.Revised;
            },
            cancellationToken);
    }

    /// <summary>Takes a table back, and with it the single figure that says the same of us: they count no more, their history stays.</summary>
    public Task WithdrawAsync(Actor actor, int no, string reason, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        PublishedRows.RequireEntry(actor);
        var why = PublishedRows.Required(reason, "请填写撤销原因");
        return database.WriteAsync(
            async db =>
            {
                await PublishedRows.LockAsync(db, cancellationToken);
                var known = await db.ProvinceTables.AsNoTracking().SingleOrDefaultAsync(row => row.No == no && !row.IsWithdrawn, cancellationToken);
                if (known is null || await db.ProvinceTables.AnyAsync(row => row.Replaces == no, cancellationToken))
                    throw new StateConflictException("这张省通报全表已由他人更正或撤销，请刷新后再试。");
                var table = known.ToTable(await PlacesAsync(db, no, cancellationToken));
                await AppendAsync(db, table, no, isWithdrawn: true, actor, now, why, cancellationToken);
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                if (table.OwnFigure(catalogue.City, null) is not { } own || await SingleAsync(db, own, cancellationToken) is not { } standing) return true;
                var single = standing.ToFigure();
                if (single == table.OwnFigure(catalogue.City, single.Received)) await PublishedFigureStore.AppendAsync(db, [(single, standing.No, true, why)], actor, now, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>The single figure of the same indicator, scope and period that counts; null for none.</summary>
    private static async Task<PublishedFigureEntity?> SingleAsync(MetricsDb db, PublishedFigure own, CancellationToken cancellationToken) =>
        PublishedRows.Current(await PublishedRows.AllAsync(db, cancellationToken)).FirstOrDefault(row => PublishedKey.Of(row.ToFigure()) == PublishedKey.Of(own));

    private static async Task AppendAsync(
        MetricsDb db, ProvinceTable table, int? replaces, bool isWithdrawn, Actor actor, DateTimeOffset now, string? reason, CancellationToken cancellationToken)
    {
        var no = (await db.ProvinceTables.MaxAsync(row => (int?)row.No, cancellationToken) ?? 0) + 1;
        db.ProvinceTables.Add(new ProvinceTableEntity
        {
            No = no,
            Indicator = table.Indicator,
            PeriodKind = table.Period.Kind,
            Period = table.Period.Text,
            Document = table.Document,
            Average = table.Average,
            Replaces = replaces,
            IsWithdrawn = isWithdrawn,
            RecordedBy = actor.Name,
            RecordedAt = now,
            Reason = reason,
        });
        db.ProvincePlaces.AddRange(table.Rows.Select((row, at) => new ProvincePlaceEntity { TableNo = no, Line = at + 1, Place = row.Place, Value = row.Value, Rank = row.Rank }));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static Task<ProvinceTableEntity?> FindAsync(MetricsDb db, string indicator, FigurePeriod period, CancellationToken cancellationToken) =>
        db.ProvinceTables.AsNoTracking().SingleOrDefaultAsync(
            row => row.Indicator == indicator && row.PeriodKind == period.Kind && row.Period == period.Text && !row.IsWithdrawn && !db.ProvinceTables.Any(later => later.Replaces == row.No),
            cancellationToken);

    private static async Task<List<ProvincePlaceEntity>> PlacesAsync(MetricsDb db, int no, CancellationToken cancellationToken) =>
        await db.ProvincePlaces.AsNoTracking().Where(place => place.TableNo == no).ToListAsync(cancellationToken);

    /// <summary>Our own row as a single figure; it must hold like any other.</summary>
    private static PublishedFigure Check(Catalogue catalogue, ProvinceTable table, ReportingWeek? received, DateTimeOffset now)
    {
        if (table.OwnFigure(catalogue.City, received) is not { } own) throw new StateConflictException($"表中没有{Quotation.Of(catalogue.City.Name)}，请核对地区名称。");
        var faults = PublishedRules.Faults(catalogue, own, ChinaTime.Day(now));
        if (PublishedRules.Document(table.Document) is { } missing) faults = [.. faults, missing];
        return faults.Count == 0 ? own : throw new StateConflictException(string.Concat(faults.Distinct()));
    }
}
