using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>自动接收: whether the system accepts what nothing is wrong with, and who said so when.</summary>
public sealed partial class AcceptancePage : ComponentBase
{
    private readonly Attempt attempt = new();

    private Actor? actor;
    private IReadOnlyList<AcceptanceSetting> settings = [];
    private Names names = Names.None;
    private string? failure;

    [Inject]
    public required ActorAccessor Actors { get; set; }

    [Inject]
    public required AcceptanceStore Acceptance { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private bool IsOn => settings is [{ IsAutomatic: true }, ..];

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            var who = await Actors.ActorAsync();
            settings = await Acceptance.SettingsAsync(who, CancellationToken.None);
            names = await People.OfAsync(who, settings.Select(setting => setting.ChangedBy), CancellationToken.None);
            actor = who;
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
    }

    private Task ToggleAsync() => attempt.RunAsync(
        async () =>
        {
            var turnsOn = !IsOn;
            await Acceptance.SetAsync(actor!, turnsOn, Clock.Now, CancellationToken.None);
            attempt.Message = turnsOn ? "已开启自动接收。" : "已关闭自动接收，此后的报送由审核员接收。";
        },
        LoadAsync);
}
