using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Sources;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Flow;

namespace MetricsDashboard.Web.Jobs;

/// <summary>
/// A week is not closed by the clock before its sources of cases have told of its end: those that have not are asked now, and one that is down is
/// waited for, but no longer than until the next morning. 市专班负责人 can close it all the same.
/// </summary>
public sealed class SourcesFirst(SourceStore sources, RunStore runs, TakeSource take, ILogger<SourcesFirst> log)
{
    /// <summary>From the lock on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(15);

    /// <summary>True where the week may be closed.</summary>
    public async Task<bool> HaveToldAsync(WeekRow week, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var end = ChinaTime.Start(week.Period.Sunday.AddDays(1));
        foreach (var source in await LateAsync(end, cancellationToken)) await take.RunAsync(source.Id, RunTrigger.CatchUp, Actor.System.Name, cancellationToken);
        if (await LateAsync(end, cancellationToken) is not [var late, ..]) return true;
        log.LogWarning("Week {Week}: source {Source} has not told of its end yet", week.Week, late.Name);
        return now >= week.Hours.LockAt + Patience;
    }

    private async Task<IReadOnlyList<SourceRow>> LateAsync(DateTimeOffset end, CancellationToken cancellationToken)
    {
        var late = new List<SourceRow>();
        foreach (var source in await sources.ListAsync(Actor.System, cancellationToken))
        {
            if (!source.Enabled || source.Schedule is null || source.LastSuccessAt >= end || SourceKinds.Find(source.Kind) is not { IsFetched: true }) continue;

            // A folder into which only forms are dropped has nothing to tell of a week by itself.
            if ((await runs.ListAsync(Actor.System, new RunFilter(source.Id), 50, cancellationToken)).Any(run => run.UploadId is null)) late.Add(source);
        }

        return late;
    }
}
