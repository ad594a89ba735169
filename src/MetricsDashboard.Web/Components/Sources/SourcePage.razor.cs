using MetricsDashboard.Domain.People;
using MetricsDashboard.Ingestion.Sources;
using MetricsDashboard.Ingestion.Sources.Table;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Security;
using MetricsDashboard.Web.Sources;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Sources;

/// <summary>A source is set up or changed; its form asks for what its kind asks for.</summary>
public sealed partial class SourcePage : ComponentBase, IDisposable
{
    private readonly Attempt attempt = new();
    private readonly CancellationTokenSource leaving = new();
    private Actor? actor;
    private SourceRow? source;
    private SourceDraft? draft;
    private TriedSource? tried;
    private bool isTrying;
    private Names names = Names.None;
    private string? failure;
    private bool isReady;

    /// <summary>Null for a new one.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    public string? AskedKind { get; set; }

    [Inject]
    public required ActorAccessor Actors { get; set; }

    [Inject]
    public required SourceStore Store { get; set; }

    [Inject]
    public required TrySource Trial { get; set; }

    [Inject]
    public required SourceSecrets Secrets { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private string Title => Id is null ? draft is null ? "新增数据源" : $"新增数据源：{draft.Kind.Name}" : source is null ? "数据源" : $"数据源：{source.Name}";

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        actor = await Actors.ActorAsync();
        if (!actor.MaySetUp())
        {
            failure = "只有管理员可以设置数据源。";
            return;
        }

        await LoadAsync();
        isReady = true;
    }

    private async Task LoadAsync()
    {
        source = Id is { } id ? await Store.FindAsync(actor!, id, CancellationToken.None) : null;
        var kind = SourceKinds.Find((Id is null ? AskedKind : source?.Kind) ?? "");
        draft = kind is null or TableSource ? null : new SourceDraft(kind, source);
        if (source is not null) names = await People.OfAsync(actor!, [source.ChangedBy], CancellationToken.None);
    }

    private async Task TryAsync()
    {
        (tried, isTrying) = (null, true);
        try
        {
            await attempt.RunAsync(
                async () =>
                {
                    if (draft!.CheckSettings() is { Count: > 0 } faults) attempt.Refusals = faults;
                    else tried = await Trial.RunAsync(actor!, draft.Kind, draft.Settings, draft.Secret, source, leaving.Token);
                },
                () => Task.CompletedTask);
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The page was left meanwhile.
        }

        isTrying = false;
    }

    private async Task SaveAsync()
    {
        tried = null;
        await attempt.RunAsync(
            async () =>
            {
                if (draft!.Check() is { Count: > 0 } faults)
                {
                    attempt.Refusals = faults;
                    return;
                }

                var entry = draft.ToEntry(Secrets.Protect);
                if (source is null) await Store.AddAsync(actor!, entry, Clock.Now, CancellationToken.None);
                else await Store.ChangeAsync(actor!, source.Id, source.Version, entry, Clock.Now, CancellationToken.None);
                attempt.Message = $"已保存“{entry.Name}”。";
            },
            () => Task.CompletedTask);
        if (attempt.Message is not null) Navigation.NavigateTo(Addresses.Sources);
    }
}
