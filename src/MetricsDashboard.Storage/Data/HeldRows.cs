using System.Globalization;
using System.Text.Json;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Storage.Entities;
using MetricsDashboard.Storage.Stores;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>Rows that wait, as they are kept.</summary>
internal static class HeldRows
{
    /// <summary>Since when those of the rows wait that were held before: holding them again does not shorten their waiting.</summary>
    public static async Task<IReadOnlyDictionary<(string CaseNo, long Version), DateTimeOffset>> SinceAsync(
        MetricsDb db, Guid source, UnderstoodRows rows, CancellationToken cancellationToken)
    {
        var since = new Dictionary<(string, long), DateTimeOffset>();
        foreach (var numbers in rows.Held.Select(held => held.Entry.Row!.CaseNo).Distinct(StringComparer.Ordinal).Chunk(Codes.MostParameters))
        {
            var some = await db.HeldCases.AsNoTracking().Where(held => held.SourceId == source && numbers.Contains(held.CaseNo))
                .Select(held => new { held.CaseNo, held.Version, held.HeldAt }).ToListAsync(cancellationToken);
            foreach (var held in some) since[(held.CaseNo, held.Version)] = held.HeldAt;
        }

        return since;
    }

    public static List<HeldCaseEntity> Of(
        UnderstoodRows rows, RunEntity run, IReadOnlyDictionary<(string CaseNo, long Version), DateTimeOffset> since, DateTimeOffset now) =>
    [
        .. rows.Held.DistinctBy(held => (held.Entry.Row!.CaseNo, Version(held.Entry.Row))).Select(held => new HeldCaseEntity
        {
            SourceId = run.SourceId,
            CaseNo = held.Entry.Row!.CaseNo,
            Version = Version(held.Entry.Row),
            Kind = held.Term.Kind,
            Text = held.Term.Text,
            Content = JsonSerializer.Serialize(held.Entry.Row.Texts),
            RunId = run.Id,
            HeldAt = since.GetValueOrDefault((held.Entry.Row!.CaseNo, Version(held.Entry.Row)), now),
        }),
    ];

    public static CaseRow Read(HeldCaseEntity held) => CaseRow.Of("", JsonSerializer.Deserialize<List<string>>(held.Content) ?? []);

    /// <summary>A row is only held where its version is a number.</summary>
    public static long Version(CaseRow row) => long.Parse(row.Version, NumberStyles.None, CultureInfo.InvariantCulture);
}
