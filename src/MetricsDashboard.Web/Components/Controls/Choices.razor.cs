using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>One of a few views, as a link: the choice stands in the address and works by keyboard.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="IsChosen">Is it the one shown?</param>
public sealed record Choice(string Text, string Address, bool IsChosen);

/// <summary>A row of links of which one is chosen.</summary>
public sealed partial class Choices : ComponentBase
{
    /// <summary>What is chosen here, for those who do not see it.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The choices.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Choice> Options { get; set; }
}
