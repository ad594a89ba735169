using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>The list of items grows by what the sources name.</summary>
internal static class CaseItemRows
{
    /// <summary>Enters the items that are seen for the first time under the name that the source gives.</summary>
    public static async Task StoreAsync(
        MetricsDatabase database, MetricsDb db, Dictionary<string, string> known, IReadOnlyList<CaseFacts> facts, Guid run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in facts)
        {
            if (IsNews(known, row)) found[row.ItemCode] = Name(row);
        }

        if (found.Count == 0) return;
        var rows = found.Select(item => new CaseItemEntity { Code = item.Key, Name = item.Value, RunId = run, FirstSeenAt = now }).ToList();
        foreach (var code in await database.InsertNewAsync(db, rows, row => row.Code, cancellationToken))
        {
            // A name at last for an item that had only its code.
            var name = found[code];
            await db.CaseItems.Where(item => item.Code == code && item.Name == code).ExecuteUpdateAsync(update => update.SetProperty(item => item.Name, name), cancellationToken);
        }
    }

    /// <summary>Remembers what is stored by now.</summary>
    public static void Learn(Dictionary<string, string> known, IReadOnlyList<CaseFacts> facts)
    {
        foreach (var row in facts)
        {
            if (IsNews(known, row)) known[row.ItemCode] = Name(row);
        }
    }

    private static bool IsNews(Dictionary<string, string> known, CaseFacts row) =>
        !known.TryGetValue(row.ItemCode, out var name) || (name == row.ItemCode && row.ItemName.Length > 0 && row.ItemName != name);

    private static string Name(CaseFacts row) => row.ItemName.Length == 0 ? row.ItemCode : row.ItemName;
}
