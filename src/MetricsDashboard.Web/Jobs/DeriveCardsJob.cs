using Hangfire;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Hosting;

namespace MetricsDashboard.Web.Jobs;

/// <summary>
/// derive-cards: lets the cards follow a change of thresholds or calendar. By the hour it also makes good what a run stored by the old ones
/// meanwhile; mostly there is nothing to do then.
/// </summary>
public sealed class DeriveCardsJob(DerivedCards cards, BusinessClock clock, ILogger<DeriveCardsJob> log)
{
    public static void Enqueue(IBackgroundJobClient jobs) => jobs.Enqueue<DeriveCardsJob>(job => job.RunAsync(CancellationToken.None));

    [JobDisplayName("按阈值和节假日核对红黄牌")]
    [AutomaticRetry(Attempts = 0)]
    [DisableConcurrentExecution(timeoutInSeconds: 5)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var changed = await cards.RenewAsync(clock.Now, cancellationToken);
        if (changed > 0) log.LogInformation("Derived the cards of {Count} cases anew", changed);
    }
}
