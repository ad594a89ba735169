using Hangfire;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;

namespace MetricsDashboard.Web.Jobs;

/// <summary>take-case-file: takes in a file of cases that somebody brought. Where another run of its source is under way, the sweep asks again.</summary>
public sealed class TakeCaseFileJob(CaseFileInbox inbox, TakeCaseFile take, BusinessClock clock, ILogger<TakeCaseFileJob> log)
{
    public static void Enqueue(IBackgroundJobClient jobs, Guid file) => jobs.Enqueue<TakeCaseFileJob>(job => job.RunAsync(file, CancellationToken.None));

    /// <summary>Puts into the queue whatever waits and may be tried.</summary>
    public static void EnqueueAll(IBackgroundJobClient jobs, CaseFileInbox inbox, DateTimeOffset now)
    {
        foreach (var file in inbox.List().Where(file => file.NotBefore is null || file.NotBefore <= now)) Enqueue(jobs, file.Id);
    }

    [JobDisplayName("采集上传的办件文件 {0}")]
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var content = inbox.TryOpen(id);
        if (content is null || inbox.Find(id) is not { } file) return;
        switch ((await take.RunAsync(file, content, cancellationToken))?.State)
        {
            case null:
                log.LogInformation("File {File} waits for another run of its source", id);
                break;
            case RunState.Failed:
                inbox.Postpone(file, clock.Now);
                break;
            default:
                inbox.Remove(id);
                break;
        }
    }
}
