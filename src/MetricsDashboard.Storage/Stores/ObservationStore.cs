using System.Runtime.CompilerServices;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>Values, with all their revisions.</summary>
public sealed class ObservationStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal ObservationStore(MetricsDatabase database, CatalogueCache cache)
    {
        this.database = database;
        this.cache = cache;
    }

    /// <summary>The newest revision of each value, or the newest as of a moment.</summary>
    public Task<IReadOnlyList<Observation>> QueryAsync(Actor actor, ObservationFilter filter, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var readable = await ReadableAsync(db, actor, filter, cancellationToken);
            var rows = await Filtered(db, filter).ToListAsync(cancellationToken);
            return (IReadOnlyList<Observation>)
            [
                .. rows.Where(row => readable.Reads(row.Unit)).GroupBy(row => (row.Week, row.Unit, row.Element, row.Origin))
                    .Select(group => group.MaxBy(row => row.Revision)!.ToObservation()),
            ];
        },
        cancellationToken);

    /// <summary>Every revision, week by week, for an export that need not fit into memory.</summary>
    public async IAsyncEnumerable<Observation> StreamAsync(
        Actor actor, ObservationFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateContextAsync(cancellationToken);
        var readable = await ReadableAsync(db, actor, filter, cancellationToken);
        var weeks = await Filtered(db, filter).Select(row => row.Week).Distinct().ToListAsync(cancellationToken);
        foreach (var week in weeks.Order())
        {
            foreach (var row in await Filtered(db, filter).Where(row => row.Week == week).ToListAsync(cancellationToken))
            {
                if (readable.Reads(row.Unit)) yield return row.ToObservation();
            }
        }
    }

    /// <summary>What counts in a week, and for the rest the newest value from before it.</summary>
    public Task<WeekFigures> CountedAsync(Actor actor, ReportingWeek week, CancellationToken cancellationToken = default)
    {
        Access.RequireWholeCity(actor);
        return database.ReadAsync(
            async db => new WeekFigures(week, await (await CountedValues.OpenAsync(db, cancellationToken)).BeforeAsync(week.Next.Key, null, null, cancellationToken)), cancellationToken);
    }

    /// <summary>The newest values of row units from before a week, which stock cells come filled with.</summary>
    public Task<IReadOnlyList<CountedValue>> LastValuesAsync(
        Actor actor, IReadOnlyCollection<string> units, ReportingWeek week, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var catalogue = await cache.RequireAsync(db, cancellationToken);
            foreach (var unit in units) Access.RequireRead(actor, catalogue.Unit(unit));
            return await (await CountedValues.OpenAsync(db, cancellationToken)).BeforeAsync(week.Key, null, units, cancellationToken);
        },
        cancellationToken);

    /// <summary>What the cases give for row units in the week itself, which cells come filled with before anything else.</summary>
    public Task<IReadOnlyDictionary<(string Element, string Unit), long>> FromCasesAsync(
        Actor actor, IReadOnlyCollection<string> units, ReportingWeek week, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var catalogue = await cache.RequireAsync(db, cancellationToken);
            foreach (var unit in units) Access.RequireRead(actor, catalogue.Unit(unit));
            var isUnit = Codes.Matching(units);
            var counted = await (await CountedValues.OpenAsync(db, cancellationToken)).OfOriginAsync(week.Key, Origin.Cases, cancellationToken);
            return (IReadOnlyDictionary<(string Element, string Unit), long>)counted.Where(value => isUnit(value.Key.Unit)).ToDictionary();
        },
        cancellationToken);

    private async Task<IReadOnlySet<string>?> ReadableAsync(MetricsDb db, Actor actor, ObservationFilter filter, CancellationToken cancellationToken)
    {
        var catalogue = await cache.RequireAsync(db, cancellationToken);
        if (filter.Unit is { } code && catalogue.FindUnit(code) is { } unit) Access.RequireRead(actor, unit);
        return Access.Readable(actor, catalogue);
    }

    private static IQueryable<ObservationEntity> Filtered(MetricsDb db, ObservationFilter filter)
    {
        var rows = db.Observations.AsNoTracking();
        if (filter.Week is { } week) rows = rows.Where(row => row.Week >= week.Key);
        if (filter.WeekTo is { } to) rows = rows.Where(row => row.Week <= to.Key);
        else if (filter.Week is { } only) rows = rows.Where(row => row.Week <= only.Key);
        if (filter.Element is { } element) rows = rows.Where(row => row.Element == element);
        if (filter.Unit is { } unit) rows = rows.Where(row => row.Unit == unit);
        if (filter.AsOf is { } asOf) rows = rows.Where(row => row.RecordedAt <= asOf);
        return rows.OrderBy(row => row.Week).ThenBy(row => row.Element).ThenBy(row => row.Unit).ThenBy(row => row.Origin).ThenBy(row => row.Revision);
    }
}
