using Hangfire;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Ingestion.Sources;
using MetricsDashboard.Ingestion.Sources.DropFolder;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;

namespace MetricsDashboard.Web.Jobs;

/// <summary>catch-up: what fell due while the program stood still, in order: weeks are opened, sources asked, and the weeks whose lock has passed closed, drafted and reminded of.</summary>
public sealed class CatchUpJob(
    OpenWeekJob open, SourceStore sources, CaseIntakeStore cases, TakeSource take, CloseWeekJob close, RemindJob remind, BusinessClock clock)
{
    [JobDisplayName("补做停机期间的工作")]
    [AutomaticRetry(Attempts = 3)]
    [DisableConcurrentExecution(timeoutInSeconds: 5)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await open.RunAsync(cancellationToken);

        // Here and now rather than by jobs of their own: what they bring belongs into the weeks that are closed next.
        foreach (var source in await sources.ListAsync(Actor.System, cancellationToken))
        {
            if (IsToBeAsked(source)) await take.RunAsync(source.Id, RunTrigger.CatchUp, Actor.System.Name, cancellationToken);
        }

        // The last program may have ended between a run and its count.
        await cases.CountAsync(Actor.System, null, clock.Now, cancellationToken);
        await close.RunAsync(cancellationToken);
        await remind.RunAsync(cancellationToken);
    }

    /// <summary>Whoever is due; and folders, where a file may lie that was stored by a program which ended before it moved it away.</summary>
    private bool IsToBeAsked(SourceRow source) =>
        source.NextRunAt(clock.Now) is { } next && (next <= clock.Now || source.Kind == DropFolderSource.KindCode) && SourceKinds.Find(source.Kind) is { IsFetched: true };
}
