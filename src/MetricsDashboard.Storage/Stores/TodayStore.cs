using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>今日红牌: what the bureau looks up every morning.</summary>
public sealed class TodayStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal TodayStore(MetricsDatabase database, CatalogueCache cache) => (this.database, this.cache) = (database, cache);

    /// <summary>The red cards of a day: until now where it is today, else until its end.</summary>
    /// <param name="unit">Only of this unit; null for all that the actor sees.</param>
    public Task<TodayCases> FindAsync(Actor actor, DateOnly day, string? unit, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (start, end) = (ChinaTime.Start(day), ChinaTime.Start(day.AddDays(1)));
        var moment = now < end ? now : end;
        return database.ReadAsync(
            async db =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                var calendar = await CardRules.CalendarAsync(db, cancellationToken);
                var next = calendar.AddWorkdays(day, 1);
                var soon = ChinaTime.Start(next.AddDays(1));
                var before = await CasesAt.Query(db, start, start).With(Card.Red, start).OfUnits(actor, catalogue, unit).ToListAsync(cancellationToken);
                var current = CasesAt.Query(db, moment, moment).OfUnits(actor, catalogue, unit);
                var red = await current.With(Card.Red, moment).ToListAsync(cancellationToken);

                // Whatever card it has; one whose time passed today already, and whose source shows no red yet, is nearly red still.
                var nearing = await current.Where(row => row.IsOpen && row.RedAfter >= start && row.RedAfter < soon && row.Shown != Card.Red && (row.Shown != null || row.RedAfter >= moment)).ToListAsync(cancellationToken);

                var (wasRed, isRed) = (before.Select(row => row.CaseNo).ToHashSet(StringComparer.Ordinal), red.Select(row => row.CaseNo).ToHashSet(StringComparer.Ordinal));
                var gone = before.FindAll(row => !isRed.Contains(row.CaseNo));

                // What became of those that are red no more, as they stand at the moment.
                var after = new Dictionary<string, CaseAt>(StringComparer.Ordinal);
                foreach (var some in gone.Select(row => row.CaseNo).Chunk(Codes.MostParameters))
                {
                    foreach (var row in await CasesAt.Query(db, start, moment).Where(row => some.Contains(row.CaseNo)).ToListAsync(cancellationToken)) after[row.CaseNo] = row;
                }

                List<CaseAt> cleared = [.. gone.Select(row => after.GetValueOrDefault(row.CaseNo, row))];

                // The version that clears a card has no cause any more; the card had one.
                var causes = gone.Where(row => row.Cause is not null).ToDictionary(row => row.CaseNo, row => row.Cause, StringComparer.Ordinal);
                var all = red.Concat(cleared).Concat(nearing).ToList();
                var items = await CaseLookups.ItemNamesAsync(db, all.Select(row => row.ItemCode), cancellationToken);
                var notes = await CaseLookups.NotesAsync(db, all.Select(row => row.CaseNo), cancellationToken);
                return new TodayCases(
                    day,
                    moment,
                    Shown(red.Where(row => !wasRed.Contains(row.CaseNo)), Card.Red),
                    Shown(cleared, null),
                    Shown(red.Where(row => wasRed.Contains(row.CaseNo)), Card.Red),
                    Shown(nearing, null),
                    next,
                    await FreshnessAsync(db, cancellationToken),
                    calendar,
                    all.Count > 0 || await db.Cases.AnyAsync(cancellationToken));

                IReadOnlyList<TodayCase> Shown(IEnumerable<CaseAt> rows, Card? card) =>
                [
                    .. rows.Select(row => new TodayCase(
                            row.CaseNo, catalogue.Unit(row.Unit), row.ItemCode, items.GetValueOrDefault(row.ItemCode, ""), card ?? CardOf(row, moment), causes.GetValueOrDefault(row.CaseNo, row.Cause), row.Status, row.AcceptedAt,
                            row.PromisedDue, row.StatutoryDue, row.CompletedAt, row.RedAfter, [.. notes[row.CaseNo].Where(note => note.WrittenAt < end)]))
                        .OrderBy(row => row.Unit.Order).ThenBy(row => row.StatutoryDue ?? row.PromisedDue).ThenBy(row => row.CaseNo, StringComparer.Ordinal),
                ];
            },
            cancellationToken);
    }

    /// <summary>Where the source's card is not the derived one now.</summary>
    /// <param name="unit">Only cases of this unit; null for all that the actor sees.</param>
    /// <param name="take">So many cases at most.</param>
    public Task<CardDifferences> DifferencesAsync(Actor actor, string? unit, int take, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return database.ReadAsync(
            async db =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                var counts = await Differing(db, now).OfUnits(actor, catalogue, null)
                    .GroupBy(row => new { row.Unit, row.Shown, IsRed = row.IsOpen && row.RedAfter < now, IsYellow = row.IsOpen && row.YellowAfter < now, IsWarning = row.IsOpen && row.WarningAfter < now })
                    .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
                var rows = await Differing(db, now).OfUnits(actor, catalogue, unit).OrderBy(row => row.Unit).ThenBy(row => row.CaseNo).Take(take).ToListAsync(cancellationToken);
                var items = await CaseLookups.ItemNamesAsync(db, rows.Select(row => row.ItemCode), cancellationToken);
                return new CardDifferences(
                    [
                        .. counts.GroupBy(row => (row.Key.Unit, row.Key.Shown, Derived: row.Key.IsRed ? Card.Red : row.Key.IsYellow ? Card.Yellow : row.Key.IsWarning ? Card.Warning : Card.None))
                            .Select(group => new DifferenceCount(catalogue.Unit(group.Key.Unit), group.Key.Shown ?? Card.None, group.Key.Derived, group.Sum(row => row.Count)))
                            .OrderBy(row => row.Unit.Order).ThenByDescending(row => row.Count),
                    ],
                    [
                        .. rows.Select(row => new CardDifference(
                                row.CaseNo, catalogue.Unit(row.Unit), row.ItemCode, items.GetValueOrDefault(row.ItemCode, ""), row.Shown ?? Card.None, Derived(row, now), row.IsOpen, row.Status,
                                row.PromisedDue, row.StatutoryDue, row.CompletedAt, new CardMoments(row.WarningAfter, row.YellowAfter, row.RedAfter)))
                            .OrderBy(row => row.Unit.Order).ThenByDescending(row => row.Derived).ThenBy(row => row.CaseNo, StringComparer.Ordinal),
                    ]);
            },
            cancellationToken);
    }

    private static IQueryable<CaseAt> Differing(MetricsDb db, DateTimeOffset now) => CasesAt.Query(db, now, now).Where(row =>
        (row.Shown == Card.Red && !(row.IsOpen && row.RedAfter < now))
        || (row.Shown == Card.Yellow && !(row.IsOpen && row.YellowAfter < now && !(row.RedAfter < now)))
        || (row.Shown == Card.Warning && !(row.IsOpen && row.WarningAfter < now && !(row.YellowAfter < now) && !(row.RedAfter < now)))
        || (row.Shown == Card.None && row.IsOpen && (row.WarningAfter < now || row.YellowAfter < now || row.RedAfter < now)));

    private static Card Derived(CaseAt row, DateTimeOffset moment) => row.IsOpen ? new CardMoments(row.WarningAfter, row.YellowAfter, row.RedAfter).At(moment) : Card.None;

    private static Card CardOf(CaseAt row, DateTimeOffset moment) => row.Shown ?? Derived(row, moment);

    private static async Task<CaseFreshness> FreshnessAsync(MetricsDb db, CancellationToken cancellationToken)
    {
        var sources = await db.IntakeSources.Where(source => source.Enabled && source.Kind != IntakeSourceEntity.TableKind)
            .Select(source => new { source.Name, source.LastRunAt, source.FailingSince }).ToListAsync(cancellationToken);
        return new CaseFreshness(
            sources.Max(source => source.LastRunAt),
            await CaseCounting.KnownUntilAsync(db, cancellationToken),
            [.. sources.Where(source => source.FailingSince is not null).Select(source => source.Name).Order(StringComparer.Ordinal)]);
    }
}
