using MetricsDashboard.Web.Components.Controls;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Charts;

/// <summary>A chart and its table twin; which of them is shown stands in the address.</summary>
public sealed partial class TrendPanel : ComponentBase
{
    private IReadOnlyList<Choice> views = [];

    /// <summary>What to show.</summary>
    [Parameter, EditorRequired]
    public required TrendSpec Spec { get; set; }

    /// <summary>Show the table?</summary>
    [Parameter]
    public bool AsTable { get; set; }

    /// <summary>Choices of the page that stand in the same line.</summary>
    [Parameter]
    public RenderFragment? Tools { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override void OnParametersSet() => views =
    [
        new Choice("图", Navigation.GetUriWithQueryParameter("view", (string?)null), !AsTable),
        new Choice("表", Navigation.GetUriWithQueryParameter("view", "table"), AsTable),
    ];
}
