using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Flow;

/// <summary>
/// Third of the four jobs: the week is locked, its results are frozen, the report is drafted. What waits for review blocks the lock
/// unless 市专班负责人 overrides it. Cases are counted once more before, since a count after the last run may have been prevented. Done twice, it changes nothing the second time.
/// </summary>
public sealed class CloseWeek(WeekStore weeks, CaseIntakeStore cases, ReportStore reports, Publish publish)
{
    public async Task<CloseOutcome> RunAsync(Actor actor, ReportingWeek week, DateTimeOffset now, bool overridePending, CancellationToken cancellationToken)
    {
        await cases.CountAsync(Actor.System, null, now, cancellationToken);
        var outcome = await weeks.CloseAsync(actor, week, now, overridePending, cancellationToken);
        if (outcome.Status is CloseStatus.Pending) return outcome;

        if (await reports.FindAsync(Actor.System, week, cancellationToken) is null) await publish.DraftAsync(Actor.System, week, now, cancellationToken);
        return outcome;
    }
}
