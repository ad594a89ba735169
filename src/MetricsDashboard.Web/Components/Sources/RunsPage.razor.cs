using System.Globalization;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Sources;

/// <summary>采集批次: what was taken in, the newest first; the filter stands in the address.</summary>
public sealed partial class RunsPage : ComponentBase
{
    private const int AtFirst = 50;
    private const int Most = 1000;

    private readonly Attempt attempt = new();
    private Actor? actor;
    private IReadOnlyList<RunRow> runs = [];
    private IReadOnlyList<SourceRow> sources = [];
    private IReadOnlyList<WaitingCaseFile> waiting = [];
    private Names names = Names.None;
    private string? failure;

    [SupplyParameterFromQuery(Name = "source")]
    public string? AskedSource { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    public string? AskedState { get; set; }

    [SupplyParameterFromQuery(Name = "show")]
    public int? AskedCount { get; set; }

    [Inject]
    public required ActorAccessor Actors { get; set; }

    [Inject]
    public required SourceStore Sources { get; set; }

    [Inject]
    public required RunStore Runs { get; set; }

    [Inject]
    public required CaseFileInbox Inbox { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private RunFilter Filter => new(
        Guid.TryParse(AskedSource, out var source) ? source : null, Enum.TryParse<RunState>(AskedState, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null);

    /// <summary>Who asks for the failed ones sees each.</summary>
    private IReadOnlyList<FoldedRun> Shown => Filter.State is null ? FoldedRun.Of(runs) : [.. runs.Select(run => new FoldedRun(run, 0, run.StartedAt))];

    private bool IsFiltered => Filter != new RunFilter();

    private bool IsRunning => waiting.Count > 0 || runs.Any(run => run.State is RunState.Running);

    private int Take => Math.Clamp(AskedCount ?? AtFirst, 1, Most);

    private string More => Navigation.GetUriWithQueryParameter("show", Math.Min(Most, Take * 4));

    private IReadOnlyList<FilterOption> SourceOptions => [.. sources.Select(source => new FilterOption(source.Id.ToString(), source.Name))];

    private static IReadOnlyList<FilterOption> StateOptions { get; } = [.. Enum.GetValues<RunState>().Select(state => new FilterOption(state.ToString(), state.Name()))];

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            var someone = await Actors.ActorAsync();
            sources = await Sources.ListAsync(someone, CancellationToken.None);
            runs = await Runs.ListAsync(someone, Filter, Take, CancellationToken.None);
            waiting = [.. Inbox.List().Where(file => (Filter.Source is null || Filter.Source == file.Source) && !runs.Any(run => IsOf(run, file)))];
            names = await People.OfAsync(someone, runs.Select(run => run.StartedBy).Concat(waiting.Select(file => file.SentBy)), CancellationToken.None);
            actor = someone;
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
    }

    private string WayOf(RunRow run) => run.StartedBy == Actor.System.Name ? run.Trigger.Name() : $"{run.Trigger.Name()}（{names.Of(run.StartedBy)}）";

    /// <summary>Its own run stands in the list.</summary>
    private static bool IsOf(RunRow run, WaitingCaseFile file) => run.State is RunState.Running && run.SourceId == file.Source && run.FileName == file.FileName && run.Trigger is RunTrigger.Upload;

    private string StandingOf(WaitingCaseFile file) =>
        runs.Any(run => run.SourceId == file.Source && run.State is RunState.Running) ? "这个数据源正在采集" : file.NotBefore is { } again && again > Clock.Now ? $"上次没有读完，{Moments.Text(again)}再试" : "排队中";

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
