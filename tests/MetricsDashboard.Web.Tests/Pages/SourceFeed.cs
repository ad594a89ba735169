using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Storage.Stores;
using static MetricsDashboard.Web.Tests.Pages.MyTasksCity;

namespace MetricsDashboard.Web.Tests.Pages;

/// <summary>A source of cases in the small city, and its runs.</summary>
internal sealed class SourceFeed(TestCity city, Guid id)
{
    public const string Name = "省电子监察平台";

    public Guid Id => id;

    private RunStore Runs => city.Store<RunStore>();

    public static async Task<SourceFeed> CreateAsync(TestCity city, string kind = "drop-folder", bool enabled = true) => new(
        city, await city.Store<SourceStore>().AddAsync(Actor.System, new SourceSettingsEntry(Name, kind, enabled, kind == "push" ? null : "02:00", """{"values":{"folder":"/data/intake"}}""", null), At(0)));

    public static CaseRow Row(string number, string unit = "C1") =>
        new("第2行", number, "1", unit, "XK-001", "企业设立登记", "2020-07-14T09:00:00", "", "", "", "none", "", "open", "");

    public async Task<Guid> StartAsync(double hour, int? expected = null, RunTrigger trigger = RunTrigger.Schedule) =>
        await Runs.StartAsync(Actor.System, id, trigger, "办件.csv", trigger is RunTrigger.Manual ? "审核员" : Actor.System.Name, expected, At(hour)) ?? throw new InvalidOperationException("Another run is under way.");

    public async Task StoreAsync(Guid run, double hour, params CaseRow[] rows)
    {
        var intake = city.Store<CaseIntakeStore>();
        var opened = await intake.OpenAsync(Actor.System, id, At(hour));
        await intake.StoreAsync(Actor.System, run, opened, opened.Understand([.. rows.Select(CaseEntry.Of)]), At(hour));
    }

    public Task EndAsync(Guid run, double hour, RunState state = RunState.Done, string? message = null) => Runs.FinishAsync(Actor.System, run, new RunEnd(state, message), At(hour));

    /// <summary>A run that took some rows in and is done.</summary>
    public async Task<Guid> TakeAsync(double hour, params CaseRow[] rows)
    {
        var run = await StartAsync(hour);
        await StoreAsync(run, hour, rows);
        await EndAsync(run, hour + 0.1);
        return run;
    }
}
