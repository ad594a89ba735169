using System.Runtime.CompilerServices;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>红牌成因: cases with cards as they stood at a week's end, or stand now; counted, listed and exported.</summary>
public sealed class CaseStore
{
    private const int StreamedAtOnce = 5000;

    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal CaseStore(MetricsDatabase database, CatalogueCache cache) => (this.database, this.cache) = (database, cache);

    /// <summary>Counts of the cards by everything that a page breaks them down by.</summary>
    /// <param name="start">The week's first moment.</param>
    /// <param name="moment">Its end, or the present moment within it.</param>
    public Task<CaseFigures> FiguresAsync(Actor actor, CaseFilter filter, DateTimeOffset start, DateTimeOffset moment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return database.ReadAsync(
            async db =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                var readable = CaseLookups.Readable(actor, catalogue, filter.Unit);
                var calendar = await CardRules.CalendarAsync(db, cancellationToken);
                var (first, last) = (CardAgeLimits.At(start, calendar), CardAgeLimits.At(moment, calendar));

                var current = await Narrowed(CardsAt.Current(db, filter.Card, start, moment), readable, filter)
                    .Select(row => new
                    {
                        row.Case.Unit,
                        row.Case.ItemCode,
                        row.Case.Cause,
                        row.Card,
                        Age = row.Since >= last.UpTo5 ? CardAge.UpTo5 : row.Since >= last.UpTo10 ? CardAge.UpTo10 : row.Since >= last.UpTo20 ? CardAge.UpTo20 : CardAge.Over20,
                        Flow = row.Stands ? CardFlow.Standing : CardFlow.New,
                    })
                    .GroupBy(row => row).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
                var before = await Narrowed(CardsAt.Before(db, filter.Card, start, moment), readable, filter)
                    .Select(row => new
                    {
                        row.Case.Unit,
                        row.Case.ItemCode,
                        row.Case.Cause,
                        row.Card,
                        Age = row.Since >= first.UpTo5 ? CardAge.UpTo5 : row.Since >= first.UpTo10 ? CardAge.UpTo10 : row.Since >= first.UpTo20 ? CardAge.UpTo20 : CardAge.Over20,
                        Flow = row.Stands ? CardFlow.Standing : CardFlow.Cleared,
                    })
                    .GroupBy(row => row).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
                var monitored = await CasesAt.Query(db, start, moment).Monitored(start, moment).GroupBy(row => row.Unit)
                    .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, StringComparer.Ordinal, cancellationToken);

                var names = await CaseLookups.ItemNamesAsync(db, current.Select(row => row.Key.ItemCode).Concat(before.Select(row => row.Key.ItemCode)), cancellationToken);
                var was = before.ConvertAll(row => Counted(row.Key.Unit, row.Key.ItemCode, row.Key.Cause, row.Key.Card, row.Key.Age, row.Key.Flow, row.Count));
                var figures = new CaseFigures(
                    filter,
                    moment,
                    [.. current.Select(row => Counted(row.Key.Unit, row.Key.ItemCode, row.Key.Cause, row.Key.Card, row.Key.Age, row.Key.Flow, row.Count)), .. was.Where(row => row.Flow is CardFlow.Cleared)],
                    0,
                    monitored.Where(row => readable is null || readable.Contains(row.Key)).ToDictionary(row => row.Key, row => row.Value, StringComparer.Ordinal),
                    monitored.Count > 0 || current.Count > 0 || await db.Cases.AnyAsync(cancellationToken));
                return figures with { Before = (figures with { Counts = [.. was.Select(row => row with { Flow = CardFlow.Standing })] }).Total };

                CardCount Counted(string unit, string item, CardCause? cause, Card card, CardAge age, CardFlow flow, int count) =>
                    new(catalogue.Unit(unit), item, names.GetValueOrDefault(item, item), cause, card, age, flow, count);
            },
            cancellationToken);
    }

    /// <summary>Some of the cases, in order.</summary>
    /// <param name="skip">Leaves out so many at the beginning.</param>
    /// <param name="take">So many at most.</param>
    public Task<IReadOnlyList<ListedCase>> ListAsync(
        Actor actor, CaseFilter filter, CaseOrder order, bool descending, int skip, int take, DateTimeOffset start, DateTimeOffset moment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return database.ReadAsync(
            async db =>
            {
                var listing = await OpenAsync(db, actor, filter, start, moment, cancellationToken);
                var rows = await Ordered(listing.Rows, order, descending).Skip(skip).Take(take).ToListAsync(cancellationToken);
                return await ListedAsync(db, listing, rows, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>How many the list holds.</summary>
    public Task<int> CountAsync(Actor actor, CaseFilter filter, DateTimeOffset start, DateTimeOffset moment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return database.ReadAsync(async db => await (await OpenAsync(db, actor, filter, start, moment, cancellationToken)).Rows.CountAsync(cancellationToken), cancellationToken);
    }

    /// <summary>The list row by row, for an export that need not fit into memory.</summary>
    /// <param name="take">So many at most.</param>
    public async IAsyncEnumerable<ListedCase> StreamAsync(
        Actor actor, CaseFilter filter, CaseOrder order, bool descending, int take, DateTimeOffset start, DateTimeOffset moment, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await database.CreateContextAsync(cancellationToken);
        var listing = await OpenAsync(db, actor, filter, start, moment, cancellationToken);

        // One query from beginning to end, so that nothing is left out or told twice when cases change meanwhile; names and notes beside it.
        await using var beside = await database.CreateContextAsync(cancellationToken);
        var some = new List<CardAt>(StreamedAtOnce);
        await foreach (var row in Ordered(listing.Rows, order, descending).Take(take).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            some.Add(row);
            if (some.Count < StreamedAtOnce) continue;
            foreach (var listed in await ListedAsync(beside, listing, some, cancellationToken)) yield return listed;
            some.Clear();
        }

        foreach (var listed in await ListedAsync(beside, listing, some, cancellationToken)) yield return listed;
    }

    private async Task<Listing> OpenAsync(MetricsDb db, Actor actor, CaseFilter filter, DateTimeOffset start, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var catalogue = await cache.RequireAsync(db, cancellationToken);
        var readable = CaseLookups.Readable(actor, catalogue, filter.Unit);
        var calendar = await CardRules.CalendarAsync(db, cancellationToken);
        var limits = CardAgeLimits.At(filter.Flow is CardFlow.Cleared ? start : moment, calendar);
        var rows = filter.Flow is CardFlow.Cleared ? CardsAt.Cleared(db, filter.Card, start, moment) : CardsAt.Current(db, filter.Card, start, moment).With(filter.Card);
        rows = Narrowed(rows, readable, filter);
        if (filter.Unit is { } unit) rows = rows.Where(row => row.Case.Unit == unit);
        if (filter.Kind is { } kind) rows = rows.Where(row => db.Units.Any(other => other.Code == row.Case.Unit && other.Kind == kind));
        if (filter.Item is { } item) rows = rows.Where(row => row.Case.ItemCode == item);
        if (filter.Cause is { } cause) rows = rows.Where(row => row.Case.Cause == cause);
        if (filter.WithoutCause) rows = rows.Where(row => row.Case.Cause == null);
        if (filter.Flow is CardFlow.New) rows = rows.Where(row => !row.Stands);
        if (filter.Flow is CardFlow.Standing) rows = rows.Where(row => row.Stands);
        rows = filter.Age switch
        {
            null => rows,
            CardAge.UpTo5 => rows.Where(row => row.Since >= limits.UpTo5),
            CardAge.UpTo10 => rows.Where(row => row.Since >= limits.UpTo10 && row.Since < limits.UpTo5),
            CardAge.UpTo20 => rows.Where(row => row.Since >= limits.UpTo20 && row.Since < limits.UpTo10),
            CardAge.Over20 => rows.Where(row => row.Since < limits.UpTo20),
            var age => throw new ArgumentOutOfRangeException(nameof(filter), age, "Unknown age."),
        };
        return new Listing(rows, filter, catalogue, calendar, limits, moment);
    }

    /// <summary>By what all counts are narrowed, the list besides by everything else.</summary>
    private static IQueryable<CardAt> Narrowed(IQueryable<CardAt> rows, IReadOnlyCollection<string>? readable, CaseFilter filter)
    {
        rows = rows.OfReadable(readable);
        if (filter.Number is { Length: > 0 } number) rows = rows.Where(row => row.Case.CaseNo.Contains(number));
        return filter.IsDiffering ? rows.Where(row => row.Case.Shown != null && row.Case.Shown != row.Derived) : rows;
    }

    private static IQueryable<CardAt> Ordered(IQueryable<CardAt> rows, CaseOrder order, bool descending)
    {
        var ordered = (order, descending) switch
        {
            (CaseOrder.Since, false) => rows.OrderBy(row => row.Since),
            (CaseOrder.Since, true) => rows.OrderByDescending(row => row.Since),
            (CaseOrder.CaseNo, false) => rows.OrderBy(row => row.Case.CaseNo),
            (CaseOrder.CaseNo, true) => rows.OrderByDescending(row => row.Case.CaseNo),
            (CaseOrder.Unit, false) => rows.OrderBy(row => row.Case.Unit),
            (CaseOrder.Unit, true) => rows.OrderByDescending(row => row.Case.Unit),
            (CaseOrder.Item, false) => rows.OrderBy(row => row.Case.ItemCode),
            (CaseOrder.Item, true) => rows.OrderByDescending(row => row.Case.ItemCode),
            (CaseOrder.Accepted, false) => rows.OrderBy(row => row.Case.AcceptedAt),
            (CaseOrder.Accepted, true) => rows.OrderByDescending(row => row.Case.AcceptedAt),
            (CaseOrder.Promised, false) => rows.OrderBy(row => row.Case.PromisedDue),
            (CaseOrder.Promised, true) => rows.OrderByDescending(row => row.Case.PromisedDue),
            (CaseOrder.Statutory, false) => rows.OrderBy(row => row.Case.StatutoryDue),
            (CaseOrder.Statutory, true) => rows.OrderByDescending(row => row.Case.StatutoryDue),
            (CaseOrder.Completed, false) => rows.OrderBy(row => row.CompletedAt),
            (CaseOrder.Completed, true) => rows.OrderByDescending(row => row.CompletedAt),
            (CaseOrder.Cause, false) => rows.OrderBy(row => row.Case.Cause),
            (CaseOrder.Cause, true) => rows.OrderByDescending(row => row.Case.Cause),
            _ => throw new ArgumentOutOfRangeException(nameof(order), order, "Unknown order."),
        };
        return order is CaseOrder.CaseNo ? ordered : ordered.ThenBy(row => row.Case.CaseNo);
    }

    private static async Task<IReadOnlyList<ListedCase>> ListedAsync(MetricsDb db, Listing listing, List<CardAt> rows, CancellationToken cancellationToken)
    {
        var names = await CaseLookups.ItemNamesAsync(db, rows.Select(row => row.Case.ItemCode), cancellationToken);
        var notes = await CaseLookups.NotesAsync(db, rows.Select(row => row.Case.CaseNo), cancellationToken);
        return [.. rows.Select(row => listing.Of(row, names.GetValueOrDefault(row.Case.ItemCode, row.Case.ItemCode), notes[row.Case.CaseNo].LastOrDefault()))];
    }

    /// <summary>What is listed, and by what a row is told.</summary>
    private sealed record Listing(IQueryable<CardAt> Rows, CaseFilter Filter, Catalogue Catalogue, WorkCalendar Calendar, CardAgeLimits Limits, DateTimeOffset Moment)
    {
        public ListedCase Of(CardAt row, string itemName, CaseNote? note)
        {
            // Told by then already, but later in itself.
            var completed = row.CompletedAt < Moment ? row.CompletedAt : null;
            var since = row.Since ?? row.Case.AcceptedAt;
            return new ListedCase(
                row.Case.CaseNo, Catalogue.Unit(row.Case.Unit), row.Case.ItemCode, itemName, row.Status is CaseStatus.Completed && completed is null ? CaseStatus.Open : row.Status,
                row.Case.AcceptedAt, row.Case.PromisedDue, row.Case.StatutoryDue, completed, row.Card, row.Case.Shown, row.Derived, since, Limits.Of(since),
                Filter.Flow is CardFlow.Cleared ? CardFlow.Cleared : row.Stands ? CardFlow.Standing : CardFlow.New, row.Case.Cause,
                DaysOver(row.Case, completed ?? Moment), note);
        }

        private int? DaysOver(CaseAt row, DateTimeOffset until)
        {
            var due = row.StatutoryDue < until ? row.StatutoryDue : row.PromisedDue < until ? row.PromisedDue : null;
            return due is { } over ? Calendar.WorkdaysBetween(ChinaTime.Day(over), CardAgeLimits.LastDay(until)) : null;
        }
    }
}
