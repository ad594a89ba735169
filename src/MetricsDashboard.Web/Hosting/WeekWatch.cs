using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Hosting;

/// <summary>
/// Tells open pages that something of a week changed, wherever it was written: the week table is asked every two seconds while anybody
/// watches.
/// </summary>
public sealed class WeekWatch(WeekStore weeks, TimeProvider time, ILogger<WeekWatch> log) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private const int AtOnce = 8;

    private readonly Lock gate = new();
    private readonly HashSet<Watcher> watchers = [];

    /// <summary>Calls back after each change until disposed of. The call comes from no page's thread.</summary>
    public IDisposable Watch(Func<Task> changed)
    {
        var watcher = new Watcher(this, changed);
        lock (gate) watchers.Add(watcher);
        return watcher;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        int? seen = null;
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                seen = await LookAsync(seen, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // A spell without a database, whatever its provider throws then: the pages stand still and are told afterwards.
                log.LogWarning(fault, "The week table could not be asked for changes");
            }
        }
    }

    private async Task<int?> LookAsync(int? seen, CancellationToken cancellationToken)
    {
        Watcher[] all;
        lock (gate) all = [.. watchers];
        if (all.Length == 0) return null;
        var stamp = await weeks.StampAsync(Actor.System, cancellationToken);
        if (seen is not null && seen != stamp)
        {
            // Not all at once: each page asks the database a few things.
            var some = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(all, some, async (watcher, _) => await watcher.TellAsync(log));
        }

        return stamp;
    }

    private sealed class Watcher(WeekWatch owner, Func<Task> changed) : IDisposable
    {
        public async Task TellAsync(ILogger log)
        {
            try
            {
                await changed();
            }
            catch (ObjectDisposedException)
            {
                Dispose();
            }
            catch (Exception fault) when (fault is not ObjectDisposedException)
            {
                // One page's fault is that page's: the others are told, and the service goes on.
                log.LogWarning(fault, "An open page could not take a change");
            }
        }

        public void Dispose()
        {
            lock (owner.gate) owner.watchers.Remove(this);
        }
    }
}
