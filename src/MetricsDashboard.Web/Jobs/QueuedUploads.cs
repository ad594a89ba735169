using Hangfire;

namespace MetricsDashboard.Web.Jobs;

/// <summary>The one way into the queue. An upload may stand in it twice; it is processed once.</summary>
public static class QueuedUploads
{
    public static void Enqueue(IBackgroundJobClient jobs, Guid id) =>
        jobs.Enqueue<ReceiveUploadJob>(job => job.RunAsync(id, CancellationToken.None));
}
