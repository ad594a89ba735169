using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>Stores understood versions of cases within a transaction: inserts the cases that are new, and looks up only the others.</summary>
internal sealed class CaseBatch(MetricsDatabase database, MetricsDb db, CaseRules rules)
{
    public int Created { get; private set; }

    public int Revised { get; private set; }

    public int Unchanged { get; private set; }

    /// <summary>Versions that are known with another content, by their place in the list that was stored.</summary>
    public List<int> Contradictions { get; } = [];

    public async Task StoreAsync(IReadOnlyList<CaseFacts> facts, CancellationToken cancellationToken)
    {
        var first = new Dictionary<string, CaseEntity>(facts.Count, StringComparer.Ordinal);
        var others = new List<int>();
        for (var i = 0; i < facts.Count; i++)
        {
            if (first.ContainsKey(facts[i].CaseNo)) others.Add(i);
            else first.Add(facts[i].CaseNo, CaseVersions.First(facts[i], rules));
        }

        var known = await database.InsertNewAsync(db, first.Values, row => row.CaseNo, cancellationToken);
        Created = first.Count - known.Count;
        if (known.Count == 0 && others.Count == 0) return;

        // Of a known case its first row of the batch is still to be judged, before those that follow.
        var rest = known.Count == 0 ? others : [.. Enumerable.Range(0, facts.Count).Where(i => known.Contains(facts[i].CaseNo)).Concat(others.Where(i => !known.Contains(facts[i].CaseNo))).Order()];
        await ChangeAsync(facts, rest, first, known, cancellationToken);
    }

    private async Task ChangeAsync(IReadOnlyList<CaseFacts> facts, List<int> rest, Dictionary<string, CaseEntity> inserted, IReadOnlySet<string> known, CancellationToken cancellationToken)
    {
        var newest = (await FindAsync(db.Cases, [.. known], cancellationToken)).ToDictionary(row => row.CaseNo, StringComparer.Ordinal);
        var older = rest.Where(i => newest.TryGetValue(facts[i].CaseNo, out var row) && row.Version != facts[i].Version).Select(i => facts[i].CaseNo).Distinct(StringComparer.Ordinal).ToList();
        var past = (await FindAsync(db.CasePast, older, cancellationToken)).ToLookup(row => row.CaseNo, StringComparer.Ordinal);
        var cases = new Dictionary<string, CaseVersions>(StringComparer.Ordinal);
        foreach (var i in rest)
        {
            var number = facts[i].CaseNo;
            if (!cases.TryGetValue(number, out var versions))
                cases[number] = versions = new CaseVersions(rules, newest.TryGetValue(number, out var row) ? row : inserted[number], past[number]);
            switch (versions.Add(facts[i]))
            {
                case VersionEffect.Unchanged: Unchanged++; break;
                case VersionEffect.Revised: Revised++; break;
                default: Contradictions.Add(i); break;
            }
        }

        await database.MergeAsync(db, [.. cases.Values.Where(versions => versions.NewestChanged).Select(versions => versions.Newest)], cancellationToken);
        await database.MergeAsync(db, [.. cases.Values.SelectMany(versions => versions.ChangedPast)], cancellationToken);
    }

    private static async Task<List<T>> FindAsync<T>(IQueryable<T> rows, List<string> numbers, CancellationToken cancellationToken)
        where T : CaseColumns
    {
        var found = new List<T>(numbers.Count);
        foreach (var some in numbers.Chunk(Codes.MostParameters))
            found.AddRange(await rows.AsNoTracking().Where(row => some.Contains(row.CaseNo)).ToListAsync(cancellationToken));
        return found;
    }
}
