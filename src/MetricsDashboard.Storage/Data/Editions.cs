using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>Editions 版次: number 0 of a week lives, the others are frozen.</summary>
internal static class Editions
{
    public static async Task<IReadOnlyList<Snapshot>> SnapshotsAsync(MetricsDb db, int edition, CancellationToken cancellationToken) =>
        [.. (await db.Snapshots.AsNoTracking().Where(row => row.EditionId == edition).ToListAsync(cancellationToken)).Select(row => row.ToSnapshot())];

    /// <summary>The newest frozen edition of each week that has one, by week.</summary>
    public static async Task<IReadOnlyDictionary<int, EditionEntity>> FrozenAsync(MetricsDb db, int from, int to, CancellationToken cancellationToken)
    {
        var frozen = await db.Editions.AsNoTracking().Where(row => row.Week >= from && row.Week <= to && row.Kind == EditionKind.Closed).ToListAsync(cancellationToken);
        return frozen.GroupBy(row => row.Week).ToDictionary(group => group.Key, group => group.MaxBy(row => row.No)!);
    }

    /// <summary>Freezes the live edition of each of these weeks under a new number where it is not what was frozen last.</summary>
    public static async Task FreezeAsync(MetricsDatabase database, MetricsDb db, IReadOnlyCollection<int> weeks, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (weeks.Count == 0) return;
        var frozen = await FrozenAsync(db, weeks.Min(), weeks.Max(), cancellationToken);
        var live = await db.Editions.AsNoTracking().Where(row => row.Kind == EditionKind.Live && row.Week >= weeks.Min() && row.Week <= weeks.Max()).ToListAsync(cancellationToken);
        foreach (var edition in live.Where(edition => weeks.Contains(edition.Week)).OrderBy(edition => edition.Week))
        {
            var last = frozen.GetValueOrDefault(edition.Week);
            if (last is not null && last.ContentHash == edition.ContentHash && last.CatalogueVersion == edition.CatalogueVersion) continue;
            var no = (last?.No ?? 0) + 1;
            var id = EditionIds.Of(edition.Week, no);
            db.Editions.Add(new EditionEntity
            {
                Id = id,
                Week = edition.Week,
                No = no,
                Kind = EditionKind.Closed,
                AsOf = now,
                CatalogueVersion = edition.CatalogueVersion,
                ContentHash = edition.ContentHash,
            });
            await db.SaveChangesAsync(cancellationToken);
            var snapshots = await SnapshotsAsync(db, edition.Id, cancellationToken);
            await database.InsertAsync(db, [.. snapshots.Select(snapshot => SnapshotEntity.Of(snapshot, id))], cancellationToken);
        }
    }

    /// <summary>The same results give the same hash, whatever order they come in.</summary>
    public static string Hash(IEnumerable<Snapshot> snapshots)
    {
        var text = new StringBuilder();
        foreach (var row in snapshots.OrderBy(row => row.Indicator, StringComparer.Ordinal).ThenBy(row => row.Unit, StringComparer.Ordinal))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{row.Indicator}|{row.Unit}|{row.Numerator}|{row.Denominator}|{row.Value:0.00}|{row.Coverage.Reported}|{row.Coverage.Carried}|{row.Coverage.Expected}|");
            text.Append(
                CultureInfo.InvariantCulture,
                $"{row.Rank}|{row.Unranked}|{row.Light}|{row.Change?.Amount:0.00}|{row.Change?.IsExactlyZero}|{row.Change?.Units}|{row.Change?.Whole}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
