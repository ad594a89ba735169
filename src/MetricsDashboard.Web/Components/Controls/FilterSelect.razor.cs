using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>A value that a list can be narrowed to.</summary>
/// <param name="Value">In the address.</param>
/// <param name="Text">On screen.</param>
public sealed record FilterOption(string Value, string Text);

/// <summary>Narrows a list; the choice stands in the address.</summary>
public sealed partial class FilterSelect : ComponentBase
{
    /// <summary>What is chosen: 单位.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The parameter in the address.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>The value chosen; null for all.</summary>
    [Parameter, EditorRequired]
    public required string? Chosen { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<FilterOption> Options { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private void Choose(ChangeEventArgs change) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(Name, change.Value?.ToString() is { Length: > 0 } value ? value : null));
}
