using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>The live results, as far as the actor's scope goes.</summary>
public sealed class SnapshotStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;
    private readonly Recomputation recomputation;

    internal SnapshotStore(MetricsDatabase database, CatalogueCache cache, Recomputation recomputation)
    {
        this.database = database;
        this.cache = cache;
        this.recomputation = recomputation;
    }

    /// <summary>The results of a week; empty where the week does not exist.</summary>
    public async Task<WeekResults> WeekAsync(Actor actor, ReportingWeek week, CancellationToken cancellationToken = default) =>
        (await WeeksAsync(actor, week, week, cancellationToken)).SingleOrDefault() ?? new WeekResults(week, []);

    /// <summary>The results of the weeks that exist within a range, the oldest first.</summary>
    public Task<IReadOnlyList<WeekResults>> WeeksAsync(Actor actor, ReportingWeek from, ReportingWeek to, CancellationToken cancellationToken = default)
    {
        var editions = from.To(to).Select(week => EditionIds.Live(week.Key)).ToList();
        return database.ReadAsync(
            async db =>
            {
                var readable = Access.Readable(actor, await cache.RequireAsync(db, cancellationToken));
                var rows = await db.Snapshots.AsNoTracking().Where(row => EF.Parameter(editions).Contains(row.EditionId)).ToListAsync(cancellationToken);
                var merged = (await Periods.MergedAsync(db, cancellationToken)).ToDictionary(period => period.First);
                return (IReadOnlyList<WeekResults>)
                [
                    .. rows.GroupBy(row => row.EditionId).OrderBy(group => group.Key).Select(group => new WeekResults(
                        PeriodOf(ReportingWeek.FromKey(EditionIds.WeekOf(group.Key))), group.Where(row => readable.Reads(row.Unit)).Select(row => row.ToSnapshot()))),
                ];

                ReportingPeriod PeriodOf(ReportingWeek week) => merged.GetValueOrDefault(week, new ReportingPeriod(week));
            },
            cancellationToken);
    }

    /// <summary>An indicator (null: every one) of some units over weeks, by week and in the order of units; weeks without a result are left out.</summary>
    public Task<IReadOnlyList<Snapshot>> SeriesAsync(
        Actor actor, string? indicator, IReadOnlyCollection<string> units, ReportingWeek from, ReportingWeek to, CancellationToken cancellationToken = default)
    {
        var editions = from.To(to).Select(week => EditionIds.Live(week.Key)).ToList();
        return database.ReadAsync(
            async db =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                foreach (var unit in units.Select(catalogue.FindUnit).OfType<Unit>()) Access.RequireRead(actor, unit);
                var query = db.Snapshots.AsNoTracking().Where(row => EF.Parameter(editions).Contains(row.EditionId));
                if (Codes.ForQuery(units) is { } wanted) query = query.Where(row => wanted.Contains(row.Unit));
                if (indicator is not null) query = query.Where(row => row.Indicator == indicator);
                var rows = await query.ToListAsync(cancellationToken);
                var isWanted = Codes.Matching(units);
                return (IReadOnlyList<Snapshot>)
                [
                    .. rows.Where(row => isWanted(row.Unit)).Select(row => row.ToSnapshot()).OrderBy(row => row.Week).ThenBy(row => catalogue.Unit(row.Unit).Order).ThenBy(row => row.Unit, StringComparer.Ordinal),
                ];
            },
            cancellationToken);
    }

    /// <summary>How a unit stands in its group with every indicator that it is ranked by in a week, in the order of indicators.</summary>
    public Task<IReadOnlyList<Standing>> StandingsAsync(Actor actor, string unit, ReportingWeek week, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var catalogue = await cache.RequireAsync(db, cancellationToken);
            var scope = catalogue.Unit(unit);
            Access.RequireRead(actor, scope);
            var id = EditionIds.Live(week.Key);
            var rows = await db.Snapshots.AsNoTracking().Where(row => row.EditionId == id && row.Rank != null && row.Value != null).ToListAsync(cancellationToken);
            var ranked = rows.Where(row => catalogue.FindUnit(row.Unit) is { } other && other.RankingGroup == scope.RankingGroup).ToLookup(row => row.Indicator, StringComparer.Ordinal);
            return (IReadOnlyList<Standing>)
            [
                .. catalogue.Indicators.Select(indicator => ranked[indicator.Code].ToList())
                    .Select(group => group.Find(row => row.Unit == unit) is { } own ? Standing.Of(own.ToSnapshot(), [.. group.Select(row => row.Value).OfType<decimal>()]) : null)
                    .OfType<Standing>(),
            ];
        },
        cancellationToken);

    /// <summary>
    /// What the results of a unit would be with values that are not sent yet, over everything that counts so far. Of other units nothing is
    /// told but how many are ranked.
    /// </summary>
    /// <param name="values">Values of the unit and of its row units; indicators that none of them concerns are left out.</param>
    public Task<IReadOnlyList<PreviewedResult>> PreviewAsync(
        Actor actor, string unit, ReportingWeek week, IReadOnlyCollection<CountedValue> values, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var catalogue = await cache.RequireAsync(db, cancellationToken);
            Access.RequireRead(actor, catalogue.Unit(unit));
            var before = await Periods.PreviousAsync(db, week, cancellationToken);
            var counted = await CountedValues.OpenAsync(db, cancellationToken);
            var last = new WeekFigures(before, await counted.BeforeAsync(before.Next.Key, null, null, cancellationToken));
            var now = new WeekFigures(week, [.. values, .. await counted.BeforeAsync(week.Next.Key, null, null, cancellationToken)]);
            var results = WeekCalculation.Compute(catalogue, now, last);
            var id = EditionIds.Live(before.Key);
            var stored = (await db.Snapshots.AsNoTracking().Where(row => row.EditionId == id && row.Unit == unit).ToListAsync(cancellationToken))
                .ToDictionary(row => row.Indicator, row => row.ToSnapshot(), StringComparer.Ordinal);
            var concerned = values.Select(value => value.Element).ToHashSet(StringComparer.Ordinal);
            var group = catalogue.Unit(unit).RankingGroup;
            return (IReadOnlyList<PreviewedResult>)
            [
                .. results.Where(result => result.Unit == unit && catalogue.Indicator(result.Indicator).Formula!.Elements.Any(concerned.Contains))
                    .Select(result => new PreviewedResult(
                        catalogue.Indicator(result.Indicator),
                        result,
                        stored.GetValueOrDefault(result.Indicator),
                        results.Count(other => other.Indicator == result.Indicator && other.Unit != unit && other.Rank is not null && catalogue.Unit(other.Unit).RankingGroup == group))),
            ];
        },
        cancellationToken);

    /// <summary>Recomputes results from observations, or only compares; names every row that differed.</summary>
    /// <param name="weeks">Only these; null for all.</param>
    /// <param name="check">True changes nothing.</param>
    public Task<IReadOnlyList<SnapshotDifference>> RecomputeAsync(
        Actor actor, IReadOnlyCollection<ReportingWeek>? weeks, bool check, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.Require(actor.IsSystem || actor.Role is Role.Administrator, "只有管理员可以重新计算。");
        return check
            ? database.ReadAsync(db => RecomputeAsync(db, weeks, write: false, now, cancellationToken), cancellationToken)
            : database.WriteAsync(db => RecomputeAsync(db, weeks, write: true, now, cancellationToken), cancellationToken);
    }

    /// <summary>Where a number comes from, down to the cell; null where there is no such result.</summary>
    public Task<Explanation?> ExplainAsync(Actor actor, string indicator, string unit, ReportingWeek week, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            async db =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                if (catalogue.FindIndicator(indicator) is not { Formula: { } formula } asked || catalogue.FindUnit(unit) is not { } scope) return null;
                Access.RequireRead(actor, scope);
                var id = EditionIds.Live(week.Key);
                var row = await db.Snapshots.AsNoTracking().SingleOrDefaultAsync(
                    row => row.EditionId == id && row.Indicator == indicator && row.Unit == unit, cancellationToken);
                return row is null ? null : await Explaining.RunAsync(db, catalogue, asked, formula, scope, row.ToSnapshot(), cancellationToken);
            },
            cancellationToken);

    private async Task<IReadOnlyList<SnapshotDifference>> RecomputeAsync(
        MetricsDb db, IReadOnlyCollection<ReportingWeek>? weeks, bool write, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (weeks is { Count: 0 }) return [];
        var from = weeks?.Min(week => week.Key) ?? 0;
        var to = weeks?.Max(week => week.Key) ?? int.MaxValue;
        if (write) await MetricsDatabase.LockWeeksAsync(db, from, to, cancellationToken);
        return await recomputation.RunAsync(db, await cache.RequireAsync(db, cancellationToken), from, to, write, now, cancellationToken);
    }
}
