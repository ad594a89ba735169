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
public sealed class OpenWeekJob(WeekStore weeks, JobSlotStore slots, Installed installed, Deadlines deadlines, BusinessClock clock)
{
    private const int LongestGap = 53;

    [JobDisplayName("生成本周应报任务")]
    [DisableConcurrentExecution(timeoutInSeconds: 5)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        if (!await slots.TryTakeAsync(Actor.System, "open-week", JobSlots.Minute(now), now, cancellationToken)) return;
        var timetable = await deadlines.TimetableAsync(cancellationToken);
        var newest = timetable.NewestOpenAt(now, installed.FirstWeek).Last;
        var known = (await weeks.ListAsync(Actor.System, cancellationToken)).Select(row => row.Period).ToList();
        var first = installed.FirstWeek > newest.AddWeeks(-LongestGap) ? installed.FirstWeek : newest.AddWeeks(-LongestGap);
        while (first <= newest)
        {
            // A week that is open already stays alone, whatever the calendar says now.
            var from = known.Find(period => period.Contains(first)) is { Last: var last } found && found.Contains(first) ? last.Next : first;
            if (from == first)
            {
                var period = timetable.PeriodOf(first, first);
                await weeks.OpenAsync(Actor.System, timetable.Of(period), now, cancellationToken);
                from = period.Last.Next;
            }

            first = from;
        }
    }
}
