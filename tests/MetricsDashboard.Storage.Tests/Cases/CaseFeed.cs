using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;

namespace MetricsDashboard.Storage.Tests.Cases;

/// <summary>A source of cases in a world, and the steps of a run.</summary>
internal sealed class CaseFeed
{
    public const string East = "410421";
    public const string West = "410422";

    private readonly World world;

    private CaseFeed(World world, Guid source) => (this.world, Source) = (world, source);

    public Guid Source { get; }

    private RunStore Runs => world.Service<RunStore>();

    private CaseIntakeStore Intake => world.Service<CaseIntakeStore>();

    public static async Task<CaseFeed> CreateAsync(World world, string name = "省电子监察平台") => new(
        world, await world.Service<SourceStore>().AddAsync(Actor.System, new SourceSettingsEntry(name, "push", true, null, null, null), World.At(World.W30, -200)));

    /// <summary>A case of 东县 that is open and has no card; the function changes what the test is about.</summary>
    public static CaseRow Row(string number, int version = 1, Func<CaseRow, CaseRow>? with = null)
    {
        var row = new CaseRow(
            "第1行", number, $"{version}", East, "XK-001", "企业设立登记", "2020-07-21T09:00:00", "2020-07-28T18:00:00", "2020-08-18T18:00:00", "", "none", "", "open", "");
        return with?.Invoke(row) ?? row;
    }

    public Task<RunRow> TakeAsync(DateTimeOffset now, params CaseRow[] rows) => TakeAsync(now, rows, batch: 1000);

    public async Task<RunRow> TakeAsync(DateTimeOffset now, IReadOnlyList<CaseRow> rows, int batch)
    {
        var run = await StartAsync(now);
        await StoreAsync(run, now, rows, batch);
        var row = await Runs.FinishAsync(Actor.System, run, new RunEnd(RunState.Done), now);
        await Intake.CountAsync(Actor.System, run, now);
        return row;
    }

    public async Task<Guid> StartAsync(DateTimeOffset now, RunTrigger trigger = RunTrigger.Push) =>
        await Runs.StartAsync(Actor.System, Source, trigger, null, "source", null, now) ?? throw new InvalidOperationException("Another run is under way.");

    public async Task<RunProgress> StoreAsync(Guid run, DateTimeOffset now, IReadOnlyList<CaseRow> rows, int batch = 1000)
    {
        var intake = await Intake.OpenAsync(Actor.System, Source, now);
        var progress = new RunProgress(new Domain.Submissions.IntakeCounts(0, 0, 0, 0, 0, 0), false);
        foreach (var some in rows.Chunk(batch))
            progress = await Intake.StoreAsync(Actor.System, run, intake, intake.Understand([.. some.Select(CaseEntry.Of)]), now);
        return progress;
    }

    /// <summary>The counted values of a week by element, of one unit.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountsAsync(Domain.Weeks.ReportingWeek week, string unit = East) =>
        (await world.Observations.QueryAsync(Actor.System, new ObservationFilter(week, Unit: unit))).Where(row => row.Origin is Domain.Observations.Origin.Cases)
            .GroupBy(row => row.Element).ToDictionary(group => group.Key, group => group.MaxBy(row => row.Revision)!.Value, StringComparer.Ordinal);
}
