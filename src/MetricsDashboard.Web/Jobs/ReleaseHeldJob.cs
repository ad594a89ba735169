using Hangfire;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;

namespace MetricsDashboard.Web.Jobs;

/// <summary>release-held: lets in the rows that waited for a word, once somebody explained it. Where another run of the source is under way, the sweep asks again.</summary>
public sealed class ReleaseHeldJob(HeldTermStore terms, SourceStore sources, RunStore runs, CaseIntakeStore intake, BusinessClock clock, ILogger<ReleaseHeldJob> log)
{
    public static void Enqueue(IBackgroundJobClient jobs, Guid source, string startedBy) => jobs.Enqueue<ReleaseHeldJob>(job => job.RunAsync(source, startedBy, CancellationToken.None));

    [JobDisplayName("补入待对应的办件 {0}")]
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(Guid source, string startedBy, CancellationToken cancellationToken)
    {
        if (!(await terms.ReadyAsync(Actor.System, cancellationToken)).Contains(source)) return;
        var waiting = (await sources.FindAsync(Actor.System, source, cancellationToken))?.Held;
        if (await runs.StartAsync(Actor.System, source, RunTrigger.Terms, null, startedBy, waiting, clock.Now, cancellationToken) is not { } run) return;
        var finished = false;
        try
        {
            var end = await ReleaseAsync(source, run, cancellationToken);
            await runs.FinishAsync(Actor.System, run, end, clock.Now, CancellationToken.None);
            finished = true;
            await intake.CountAsync(Actor.System, run, clock.Now, cancellationToken);
        }
        finally
        {
            // A shutdown is nobody's failure: the run is given up and begun again.
            if (!finished && !cancellationToken.IsCancellationRequested) await FailAsync(run);
        }
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

    private async Task FailAsync(Guid run)
    {
        var reference = Guid.NewGuid().ToString("N")[..8];
        log.LogError("Releasing held rows in run {Run} failed; reference {Reference}", run, reference);
        await runs.FinishAsync(Actor.System, run, new RunEnd(RunState.Failed, $"补入时出错，会自动再试（编号{reference}）。"), clock.Now, CancellationToken.None);
    }
}
