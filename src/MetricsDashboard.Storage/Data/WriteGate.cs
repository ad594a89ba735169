using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace MetricsDashboard.Storage.Data;

/// <summary>
/// SQLite has one writer at a time. Writers of this process queue here, first come first served, instead of polling the file's lock, where
/// under load some would never get their turn.
/// </summary>
internal sealed class WriteGate
{
    private static readonly ConcurrentDictionary<string, WriteGate> Gates = new(StringComparer.Ordinal);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Lock sync = new();
    private readonly Queue<TaskCompletionSource> waiting = [];
    private bool isTaken;

    /// <summary>The gate of a database file, whoever opens it in this process.</summary>
    public static WriteGate Of(string connectionString)
    {
        var source = new SqliteConnectionStringBuilder(connectionString).DataSource;
        return Gates.GetOrAdd(source.Length == 0 || source[0] == ':' ? source : Path.GetFullPath(source), _ => new WriteGate());
    }

    /// <summary>Waits for the turn; disposing what is returned ends it.</summary>
    /// <exception cref="TimeoutException">The turn did not come in time.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (Queue() is not { } turn) return new Turn(this);
        try
        {
            await turn.Task.WaitAsync(Patience, cancellationToken);
            return new Turn(this);
        }
        catch (Exception fault) when (fault is TimeoutException or OperationCanceledException)
        {
            GiveUp(turn);
            throw;
        }
    }

    /// <summary>Waits for the turn on this thread.</summary>
    /// <exception cref="TimeoutException">The turn did not come in time.</exception>
    public IDisposable Enter()
    {
        if (Queue() is { } turn && !turn.Task.Wait(Patience))
        {
            GiveUp(turn);
            throw new TimeoutException("The database's write gate did not open in time.");
        }

        return new Turn(this);
    }

    private TaskCompletionSource? Queue()
    {
        lock (sync)
        {
            if (!isTaken)
            {
                isTaken = true;
                return null;
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(turn);
            return turn;
        }
    }

    private void GiveUp(TaskCompletionSource turn)
    {
        // Where the turn came in the very moment of giving up, it has to be passed on.
        if (!turn.TrySetCanceled()) Leave();
    }

    private void Leave()
    {
        lock (sync)
        {
            while (waiting.TryDequeue(out var next))
            {
                if (next.TrySetResult()) return;
            }

            isTaken = false;
        }
    }

    private sealed class Turn(WriteGate gate) : IDisposable
    {
        private WriteGate? gate = gate;

        public void Dispose() => Interlocked.Exchange(ref gate, null)?.Leave();
    }
}
