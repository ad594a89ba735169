using Hangfire;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Delivery;

namespace MetricsDashboard.Web.Jobs;

/// <summary>
/// deliver: sends what stands in the outbox. The claim lets one worker through; who dies after sending and before recording leaves it to be
/// sent again, under the same id. A channel that nobody answers on is left alone until the next run.
/// </summary>
public sealed class DeliverJob(DeliveryStore deliveries, Channels channels, MailSender mail, WebhookSender webhook, BusinessClock clock, ILogger<DeliverJob> log)
{
    private const int AtOnce = 200;

    /// <summary>Longer than any attempt may take.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    [JobDisplayName("发送邮件和群消息")]
    [AutomaticRetry(Attempts = 0)]
    [DisableConcurrentExecution(timeoutInSeconds: 5)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var silent = new HashSet<DeliveryChannel>();
        foreach (var (id, channel) in await deliveries.DueAsync(Actor.System, channels.InUse, clock.Now, AtOnce, cancellationToken))
        {
            if (silent.Contains(channel)) continue;
            if (await deliveries.ClaimAsync(Actor.System, id, clock.Now, Lease, cancellationToken) is not { } claimed) continue;
            if (!await TryAsync(claimed, cancellationToken)) silent.Add(channel);
        }
    }

    /// <summary>False where the channel does not answer at all.</summary>
    private async Task<bool> TryAsync(ClaimedDelivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            await (delivery.Channel is DeliveryChannel.Mail ? mail.SendAsync(delivery, cancellationToken) : webhook.SendAsync(delivery, cancellationToken));
        }
        catch (DeliveryFailedException failure)
        {
            log.LogWarning("Delivery {Delivery} by {Channel} failed at attempt {Attempt}: {Reason}", delivery.Id, delivery.Channel, delivery.Attempt, failure.Message);
            await deliveries.FailAsync(Actor.System, delivery.Id, delivery.Attempt, failure.Message, failure.Retry, clock.Now, CancellationToken.None);
            return !failure.IsUnreachable;
        }

        // It is out; recording that is not given up because the program stops.
        await deliveries.SentAsync(Actor.System, delivery.Id, clock.Now, CancellationToken.None);
        log.LogInformation("Delivery {Delivery} by {Channel} sent", delivery.Id, delivery.Channel);
        return true;
    }
}
