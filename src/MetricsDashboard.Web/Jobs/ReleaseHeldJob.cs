using Hangfire;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Storage;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;

namespace MetricsDashboard.Web.Jobs;

/// <summary>release-held: lets in the rows that waited for a word, once somebody explained it. Where another run of the source is under way, the sweep asks again.</summary>
public sealed class ReleaseHeldJob(HeldTermStore terms, SourceStore sources, RunStore runs, CaseIntakeStore intake, RunEnds ends, BusinessClock clock)
{
    public static void Enqueue(IBackgroundJobClient jobs, Guid source, string startedBy) => jobs.Enqueue<ReleaseHeldJob>(job => job.RunAsync(source, startedBy, CancellationToken.None));

    [JobDisplayName("补入待对应的办件 {0}")]
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(Guid source, string startedBy, CancellationToken cancellationToken)
    {
        if (!(await terms.ReadyAsync(Actor.System, cancellationToken)).Contains(source)) return;
        await ends.MakeGoodAsync(cancellationToken);
        var waiting = (await sources.FindAsync(Actor.System, source, cancellationToken))?.Held;
        if (await runs.StartAsync(Actor.System, source, RunTrigger.Terms, null, startedBy, waiting, clock.Now, cancellationToken) is not { } run) return;
        RunEnd end;
        try
        {
            end = await ReleaseAsync(source, run, cancellationToken);
        }
        catch (Exception fault) when (StorageFaults.Is(fault))
        {
            ends.Note(fault);
            end = new RunEnd(RunState.Failed, StorageFaults.Sentence(fault, isAskedAgain: true));
        }

        await ends.EndAsync(run, end, clock.Now, cancellationToken);
    }

    private async Task<RunEnd> ReleaseAsync(Guid source, Guid run, CancellationToken cancellationToken)
    {
        var opened = await intake.OpenAsync(Actor.System, source, clock.Now, cancellationToken);
        for (HeldKey? last = null; ;)
        {
            var (progress, next) = await intake.ReleaseAsync(Actor.System, run, source, opened, last, clock.Now, cancellationToken);
            if (progress.IsCancelled) return new RunEnd(RunState.Cancelled);
            if (next is null) return new RunEnd(RunState.Done);
            last = next;
        }
    }
}
