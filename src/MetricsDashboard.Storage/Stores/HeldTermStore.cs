using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>待对应词语: the words of the sources for which rows wait, and what was said of them. What is said is only added; the newest of a word holds.</summary>
public sealed class HeldTermStore
{
    private const int Examples = 3;

    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal HeldTermStore(MetricsDatabase database, CatalogueCache cache) => (this.database, this.cache) = (database, cache);

    /// <summary>The words for which rows wait, those with the most rows first.</summary>
    public Task<IReadOnlyList<HeldTerm>> WaitingAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        SourceAccess.RequireLook(actor);
        return database.ReadAsync<IReadOnlyList<HeldTerm>>(
            async db =>
            {
                var words = await db.HeldCases.GroupBy(held => new { held.SourceId, held.Kind, held.Text })
                    .Select(group => new { group.Key.SourceId, group.Key.Kind, group.Key.Text, Rows = group.Count(), First = group.Min(held => held.HeldAt), Last = group.Max(held => held.HeldAt) })
                    .ToListAsync(cancellationToken);
                if (words.Count == 0) return [];
                var examples = (await db.HeldCases.AsNoTracking().Select(held => new { held.SourceId, held.Kind, held.Text }).Distinct()
                    .SelectMany(word => db.HeldCases.Where(held => held.SourceId == word.SourceId && held.Kind == word.Kind && held.Text == word.Text)
                        .OrderBy(held => held.CaseNo).ThenBy(held => held.Version).Take(Examples))
                    .ToListAsync(cancellationToken))
                    .ToLookup(held => (held.SourceId, held.Kind, held.Text), Example);
                var names = await db.IntakeSources.ToDictionaryAsync(source => source.Id, source => source.Name, cancellationToken);
                var said = (await TermsAsync(db, cancellationToken)).ToDictionary(Key, term => term.Meaning);
                return
                [
                    .. words.OrderByDescending(word => word.Rows).ThenBy(word => word.Kind).ThenBy(word => word.Text, StringComparer.Ordinal).Select(word => new HeldTerm(
                        word.SourceId, names[word.SourceId], word.Kind, word.Text, word.Rows, word.First, word.Last, [.. examples[(word.SourceId, word.Kind, word.Text)]],
                        said.GetValueOrDefault((word.SourceId, word.Kind, CaseVocabulary.WordOf(word.Text))))),
                ];
            },
            cancellationToken);
    }

    /// <summary>What was said, the newest first.</summary>
    public Task<IReadOnlyList<SaidTerm>> SaidAsync(Actor actor, int take, CancellationToken cancellationToken = default)
    {
        SourceAccess.RequireLook(actor);
        return database.ReadAsync<IReadOnlyList<SaidTerm>>(
            async db =>
            {
                var newest = (await TermsAsync(db, cancellationToken)).Select(term => term.Id).ToHashSet();
                var rows = await db.CaseTerms.AsNoTracking().OrderByDescending(term => term.SaidAt).ThenByDescending(term => term.Id).Take(take).ToListAsync(cancellationToken);
                var names = await db.IntakeSources.ToDictionaryAsync(source => source.Id, source => source.Name, cancellationToken);
                return [.. rows.Select(term => new SaidTerm(term.SourceId, names[term.SourceId], term.Kind, term.Text, term.Meaning, term.SaidBy, term.SaidAt, newest.Contains(term.Id)))];
            },
            cancellationToken);
    }

    /// <summary>Says what a word means that rows wait for, or says it anew of a word that was explained before.</summary>
    /// <param name="meaning">One of <see cref="CaseVocabulary.Meanings"/>.</param>
    /// <returns>How many rows wait for the word: they flow in with the next <see cref="CaseIntakeStore.ReleaseAsync"/>.</returns>
    /// <exception cref="StateConflictException">It means nothing, it was said already, or nothing is known of the word.</exception>
    public Task<int> SayAsync(Actor actor, Guid source, CaseTermKind kind, string text, string meaning, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        SourceAccess.RequireExplain(actor);
        ArgumentNullException.ThrowIfNull(text);
        var id = Guid.CreateVersion7(now);
        return database.WriteAsync(
            async db =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                if (CaseVocabulary.Meanings(catalogue, kind).All(choice => choice.Meaning != meaning)) throw new StateConflictException($"请为{kind.Name()}{Quotation.Of(text)}选择含义后再保存。");
                var rows = await db.HeldCases.CountAsync(held => held.SourceId == source && held.Kind == kind && held.Text == text, cancellationToken);

                // In memory: what a database takes for the same text is not what the vocabulary takes for the same word.
                var word = CaseVocabulary.WordOf(text);
                var known = (await db.CaseTerms.Where(term => term.SourceId == source && term.Kind == kind).OrderByDescending(term => term.SaidAt).ThenByDescending(term => term.Id)
                    .Select(term => new { term.Text, term.Meaning }).ToListAsync(cancellationToken)).FirstOrDefault(term => CaseVocabulary.WordOf(term.Text) == word)?.Meaning;
                if (known is null && rows == 0) throw new StateConflictException($"没有办件在等待{kind.Name()}{Quotation.Of(text)}，请刷新后再试。");
                if (known == meaning) throw new StateConflictException($"{kind.Name()}{Quotation.Of(text)}已经对应为这个含义，不需要再保存。");
                db.CaseTerms.Add(new CaseTermEntity { Id = id, SourceId = source, Kind = kind, Text = text, Meaning = meaning, SaidBy = actor.Name, SaidAt = now });
                await db.SaveChangesAsync(cancellationToken);
                return rows;
            },
            cancellationToken);
    }

    /// <summary>The sources of which rows wait for a word that was explained meanwhile. What was held by a run that began later knew the word, and waits on.</summary>
    public async Task<IReadOnlyList<Guid>> ReadyAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await db.HeldCases.Where(held => db.CaseTerms.Any(term =>
                term.SourceId == held.SourceId && term.Kind == held.Kind && term.Text == held.Text && db.Runs.Any(run => run.Id == held.RunId && run.StartedAt <= term.SaidAt)))
            .Select(held => held.SourceId).Distinct().ToListAsync(cancellationToken);
    }

    /// <summary>What holds of each word.</summary>
    private static async Task<IReadOnlyCollection<CaseTermEntity>> TermsAsync(MetricsDb db, CancellationToken cancellationToken)
    {
        var newest = new Dictionary<(Guid, CaseTermKind, string), CaseTermEntity>();
        foreach (var term in await db.CaseTerms.AsNoTracking().OrderBy(term => term.SaidAt).ThenBy(term => term.Id).ToListAsync(cancellationToken)) newest[Key(term)] = term;
        return newest.Values;
    }

    private static (Guid Source, CaseTermKind Kind, string Text) Key(CaseTermEntity term) => (term.SourceId, term.Kind, CaseVocabulary.WordOf(term.Text));

    private static HeldExample Example(HeldCaseEntity held)
    {
        var row = HeldRows.Read(held);
        return new HeldExample(held.CaseNo, row.ItemName.Length > 0 ? row.ItemName : row.ItemCode);
    }
}
