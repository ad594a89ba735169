using Hangfire;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Hosting;

namespace MetricsDashboard.Web.Jobs;

/// <summary>
/// derive-cards: makes good a change of thresholds or calendar that broke off, or that came while a run was storing cases by the old ones.
/// Mostly there is nothing to do.
/// </summary>
public sealed class DeriveCardsJob(DerivedCards cards, BusinessClock clock, ILogger<DeriveCardsJob> log)
{
    [JobDisplayName("按阈值和节假日核对红黄牌")]
    [AutomaticRetry(Attempts = 0)]
    [DisableConcurrentExecution(timeoutInSeconds: 5)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var changed = await cards.RepairAsync(clock.Now, cancellationToken);
        if (changed > 0) log.LogInformation("Derived the cards of {Count} cases anew", changed);
    }
}
