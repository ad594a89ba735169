using Hangfire;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Delivery;

namespace MetricsDashboard.Web.Jobs;

/// <summary>remind: takes the steps of chasing that have fallen due. The record of the steps, not the scheduler, knows which were taken.</summary>
public sealed class RemindJob(ReminderStore reminders, CalendarStore calendars, Channels channels, BusinessClock clock, ILogger<RemindJob> log)
{
    [JobDisplayName("催报")]
    [DisableConcurrentExecution(timeoutInSeconds: 5)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var sent = await reminders.RemindAsync(Actor.System, await calendars.FindAsync(Actor.System, cancellationToken), clock.Now, channels.InUse, cancellationToken);
        if (sent.Count > 0) log.LogInformation("Reminded {Units} units, {People} messages", sent.Count, sent.Sum(row => row.Recipients));
    }
}
