using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>A card of the overview; its title leads to the indicator.</summary>
public sealed partial class IndicatorCard : ComponentBase
{
    /// <summary>What it says.</summary>
    [Parameter, EditorRequired]
    public required CardFacts Facts { get; set; }

    /// <summary>Where it leads.</summary>
    [Parameter, EditorRequired]
    public required string Address { get; set; }
}
