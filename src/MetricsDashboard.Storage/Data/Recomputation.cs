using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Entities;
using MetricsDashboard.Storage.Stores;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>
/// Live results from observations. A change of a week reaches all later ones, because they look back (change, growth, carried values);
/// only rows that differ are written.
/// </summary>
internal sealed class Recomputation(MetricsDatabase database)
{
    /// <summary>Recomputes every existing week from <paramref name="from"/> to <paramref name="to"/> within the context's transaction.</summary>
    /// <param name="write">False only compares.</param>
    public async Task<IReadOnlyList<SnapshotDifference>> RunAsync(
        MetricsDb db, Catalogue catalogue, int from, int to, bool write, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var periods = (await db.Weeks.AsNoTracking().OrderBy(week => week.Week).ToListAsync(cancellationToken)).ConvertAll(Periods.Of);
        var differences = new List<SnapshotDifference>();
        RunningFigures? running = null;
        for (var i = 0; i < periods.Count; i++)
        {
            var week = periods[i].First;
            if (week.Key < from || week.Key > to) continue;
            ReportingWeek? before = i > 0 && periods[i].Follows(periods[i - 1]) ? periods[i - 1].First : null;
            running ??= await RunningFigures.BeforeAsync(db, catalogue, week, before ?? week.Previous, cancellationToken);
            var previous = before is not null && running.Last?.Week == before ? running.Last : null;
            var current = await running.AdvanceAsync(week, cancellationToken);
            differences.AddRange(await CompareAsync(db, catalogue, week, WeekCalculation.Compute(catalogue, current, previous), write, now, cancellationToken));
        }

        return differences;
    }

    private async Task<IReadOnlyList<SnapshotDifference>> CompareAsync(
        MetricsDb db, Catalogue catalogue, ReportingWeek week, IReadOnlyList<Snapshot> computed, bool write, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = EditionIds.Live(week.Key);
        var stored = (await Editions.SnapshotsAsync(db, id, cancellationToken)).ToDictionary(snapshot => (snapshot.Indicator, snapshot.Unit));
        var differences = new List<SnapshotDifference>();
        foreach (var snapshot in computed)
        {
            stored.Remove((snapshot.Indicator, snapshot.Unit), out var known);
            if (known != snapshot) differences.Add(new SnapshotDifference(week, snapshot.Indicator, snapshot.Unit, known, snapshot));
        }

        differences.AddRange(stored.Values.Select(left => new SnapshotDifference(week, left.Indicator, left.Unit, left, null)));
        if (write) await WriteAsync(db, catalogue, week, computed, differences, now, cancellationToken);
        return differences;
    }

    private async Task WriteAsync(
        MetricsDb db, Catalogue catalogue, ReportingWeek week, IReadOnlyList<Snapshot> computed, List<SnapshotDifference> differences, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = EditionIds.Live(week.Key);
        var edition = await db.Editions.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (edition is not null && differences.Count == 0 && edition.CatalogueVersion == catalogue.Version) return;
        var hash = Editions.Hash(computed);
        if (edition is null)
        {
            db.Editions.Add(new EditionEntity
            {
                Id = id,
                Week = week.Key,
                No = 0,
                Kind = EditionKind.Live,
                AsOf = now,
                CatalogueVersion = catalogue.Version,
                ContentHash = hash,
            });
        }
        else
        {
            edition.AsOf = now;
            edition.CatalogueVersion = catalogue.Version;
            edition.ContentHash = hash;
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var gone in differences.Where(difference => difference.Computed is null))
        {
            await db.Snapshots.Where(row => row.EditionId == id && row.Indicator == gone.Indicator && row.Unit == gone.Unit)
                .ExecuteDeleteAsync(cancellationToken);
        }

        await database.MergeAsync(
            db, [.. differences.Where(difference => difference.Computed is not null).Select(difference => SnapshotEntity.Of(difference.Computed!, id))], cancellationToken);
    }
}
