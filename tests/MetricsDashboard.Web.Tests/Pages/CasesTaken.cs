using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Tests.Pages;

/// <summary>Cases of the small city, as a source brings them on Tuesday 14 July 2020.</summary>
internal static class CasesTaken
{
    public static readonly DateTimeOffset Now = new(2020, 7, 14, 9, 0, 0, TimeSpan.FromHours(8));

    public static readonly Actor County = new("甲县填报员", Role.CountyReporter, "C1");

    /// <summary>甲县 has an old red case, a new one and one that was completed this morning, 乙县 a yellow one that is red tomorrow and one where the source differs.</summary>
    public static async Task TakeCasesAsync(this TestCity city)
    {
        await city.TakeAsync(
            Now.AddDays(-3),
            Open("A-OLD", "C1", "2020-06-20", "2020-07-06"),
            Open("A-NEW", "C1", "2020-07-06", "2020-07-14T08:30:00"),
            Open("A-DONE", "C1", "2020-06-20", "2020-07-06"),
            Open("B-SOON", "C2", "2020-07-06", "2020-07-15"),
            Open("B-NONE", "C2", "2020-06-20", "2020-07-06", "none"));
        await city.TakeAsync(Now.AddMinutes(-30), Of("A-DONE", 2, "C1", "2020-06-20", "2020-07-06", "2020-07-14T08:00:00", "", "completed", "2020-07-14T08:00:00"));
    }

    public static CaseRow Open(string number, string unit, string promised, string statutory, string card = "", int version = 1) => Of(number, version, unit, promised, statutory, "", card, "open", "");

    public static async Task TakeAsync(this TestCity city, DateTimeOffset now, params CaseRow[] rows)
    {
        var (runs, cases) = (city.Store<RunStore>(), city.Store<CaseIntakeStore>());
        var source = await city.Store<SourceStore>().PushedAsync(Actor.System, "省电子监察", "push", now);
        var run = (await runs.StartAsync(Actor.System, source, RunTrigger.Schedule, null, "system", rows.Length, now))!.Value;
        var intake = await cases.OpenAsync(Actor.System, source, now);
        var progress = await cases.StoreAsync(Actor.System, run, intake, intake.Understand([.. rows.Select(CaseEntry.Of)]), now);
        Assert.Equal((0, 0), (progress.Counts.Held, progress.Counts.Rejected));
        await runs.FinishAsync(Actor.System, run, new RunEnd(RunState.Done), now);
    }

    private static CaseRow Of(string number, int version, string unit, string promised, string statutory, string completed, string card, string status, string updated) =>
        CaseRow.Of("第1行", [number, $"{version}", unit, "XK-001", "企业设立登记", "2020-06-01", promised, statutory, completed, card, "", status, updated]);
}
