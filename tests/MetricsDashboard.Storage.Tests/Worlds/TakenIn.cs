using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Storage.Stores;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Worlds;

/// <summary>Cases as a source brings them.</summary>
internal static class TakenIn
{
    /// <summary>One run of the one source of cases.</summary>
    public static async Task<Guid> TakeInAsync(this World world, DateTimeOffset now, params CaseRow[] rows)
    {
        var source = await world.Service<SourceStore>().PushedAsync(Actor.System, "省电子监察", "push", now);
        var (runs, cases) = (world.Service<RunStore>(), world.Service<CaseIntakeStore>());
        var run = (await runs.StartAsync(Actor.System, source, RunTrigger.Schedule, null, "system", rows.Length, now))!.Value;
        var intake = await cases.OpenAsync(Actor.System, source, now);
        var progress = await cases.StoreAsync(Actor.System, run, intake, intake.Understand([.. rows.Select(CaseEntry.Of)]), now);
        Assert.Equal((0, 0), (progress.Counts.Held, progress.Counts.Rejected));
        await runs.FinishAsync(Actor.System, run, new RunEnd(RunState.Done), now);
        return run;
    }

    /// <summary>An open case; times as 2020-07-24T18:00:00, or days. A blank card: the source shows none.</summary>
    public static CaseRow Open(string caseNo, string unit, string promised, string statutory, string card = "", int version = 1, string updated = "", string accepted = "2020-07-01", string cause = "") =>
        CaseRow.Of("第1行", [caseNo, $"{version}", unit, "A1", "营业执照核发", accepted, promised, statutory, "", card, cause, "open", updated]);

    public static CaseRow Completed(string caseNo, string unit, string promised, string statutory, string completed, string card = "", int version = 2, string updated = "") =>
        CaseRow.Of("第1行", [caseNo, $"{version}", unit, "A1", "营业执照核发", "2020-07-01", promised, statutory, completed, card, "", "completed", updated]);
}
