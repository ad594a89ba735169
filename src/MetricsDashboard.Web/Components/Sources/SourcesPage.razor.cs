using Hangfire;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Ingestion.Sources;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Jobs;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Sources;

/// <summary>数据源: what is asked when, how it is, and what it brought last.</summary>
public sealed partial class SourcesPage : ComponentBase
{
    /// <summary>A queued job begins within this time, or something is wrong with the jobs.</summary>
    private static readonly TimeSpan Beginning = TimeSpan.FromMinutes(1);

    private readonly Attempt attempt = new();
    private readonly Dictionary<Guid, RunRow> latest = [];
    private Actor? actor;
    private IReadOnlyList<SourceRow> sources = [];
    private DateTimeOffset? startedAt;
    private string? failure;

    [Inject]
    public required ActorAccessor Actors { get; set; }

    [Inject]
    public required SourceStore Store { get; set; }

    [Inject]
    public required RunStore Runs { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    [Inject]
    public required IBackgroundJobClient Jobs { get; set; }

    private bool IsRunning => latest.Values.Any(run => run.State is RunState.Running) || startedAt > Clock.Now - Beginning;

    private string Headline
    {
        get
        {
            var health = sources.Select(source => SourceHealth.Of(source, Clock.Now)).ToList();
            var (failing, doubtful, held) = (health.Count(one => one.Style == "bad"), health.Count(one => one.Style == "near"), sources.Sum(source => source.Held));
            string?[] parts =
            [
                failing > 0 ? $"{failing}个连续失败" : null, doubtful > 0 ? $"{doubtful}个没有数据" : null, failing + doubtful == 0 ? "没有异常" : null,
                held > 0 ? $"{held:N0}条办件等待对应词语" : null,
            ];
            return $"共{sources.Count}个数据源，{string.Join("，", parts.OfType<string>())}。";
        }
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            var someone = await Actors.ActorAsync();
            sources = await Store.ListAsync(someone, CancellationToken.None);
            foreach (var source in sources)
            {
                if (await Runs.ListAsync(someone, new RunFilter(source.Id), 1, CancellationToken.None) is [var run, ..]) latest[source.Id] = run;
            }

            actor = someone;
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
    }

    private Task StartAsync(SourceRow source) => attempt.RunAsync(
        async () =>
        {
            await Store.StartingAsync(actor!, source.Id, Clock.Now, CancellationToken.None);
            TakeSourceJob.Enqueue(Jobs, source.Id, RunTrigger.Manual, actor!.Name);
            (startedAt, attempt.Message) = (Clock.Now, $"已安排采集“{source.Name}”，稍后在本页显示进度。");
        },
        LoadAsync);

    private Task SwitchAsync(SourceRow source) => attempt.RunAsync(
        async () =>
        {
            var entry = new SourceSettingsEntry(source.Name, source.Kind, !source.Enabled, source.Schedule, source.Settings, null);
            await Store.ChangeAsync(actor!, source.Id, source.Version, entry, Clock.Now, CancellationToken.None);
            attempt.Message = source.Enabled ? $"已停用“{source.Name}”，不再采集；已经存入的不变。" : $"已启用“{source.Name}”。";
        },
        LoadAsync);

    private string NextOf(SourceRow source) => source.NextRunAt(Clock.Now) switch
    {
        null => "—",
        var next when next <= Clock.Now => "即将采集",
        { } next => Moments.Text(next),
    };

    private bool HasTools(SourceRow source) => actor!.MaySetUp() || IsStartable(source);

    private static bool IsStartable(SourceRow source) => source.Enabled && IsFetched(source);

    private static bool IsFetched(SourceRow source) => SourceKinds.Find(source.Kind)?.IsFetched is true;

    private static string ScheduleOf(SourceRow source) => !IsFetched(source) ? "对方推送" : SourceSchedule.TryParse(source.Schedule, out var schedule) ? schedule.Name : "不定时";

    private static string ResultOf(RunRow run) => run.State is RunState.Done
        ? $"{run.Standing()}：新增{run.Counts.Created:N0}，更新{run.Counts.Revised:N0}{(run.Counts.Held > 0 ? $"，待对应{run.Counts.Held:N0}" : "")}{(run.Counts.Rejected > 0 ? $"，拒收{run.Counts.Rejected:N0}" : "")}"
        : run.Standing();
}
