using Hangfire;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Hosting;

namespace MetricsDashboard.Web.Jobs;

/// <summary>
/// open-week. The week table decides what is missing, not the hour at which the scheduler happened to call: weeks that passed while the
/// program stood still are opened too, up to a year.
/// </summary>
public sealed class OpenWeekJob(WeekStore weeks, JobSlotStore slots, Installed installed, BusinessClock clock)
{
    private const int LongestGap = 53;

    [JobDisplayName("生成本周应报任务")]
    [DisableConcurrentExecution(timeoutInSeconds: 5)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        if (!await slots.TryTakeAsync(Actor.System, "open-week", JobSlots.Minute(now), now, cancellationToken)) return;
        var newest = Timetable.NewestOpenAt(now, installed.IsDemonstration);
        var known = (await weeks.ListAsync(Actor.System, cancellationToken)).Select(row => row.Week).ToHashSet();
        var first = installed.FirstWeek > newest.AddWeeks(-LongestGap) ? installed.FirstWeek : newest.AddWeeks(-LongestGap);
        foreach (var week in first.To(newest).Where(week => !known.Contains(week)))
            await weeks.OpenAsync(Actor.System, week, Timetable.DueAt(week), now, cancellationToken);
    }
}
