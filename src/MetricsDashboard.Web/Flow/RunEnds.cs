using System.Collections.Concurrent;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;

namespace MetricsDashboard.Web.Flow;

/// <summary>That the database does not do its work, and since when.</summary>
public sealed record StorageTrouble(string Sentence, DateTimeOffset Since);

/// <summary>
/// Ends runs and counts the open weeks. A database that is full or locked cannot be told how a run ended: that is remembered here, shown by the
/// pages, and made good as soon as it works again. A restart forgets it; it gives up the run and counts all the same.
/// </summary>
public sealed class RunEnds(RunStore runs, CaseIntakeStore cases, BusinessClock clock, ILogger<RunEnds> log)
{
    private readonly ConcurrentDictionary<Guid, (RunEnd End, DateTimeOffset At)> untold = new();

    /// <summary>Null while the database works, as far as anybody has seen.</summary>
    public StorageTrouble? Trouble { get; private set; }

    /// <summary>Ends a run, and counts the open weeks where it may have changed them.</summary>
    /// <param name="run">The run.</param>
    /// <param name="end">How it ended.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Stops the counting; the end is recorded all the same.</param>
    /// <exception cref="Exception">A fault of the database, see <see cref="StorageFaults"/>: the end is recorded later.</exception>
    public async Task<RunRow> EndAsync(Guid run, RunEnd end, DateTimeOffset at, CancellationToken cancellationToken)
    {
        RunRow row;
        try
        {
            row = await runs.FinishAsync(Actor.System, run, end, at, CancellationToken.None);
        }
        catch (Exception fault) when (StorageFaults.Is(fault))
        {
            untold[run] = (end, at);
            Note(fault);
            throw;
        }

        log.LogInformation("Run {Run} of {Source}: {State}, {Counts}", run, row.Source, row.State, row.Counts);
        if (row.UploadId is not null || (row.State is not Domain.Sources.RunState.Done && row.Counts.Created + row.Counts.Revised + row.Counts.Unchanged == 0)) return row;
        try
        {
            // Cards come with time too, so that a source which tells nothing new is news.
            await cases.CountAsync(Actor.System, run, at, cancellationToken);
        }
        catch (Exception fault) when (StorageFaults.Is(fault))
        {
            Note(fault);
        }

        return row;
    }

    /// <summary>The database failed somebody.</summary>
    public void Note(Exception fault)
    {
        log.LogError(fault, "The database does not do its work");
        Trouble = new StorageTrouble(StorageFaults.Sentence(fault, isAskedAgain: true), Trouble?.Since ?? clock.Now);
    }

    /// <summary>Records what could not be recorded, and counts; nothing to do while the database works.</summary>
    /// <exception cref="Exception">A fault of the database: it does not work yet.</exception>
    public async Task MakeGoodAsync(CancellationToken cancellationToken)
    {
        if (Trouble is null) return;
        try
        {
            foreach (var (run, (end, at)) in untold)
            {
                await runs.FinishAsync(Actor.System, run, end, at, cancellationToken);
                untold.TryRemove(run, out _);
            }

            await cases.CountAsync(Actor.System, null, clock.Now, cancellationToken);
        }
        catch (Exception fault) when (StorageFaults.Is(fault))
        {
            Note(fault);
            throw;
        }

        log.LogInformation("The database works again");
        Trouble = null;
    }
}
