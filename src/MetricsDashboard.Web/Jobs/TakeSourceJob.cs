using Hangfire;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Web.Flow;

namespace MetricsDashboard.Web.Jobs;

/// <summary>take-source: asks a source now.</summary>
public sealed class TakeSourceJob(TakeSource take)
{
    public static void Enqueue(IBackgroundJobClient jobs, Guid source, RunTrigger trigger, string startedBy) =>
        jobs.Enqueue<TakeSourceJob>(job => job.RunAsync(source, trigger, startedBy, CancellationToken.None));

    [JobDisplayName("采集数据源 {0}")]
    [AutomaticRetry(Attempts = 0)]
    public Task RunAsync(Guid source, RunTrigger trigger, string startedBy, CancellationToken cancellationToken) => take.RunAsync(source, trigger, startedBy, cancellationToken);
}
