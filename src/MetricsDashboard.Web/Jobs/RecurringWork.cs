using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;
using MetricsDashboard.Web.Clock;

namespace MetricsDashboard.Web.Jobs;

/// <summary>One recurring job: its id, its hours in Asia/Shanghai, its work.</summary>
public sealed record RecurringEntry(string Id, string Cron, Job Job);

/// <summary>
/// The recurring jobs. The calendar's crons of open-week and close-week are only the hours at which something usually falls due; both
/// also come by every ten minutes, because the week table decides and the demonstration's clock is not the scheduler's.
/// </summary>
public static class RecurringWork
{
    public static IReadOnlyList<RecurringEntry> Entries { get; } =
    [
        new("sweep", Cron.Minutely(), Job.FromExpression<SweepJob>(job => job.RunAsync(CancellationToken.None))),
        new("open-week", "*/10 * * * *", Job.FromExpression<OpenWeekJob>(job => job.RunAsync(CancellationToken.None))),
        new("remind", "2-59/10 * * * *", Job.FromExpression<RemindJob>(job => job.RunAsync(CancellationToken.None))),
        new("deliver", Cron.Minutely(), Job.FromExpression<DeliverJob>(job => job.RunAsync(CancellationToken.None))),
        new("accept-clean", Cron.Minutely(), Job.FromExpression<AcceptCleanJob>(job => job.RunAsync(CancellationToken.None))),
        new("derive-cards", "40 * * * *", Job.FromExpression<DeriveCardsJob>(job => job.RunAsync(CancellationToken.None))),
        new("take-sources", Cron.Minutely(), Job.FromExpression<TakeSourcesJob>(job => job.RunAsync(CancellationToken.None))),
        new("close-week", "5-59/10 * * * *", Job.FromExpression<CloseWeekJob>(job => job.RunAsync(CancellationToken.None))),
    ];

    /// <summary>
    /// Restores what is missing. After a spell of failing storage Hangfire disables recurring jobs silently and for good
    /// (HangfireIO/Hangfire#2582): such a job has an error and no next execution.
    /// </summary>
    /// <returns>The ids of the jobs that were restored.</returns>
    public static IReadOnlyList<string> Restore(JobStorage storage)
    {
        using var connection = storage.GetConnection();
        var alive = connection.GetRecurringJobs()
            .Where(job => !job.Removed && job.Error is null && job.NextExecution is not null).Select(job => job.Id).ToHashSet(StringComparer.Ordinal);
        var manager = new RecurringJobManager(storage);
        var restored = Entries.Where(entry => !alive.Contains(entry.Id)).ToList();
        foreach (var entry in restored)
        {
            manager.RemoveIfExists(entry.Id);
            manager.AddOrUpdate(entry.Id, entry.Job, entry.Cron, new RecurringJobOptions { TimeZone = BusinessClock.Zone });
        }

        return [.. restored.Select(entry => entry.Id)];
    }
}
