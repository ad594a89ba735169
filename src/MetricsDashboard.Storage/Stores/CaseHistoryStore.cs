using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>One case with all its versions, where each came from, and what was said of it.</summary>
public sealed class CaseHistoryStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal CaseHistoryStore(MetricsDatabase database, CatalogueCache cache) => (this.database, this.cache) = (database, cache);

    /// <summary>The case; null where there is none of that number.</summary>
    public Task<CaseHistory?> FindAsync(Actor actor, string caseNo, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return database.ReadAsync(
            async db =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                CaseLookups.Readable(actor, catalogue);
                if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.CaseNo == caseNo, cancellationToken) is not { } newest) return null;
                var unit = catalogue.Unit(newest.Unit);
                Access.RequireRead(actor, unit);
                var past = await db.CasePast.AsNoTracking().Where(row => row.CaseNo == caseNo).OrderBy(row => row.Version).ToListAsync(cancellationToken);
                var rows = past.Cast<CaseColumns>().Append(newest).ToList();
                var items = await CaseLookups.ItemNamesAsync(db, rows.Select(row => row.ItemCode), cancellationToken);
                var ids = rows.Select(row => row.RunId).Distinct().ToList();
                var runs = await db.Runs.AsNoTracking().Where(run => EF.Parameter(ids).Contains(run.Id))
                    .Join(db.IntakeSources, run => run.SourceId, source => source.Id, (run, source) => new { run.Id, run.Trigger, run.StartedAt, source.Name })
                    .ToDictionaryAsync(run => run.Id, cancellationToken);
                var versions = rows.ConvertAll(row => new CaseVersionRow(
                    CaseLookups.State(row, (row as CasePastEntity)?.ValidUntil, items.GetValueOrDefault(row.ItemCode, "")),
                    catalogue.Unit(row.Unit),
                    row.RunId,
                    runs.GetValueOrDefault(row.RunId)?.Name ?? "",
                    runs.GetValueOrDefault(row.RunId)?.Trigger ?? default,
                    runs.GetValueOrDefault(row.RunId)?.StartedAt ?? row.TrueSince));
                return (CaseHistory?)new CaseHistory(
                    caseNo,
                    unit,
                    items.GetValueOrDefault(newest.ItemCode, ""),
                    versions,
                    newest.AgreedCause,
                    [.. (await CaseLookups.NotesAsync(db, [caseNo], cancellationToken))[caseNo]],
                    await CardRules.CalendarAsync(db, cancellationToken));
            },
            cancellationToken);
    }
}
