using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Storage.Data;

namespace MetricsDashboard.Storage.Stores;

/// <summary>Rows of a batch, told apart: to be stored, held or rejected.</summary>
public sealed class UnderstoodRows
{
    private readonly Dictionary<(string CaseNo, long Version), CaseRow> waiting = [];
    private readonly List<CaseEntry> entries = [];

    private UnderstoodRows()
    {
    }

    /// <summary>How many there are.</summary>
    public int Count => Facts.Count + Held.Count + Rejected.Count;

    /// <summary>To be stored, in their order.</summary>
    internal List<CaseFacts> Facts { get; } = [];

    /// <summary>To be held; the same row twice is held once, and counted twice.</summary>
    internal List<(CaseEntry Entry, UnknownTerm Term)> Held { get; } = [];

    /// <summary>With what is wrong of each.</summary>
    internal List<CaseEntry> Rejected { get; } = [];

    internal static UnderstoodRows Of(CaseReading reading, IReadOnlyList<CaseEntry> entries)
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
                var (row, version) = (entry.Row!, HeldRows.Version(entry.Row!));
                if (rows.waiting.TryAdd((row.CaseNo, version), row) || rows.waiting[(row.CaseNo, version)].Texts.SequenceEqual(row.Texts)) rows.Held.Add((entry, term));
                else rows.Rejected.Add(entry with { Fault = Contradicts(row.CaseNo, version) });
            }
            else
            {
                rows.Rejected.Add(entry with { Fault = outcome.Fault });
            }
        }

        return rows;
    }

    internal bool IsHeld(string caseNo, long version) => waiting.ContainsKey((caseNo, version));

    /// <summary>A row that was understood, and contradicts what is stored.</summary>
    internal CaseEntry Contradiction(int i) =>
        entries[i] with { Fault = Contradicts(Facts[i].CaseNo, Facts[i].Version) };

    private static string Contradicts(string caseNo, long version) =>
        $"办件{caseNo}的版本{version}已经收到过，内容与这一行不同：同一版本的内容不能改，请来源增加版本号后重新提供";
}
