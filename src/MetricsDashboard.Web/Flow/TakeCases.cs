using System.Threading.Channels;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Ingestion.Formats.Cases;
using MetricsDashboard.Ingestion.Sources;
using MetricsDashboard.Storage;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;

namespace MetricsDashboard.Web.Flow;

/// <summary>
/// Cases of one run: a batch is read while the one before is understood and the one before that is stored, in one transaction with the run's
/// counts, and at the end the open weeks are counted. A run that breaks off is begun again; what it had stored is unchanged then.
/// </summary>
public sealed class TakeCases(RunStore runs, CaseIntakeStore cases, RunEnds ends, BusinessClock clock, ILogger<TakeCases> log)
{
    private const int BatchSize = 5000;

    /// <summary>Begins a run and takes in its cases; null where another run of the source is under way.</summary>
    public Task<RunRow?> RunAsync(
        Guid source, RunTrigger trigger, string? fileName, string startedBy, Func<long?>? expected, IAsyncEnumerable<CaseEntry> entries, Func<string?>? cursor, CancellationToken cancellationToken) =>
        RunAsync(source, trigger, fileName, startedBy, expected, entries, cursor, () => clock.Now, cancellationToken);

    /// <summary>The same at another time: the demonstration looks back.</summary>
    public async Task<RunRow?> RunAsync(
        Guid source, RunTrigger trigger, string? fileName, string startedBy, Func<long?>? expected, IAsyncEnumerable<CaseEntry> entries, Func<string?>? cursor, Func<DateTimeOffset> now, CancellationToken cancellationToken)
    {
        // An end that could not be recorded would keep the next run from beginning.
        await ends.MakeGoodAsync(cancellationToken);
        if (await runs.StartAsync(Actor.System, source, trigger, fileName, startedBy, Expected(expected), now(), cancellationToken) is not { } run) return null;
        log.LogInformation("Run {Run} begins", run);
        return await RunAsync(source, run, isAskedAgain: trigger is not RunTrigger.Push, expected, entries, cursor, now, cancellationToken);
    }

    private async Task<RunRow> RunAsync(Guid source, Guid run, bool isAskedAgain, Func<long?>? expected, IAsyncEnumerable<CaseEntry> entries, Func<string?>? cursor, Func<DateTimeOffset> now, CancellationToken cancellationToken)
    {
        RunEnd end;
        try
        {
            var cancelled = await StoreAsync(source, run, expected, entries, now, cancellationToken);
            end = new RunEnd(cancelled ? RunState.Cancelled : RunState.Done, null, cancelled ? null : cursor?.Invoke());
        }
        catch (CaseFileException fault)
        {
            end = new RunEnd(RunState.Refused, fault.Message);
        }
        catch (SourceException fault)
        {
            end = new RunEnd(RunState.Failed, fault.Message);
        }
        catch (IOException fault)
        {
            log.LogWarning(fault, "Run {Run} could not read on", run);
            end = new RunEnd(RunState.Failed, "读取文件时出错，没有读完。已存入的部分保留，会自动重新采集。");
        }
        catch (Exception fault) when (StorageFaults.Is(fault))
        {
            ends.Note(fault);
            end = new RunEnd(RunState.Failed, StorageFaults.Sentence(fault, isAskedAgain));
        }

        return await ends.EndAsync(run, end, now(), cancellationToken);
    }

    /// <summary>True where a person cancelled it.</summary>
    private async Task<bool> StoreAsync(Guid source, Guid run, Func<long?>? expected, IAsyncEnumerable<CaseEntry> entries, Func<DateTimeOffset> now, CancellationToken cancellationToken)
    {
        var intake = await cases.OpenAsync(Actor.System, source, now(), cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<Task<UnderstoodRows>>(1);
        var reading = Task.Run(() => ReadAsync(entries, intake, batches.Writer, stop.Token), stop.Token);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken))
            {
                if ((await cases.StoreAsync(Actor.System, run, intake, await batch, now(), Expected(expected), cancellationToken)).IsCancelled) return true;
            }

            return false;
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>How many there will be, which some sources say with their first page.</summary>
    private static int? Expected(Func<long?>? expected) => expected?.Invoke() is >= 0 and <= int.MaxValue and { } rows ? (int)rows : null;

    /// <summary>What was read before a fault is stored before the fault is told.</summary>
    private static async Task ReadAsync(IAsyncEnumerable<CaseEntry> entries, CaseIntake intake, ChannelWriter<Task<UnderstoodRows>> batches, CancellationToken cancellationToken)
    {
        var batch = new List<CaseEntry>(BatchSize);
        var understanding = Task.CompletedTask;
        Exception? fault = null;
        try
        {
            await foreach (var entry in entries.WithCancellation(cancellationToken))
            {
                batch.Add(entry);
                if (batch.Count == BatchSize) await HandOnAsync();
            }
        }
        catch (Exception told) when (told is CaseFileException or SourceException or IOException or OperationCanceledException)
        {
            fault = told;
        }

        if (batch.Count > 0 && fault is not OperationCanceledException) await HandOnAsync();
        batches.Complete(fault);

        async Task HandOnAsync()
        {
            var read = batch;
            batch = new List<CaseEntry>(BatchSize);
            await understanding;
            var rows = Task.Run(() => intake.Understand(read), cancellationToken);
            understanding = rows;
            await batches.WriteAsync(rows, cancellationToken);
        }
    }
}
