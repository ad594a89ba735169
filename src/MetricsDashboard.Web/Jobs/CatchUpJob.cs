using Hangfire;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;

namespace MetricsDashboard.Web.Jobs;

/// <summary>catch-up: what fell due while the program stood still, in order: weeks are opened, sources asked, and the weeks whose lock has passed closed, drafted and reminded of.</summary>
public sealed class CatchUpJob(OpenWeekJob open, SourceStore sources, TakeSource take, CloseWeekJob close, RemindJob remind, BusinessClock clock)
{
    [JobDisplayName("补做停机期间的工作")]
    [AutomaticRetry(Attempts = 3)]
    [DisableConcurrentExecution(timeoutInSeconds: 5)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await open.RunAsync(cancellationToken);

        // Here and now rather than by jobs of their own: what they bring belongs into the weeks that are closed next.
        foreach (var source in await sources.DueAsync(Actor.System, clock.Now, cancellationToken)) await take.RunAsync(source.Id, RunTrigger.CatchUp, Actor.System.Name, cancellationToken);
        await close.RunAsync(cancellationToken);
        await remind.RunAsync(cancellationToken);
    }
}
