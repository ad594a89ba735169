using MetricsDashboard.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>
/// Keeps an open page true: it is told to load again when anything of any week was written, by whomever and on whichever node. What
/// somebody is typing is the page's own state and stays.
/// </summary>
public sealed class Live : ComponentBase, IDisposable
{
    private IDisposable? watching;

    [Parameter, EditorRequired]
    public EventCallback OnChange { get; set; }

    [Inject]
    public required WeekWatch Changes { get; set; }

    public void Dispose() => watching?.Dispose();

    protected override void OnInitialized() => watching = Changes.Watch(() => InvokeAsync(() => OnChange.InvokeAsync()));
}
