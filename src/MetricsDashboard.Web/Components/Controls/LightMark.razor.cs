using MetricsDashboard.Domain.Indicators;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>A light in words, with a shape and a colour: never by colour alone (design.md rule 8).</summary>
public sealed partial class LightMark : ComponentBase
{
    /// <summary>The light; null without a target.</summary>
    [Parameter, EditorRequired]
    public required Light? Value { get; set; }

    /// <summary>Show — where there is no light?</summary>
    [Parameter]
    public bool ShowsNone { get; set; }

    internal static string Style(Light light) => light switch
    {
        Light.Green => "good",
        Light.Yellow => "near",
        _ => "bad",
    };

    internal static string Shape(Light light) => light switch
    {
        Light.Green => "●",
        Light.Yellow => "▲",
        _ => "■",
    };
}
