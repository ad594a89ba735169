using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>By what the rows of one run are understood and stored; read once at its beginning.</summary>
public sealed class CaseIntake
{
    internal CaseIntake(CaseReading reading, CardThresholds thresholds, WorkCalendar calendar, Dictionary<string, string> items) =>
        (Reading, Thresholds, Calendar, Items) = (reading, thresholds, calendar, items);

    /// <summary>What a row means, without storing it.</summary>
    public CaseOutcome Understand(CaseRow row) => Reading.Read(row);

    internal CaseReading Reading { get; }

    internal CardThresholds Thresholds { get; }

    internal WorkCalendar Calendar { get; }

    /// <summary>The items that are known, with their names.</summary>
    internal Dictionary<string, string> Items { get; }

    /// <summary>Tells rows apart, before they are stored. One batch after the other: what was looked up is remembered.</summary>
    public UnderstoodRows Understand(IReadOnlyList<CaseEntry> entries) => UnderstoodRows.Of(Reading, entries);
}

/// <summary>
/// Cases come in batches, each in one transaction together with the run's counts: faulty rows are rejected, those with an unknown word held, the
/// rest stored. The same rows again change nothing.
/// </summary>
public sealed class CaseIntakeStore
{
    private const int HeldAtOnce = 2000;

    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;
    private readonly Recomputation recomputation;

    internal CaseIntakeStore(MetricsDatabase database, CatalogueCache cache, Recomputation recomputation) =>
        (this.database, this.cache, this.recomputation) = (database, cache, recomputation);

    /// <summary>What is known of a source's words now, the thresholds and the calendar in force.</summary>
    public Task<CaseIntake> OpenAsync(Actor actor, Guid source, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        return database.ReadAsync(
            async db =>
            {
                var terms = await db.CaseTerms.AsNoTracking().Where(term => term.SourceId == source).OrderBy(term => term.SaidAt).ThenBy(term => term.Id)
                    .Select(term => new CaseTerm(term.Kind, term.Text, term.Meaning)).ToListAsync(cancellationToken);
                var vocabulary = new CaseVocabulary(await cache.RequireAsync(db, cancellationToken), terms);
                return new CaseIntake(
                    new CaseReading(vocabulary, now),
                    await CardRules.ThresholdsAsync(db, cancellationToken),
                    await CardRules.CalendarAsync(db, cancellationToken),
                    await db.CaseItems.ToDictionaryAsync(item => item.Code, item => item.Name, StringComparer.Ordinal, cancellationToken));
            },
            cancellationToken);
    }

    /// <summary>Stores some rows of a run.</summary>
    /// <param name="expected">How many there will be in all, where the source said so by now.</param>
    /// <exception cref="StateConflictException">The run was given up, because its worker seemed dead.</exception>
    public async Task<RunProgress> StoreAsync(Actor actor, Guid run, CaseIntake intake, UnderstoodRows rows, DateTimeOffset now, int? expected = null, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        ArgumentNullException.ThrowIfNull(intake);
        ArgumentNullException.ThrowIfNull(rows);
        var progress = await database.WriteOrFindAsync(
            async db =>
            {
                var row = await RunningAsync(db, run, now, cancellationToken);
                if (row.CancelledBy is not null) return new RunProgress(RunStore.Counts(row), true);
                row.Expected = expected ?? row.Expected;
                await StoreAsync(db, row, intake, rows, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return new RunProgress(RunStore.Counts(row), false);
            },
            cancellationToken);

        // Only what is committed is known.
        if (!progress.IsCancelled) CaseItemRows.Learn(intake.Items, rows.Facts);
        return progress;
    }

    /// <summary>
    /// Reads held rows of a source again, in the order of their numbers: what is understood by now is stored and held no longer, the others wait
    /// on.
    /// </summary>
    /// <param name="after">Begins behind this row; null for the first ones.</param>
    /// <returns>The last row that was read, to go on behind it; null where there are no more.</returns>
    public async Task<(RunProgress Progress, HeldKey? Last)> ReleaseAsync(
        Actor actor, Guid run, Guid source, CaseIntake intake, HeldKey? after, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        ArgumentNullException.ThrowIfNull(intake);
        return await database.WriteOrFindAsync(
            async db =>
            {
                var row = await RunningAsync(db, run, now, cancellationToken);
                var waiting = db.HeldCases.AsNoTracking().Where(held => held.SourceId == source);
                if (after is { CaseNo: var number, Version: var version })
                    waiting = waiting.Where(held => held.CaseNo.CompareTo(number) > 0 || (held.CaseNo == number && held.Version > version));
                var held = row.CancelledBy is not null ? [] : await waiting.OrderBy(held => held.CaseNo).ThenBy(held => held.Version).Take(HeldAtOnce).ToListAsync(cancellationToken);
                if (held.Count == 0) return (new RunProgress(RunStore.Counts(row), row.CancelledBy is not null), (HeldKey?)null);

                var entries = held.ConvertAll(waits => new CaseEntry(HeldRows.Read(waits), $"待对应的办件{waits.CaseNo}", waits.Content, null));
                var read = intake.Understand(entries);
                foreach (var settled in held.Where(waits => !read.IsHeld(waits.CaseNo, waits.Version)))
                    await db.HeldCases.Where(waits => waits.SourceId == source && waits.CaseNo == settled.CaseNo && waits.Version == settled.Version).ExecuteDeleteAsync(cancellationToken);
                await StoreAsync(db, row, intake, read, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return (new RunProgress(RunStore.Counts(row), false), new HeldKey(held[^1].CaseNo, held[^1].Version));
            },
            cancellationToken);
    }

    /// <summary>Counts the open weeks anew; see <see cref="CaseCounting"/>.</summary>
    /// <param name="run">The run after which it is done; null where none brought it about.</param>
    public Task<IReadOnlyList<ReportingWeek>> CountAsync(Actor actor, Guid? run, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        return database.WriteAsync(
            async db => await CaseCounting.ObserveAsync(database, db, await cache.RequireAsync(db, cancellationToken), recomputation, run, actor, now, cancellationToken), cancellationToken);
    }

    private async Task StoreAsync(MetricsDb db, RunEntity run, CaseIntake intake, UnderstoodRows read, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var batch = new CaseBatch(database, db, new CaseRules(intake.Thresholds, intake.Calendar, run.Id, run.StartedAt));
        await CaseItemRows.StoreAsync(database, db, intake.Items, read.Facts, run.Id, now, cancellationToken);
        await batch.StoreAsync(read.Facts, cancellationToken);
        await database.MergeAsync(db, HeldRows.Of(read, run, await HeldRows.SinceAsync(db, run.SourceId, read, cancellationToken), now), cancellationToken);
        var rejected = read.Rejected.Concat(batch.Contradictions.Select(read.Contradiction))
            .Select((row, i) => new RunRejectEntity { RunId = run.Id, No = run.Rejected + i + 1, Place = row.Place, Text = row.Text, Message = row.Fault! }).ToList();
        await database.InsertAsync(db, rejected, cancellationToken);
        run.Read += read.Count;
        run.Created += batch.Created;
        run.Revised += batch.Revised;
        run.Unchanged += batch.Unchanged;
        run.Held += read.Held.Count;
        run.Rejected += rejected.Count;
    }

    private static async Task<RunEntity> RunningAsync(MetricsDb db, Guid run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await db.Runs.SingleOrDefaultAsync(row => row.Id == run, cancellationToken) ?? throw new StateConflictException("没有这个采集批次。");
        if (row.State is not RunState.Running) throw new StateConflictException("这个采集批次已经结束。");
        row.LeaseUntil = now + RunStore.Lease;
        return row;
    }
}
