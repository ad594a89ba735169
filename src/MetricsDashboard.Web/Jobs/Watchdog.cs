using Hangfire;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;

namespace MetricsDashboard.Web.Jobs;

/// <summary>
/// watchdog: at start every unfinished upload is queued again and the chasing that fell due meanwhile is taken up, and from then on the recurring jobs are looked after every minute. It is
/// no recurring job itself, or it would fall with those that it is to raise.
/// </summary>
public sealed class Watchdog(
    JobStorage storage, UploadStore uploads, RunStore runs, CaseFileInbox inbox, StorageOptions storageOptions, IBackgroundJobClient jobs, BusinessClock clock, TimeProvider time, ILogger<Watchdog> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        var isQueued = false;
        do
        {
            isQueued = isQueued || await TryAsync(() => QueueUnfinishedAsync(stoppingToken));
            await TryAsync(LookAsync);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private Task LookAsync()
    {
        foreach (var id in RecurringWork.Restore(storage)) log.LogInformation("Recurring job {Job} scheduled", id);
        return Task.CompletedTask;
    }

    /// <summary>A spell without a database is what this service is for; it tries again in a minute.</summary>
    private async Task<bool> TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception fault) when (StorageFaults.Is(fault))
        {
            log.LogWarning(fault, "The recurring jobs and unfinished work could not be looked after");
            return false;
        }
    }

    private async Task QueueUnfinishedAsync(CancellationToken cancellationToken)
    {
        // The embedded database has this one process: whoever held an upload died with the last one.
        if (storageOptions.Provider is StorageProvider.Sqlite)
        {
            await uploads.ReleaseAsync(Actor.System, cancellationToken);
            await runs.ReleaseAsync(Actor.System, clock.Now, cancellationToken);
        }

        foreach (var id in await uploads.StaleAsync(Actor.System, clock.Now, cancellationToken)) QueuedUploads.Enqueue(jobs, id);
        TakeCaseFileJob.EnqueueAll(jobs, inbox, clock.Now);
        jobs.Enqueue<CatchUpJob>(job => job.RunAsync(CancellationToken.None));
    }
}
