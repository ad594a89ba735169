using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>站内消息: one's own, the newest first; whoever opens the page has read them.</summary>
public sealed partial class Messages : ComponentBase
{
    private const int Shown = 100;

    private IReadOnlyList<MessageRow>? messages;
    private string? failure;

    [Inject]
    public required ActorAccessor Actors { get; set; }

    [Inject]
    public required MessageStore Store { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            var actor = await Actors.ActorAsync();
            messages = await Store.ListAsync(actor, Shown, CancellationToken.None);
            await Store.ReadAsync(actor, Clock.Now, CancellationToken.None);
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
    }
}
