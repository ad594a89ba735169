using Hangfire;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;

namespace MetricsDashboard.Web.Jobs;

/// <summary>
/// receive-upload. Runs at least once, perhaps twice: the claim in <see cref="Receive"/> lets one worker through. A failure is recorded
/// with a reference for the sender; Hangfire logs it and the sweep tries again.
/// </summary>
public sealed class ReceiveUploadJob(Receive receive, UploadStore uploads, BusinessClock clock, ILogger<ReceiveUploadJob> log)
{
    [JobDisplayName("处理上传文件 {0}")]
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var finished = false;
        try
        {
            var outcome = await receive.ProcessAsync(id, clock.Now, cancellationToken);
            finished = true;
            if (outcome is not null) log.LogInformation("Upload {Upload} processed: {Status}", id, outcome.Status);
        }
        finally
        {
            // A shutdown is nobody's failure: the lease ends and another worker takes over.
            if (!finished && !cancellationToken.IsCancellationRequested) await FailAsync(id);
        }
    }

    private async Task FailAsync(Guid id)
    {
        var reference = Guid.NewGuid().ToString("N")[..8];
        log.LogError("Upload {Upload} failed; reference {Reference}", id, reference);
        await uploads.FailAsync(Actor.System, id, reference, clock.Now, CancellationToken.None);
    }
}
