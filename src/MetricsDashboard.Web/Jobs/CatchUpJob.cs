using Hangfire;

namespace MetricsDashboard.Web.Jobs;

/// <summary>catch-up: what fell due while the program stood still, in order: weeks are opened, sources asked, and the weeks whose lock has passed closed, drafted and reminded of.</summary>
public sealed class CatchUpJob(OpenWeekJob open, TakeSourcesJob sources, CloseWeekJob close, RemindJob remind)
{
    [JobDisplayName("补做停机期间的工作")]
    [AutomaticRetry(Attempts = 3)]
    [DisableConcurrentExecution(timeoutInSeconds: 5)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await open.RunAsync(cancellationToken);
        await sources.RunAsync(cancellationToken);
        await close.RunAsync(cancellationToken);
        await remind.RunAsync(cancellationToken);
    }
}
