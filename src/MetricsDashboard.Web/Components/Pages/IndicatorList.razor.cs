using MetricsDashboard.Domain.People;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>All indicators by theme, with their formulas; each leads to its page.</summary>
public sealed partial class IndicatorList : ComponentBase
{
    private View? view;
    private string? failure;

    [Inject]
    public required Views Views { get; set; }

    protected override async Task OnInitializedAsync()
    {
        try
        {
            view = await Views.LoadAsync();
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
    }
}
