using Hangfire;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Storage;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;

namespace MetricsDashboard.Web.Jobs;

/// <summary>take-sources: queues the sources that are due. The table of sources, not the scheduler, knows which are; one that failed is due again soon.</summary>
public sealed class TakeSourcesJob(SourceStore sources, RunStore runs, RunEnds ends, BusinessClock clock, IBackgroundJobClient jobs)
{
    [JobDisplayName("按时采集数据源")]
    [AutomaticRetry(Attempts = 0)]
    [DisableConcurrentExecution(timeoutInSeconds: 5)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ends.MakeGoodAsync(cancellationToken);
            await runs.GiveUpDeadAsync(Actor.System, clock.Now, cancellationToken);
            foreach (var source in await sources.DueAsync(Actor.System, clock.Now, cancellationToken)) TakeSourceJob.Enqueue(jobs, source.Id, RunTrigger.Schedule, Actor.System.Name);
        }
        catch (Exception fault) when (StorageFaults.Is(fault))
        {
            // While nothing can be stored nobody is asked, and the pages say so.
            ends.Note(fault);
        }
    }
}
