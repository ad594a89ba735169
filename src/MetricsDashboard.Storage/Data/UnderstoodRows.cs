using System.Globalization;
using System.Text.Json;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>Rows of a batch, told apart.</summary>
internal sealed class UnderstoodRows
{
    private readonly HashSet<(string CaseNo, long Version)> heldKeys = [];
    private readonly List<CaseEntry> entries = [];

    /// <summary>To be stored, in their order.</summary>
    public List<CaseFacts> Facts { get; } = [];

    /// <summary>To be held; the same row twice is held once, and counted twice.</summary>
    public List<(CaseEntry Entry, UnknownTerm Term)> Held { get; } = [];

    /// <summary>With what is wrong of each.</summary>
    public List<CaseEntry> Rejected { get; } = [];

    public static UnderstoodRows Of(CaseReading reading, IReadOnlyList<CaseEntry> entries)
    {
        var rows = new UnderstoodRows();
        foreach (var entry in entries)
        {
            var outcome = entry.Row is null ? new CaseOutcome(null, null, entry.Fault) : reading.Read(entry.Row);
            if (outcome.Facts is { } facts)
            {
                rows.Facts.Add(facts);
                rows.entries.Add(entry);
            }
            else if (outcome.Unknown is { } term)
            {
                rows.Held.Add((entry, term));
                rows.heldKeys.Add((entry.Row!.CaseNo, HeldRows.Version(entry.Row)));
            }
            else
            {
                rows.Rejected.Add(entry with { Fault = outcome.Fault });
            }
        }

        return rows;
    }

    public bool IsHeld(string caseNo, long version) => heldKeys.Contains((caseNo, version));

    /// <summary>A row that was understood, and contradicts what is stored.</summary>
    public CaseEntry Contradiction(int i) =>
        entries[i] with { Fault = $"办件{Facts[i].CaseNo}的版本{Facts[i].Version}已经收到过，内容与这一行不同：同一版本的内容不能改，请来源增加版本号后重新提供" };
}

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
