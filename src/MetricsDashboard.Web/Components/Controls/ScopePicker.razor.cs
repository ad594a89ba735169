using MetricsDashboard.Domain.Catalogue;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>Chooses a unit: 全市 and 市级 first, then each ranking group.</summary>
public sealed partial class ScopePicker : ComponentBase
{
    private IReadOnlyList<IGrouping<string, Unit>> groups = [];

    /// <summary>What is chosen, for those who do not see it.</summary>
    [Parameter]
    public string Label { get; set; } = "选择单位";

    /// <summary>The first entry, which chooses nothing; null for none.</summary>
    [Parameter]
    public string? Prompt { get; set; }

    /// <summary>The units to choose from, in the order of documents.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Unit> Units { get; set; }

    /// <summary>Code of the unit shown.</summary>
    [Parameter]
    public string Chosen { get; set; } = "";

    /// <summary>Query parameter that the choice is written to.</summary>
    [Parameter]
    public string Parameter { get; set; } = "unit";

    /// <summary>Takes the choice instead of the address, where the page combines several.</summary>
    [Parameter]
    public EventCallback<string> ChosenChanged { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected override void OnParametersSet() => groups = [.. Units.GroupBy(unit => unit.RankingGroup ?? "")];

    private async Task Choose(ChangeEventArgs change)
    {
        var code = change.Value?.ToString() ?? "";
        if (ChosenChanged.HasDelegate) await ChosenChanged.InvokeAsync(code);
        else Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(Parameter, code.Length > 0 ? code : null));
    }
}
