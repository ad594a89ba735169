using Hangfire;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;

namespace MetricsDashboard.Web.Jobs;

/// <summary>close-week, and with it draft-report: every open week whose lock has passed, oldest first. What waits for review holds its week, and it is tried again.</summary>
public sealed class CloseWeekJob(WeekStore weeks, CloseWeek close, SourcesFirst first, SourceStore sources, JobSlotStore slots, BusinessClock clock, ILogger<CloseWeekJob> log)
{
    [JobDisplayName("锁定统计周并起草周报")]
    [DisableConcurrentExecution(timeoutInSeconds: 5)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        if (!await slots.TryTakeAsync(Actor.System, "close-week", JobSlots.Minute(now), now, cancellationToken)) return;
        var due = (await weeks.ListAsync(Actor.System, cancellationToken))
            .Where(row => row.IsOpen && row.Hours.LockAt <= now).OrderBy(row => row.Week).ToList();
        foreach (var row in due)
        {
            var answer = await first.AskAsync(row, now, cancellationToken);
            if (answer.IsToWait) return;
            var week = row.Week;
            var outcome = await close.RunAsync(Actor.System, week, now, overridePending: false, cancellationToken);
            if (outcome.Status is CloseStatus.Closed && answer.Silent.Count > 0) await sources.TellMissingAsync(Actor.System, row.Period, answer.Silent, now, cancellationToken);
            if (outcome.Status is not CloseStatus.Pending) continue;
            log.LogWarning("Week {Week} stays open: {Count} submissions wait for review", week, outcome.Pending.Count);
            return;
        }
    }
}
