using Hangfire;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;

namespace MetricsDashboard.Web.Jobs;

/// <summary>accept-clean: where it is set so, accepts what the units' own reviewers passed and nothing is wrong with.</summary>
public sealed class AcceptCleanJob(AcceptanceStore acceptance, BusinessClock clock, ILogger<AcceptCleanJob> log)
{
    [JobDisplayName("自动接收无异常的报送")]
    [AutomaticRetry(Attempts = 0)]
    [DisableConcurrentExecution(timeoutInSeconds: 5)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var accepted = await acceptance.AcceptCleanAsync(Actor.System, clock.Now, cancellationToken);
        if (accepted > 0) log.LogInformation("Accepted {Count} clean submissions automatically", accepted);
    }
}
