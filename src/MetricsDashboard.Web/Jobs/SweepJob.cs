using Hangfire;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;

namespace MetricsDashboard.Web.Jobs;

/// <summary>sweep: puts back into the queue what Hangfire forgot, a restart lost or a dead worker held.</summary>
public sealed class SweepJob(UploadStore uploads, HeldTermStore terms, CardThresholdsStore thresholds, CaseFileInbox inbox, BusinessClock clock, IBackgroundJobClient jobs)
{
    [JobDisplayName("重新排入没有做完的工作")]
    [AutomaticRetry(Attempts = 0)]
    [DisableConcurrentExecution(timeoutInSeconds: 5)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await uploads.StaleAsync(Actor.System, clock.Now, cancellationToken)) QueuedUploads.Enqueue(jobs, id);
        if ((await thresholds.AskedAsync(Actor.System, cancellationToken)).Count > 0) DeriveCardsJob.Enqueue(jobs);
        TakeCaseFileJob.EnqueueAll(jobs, inbox, clock.Now);
        foreach (var source in await terms.ReadyAsync(Actor.System, cancellationToken)) ReleaseHeldJob.Enqueue(jobs, source, Actor.System.Name);
    }
}
