using MetricsDashboard.Domain.Weeks;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>Chooses the week; the choice stands in the address as week=2020-W39.</summary>
public sealed partial class WeekPicker : ComponentBase
{
    /// <summary>All weeks, oldest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Week> Weeks { get; set; }

    /// <summary>The week shown.</summary>
    [Parameter, EditorRequired]
    public required ReportingWeek Chosen { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private Week? Neighbour(int step)
    {
        for (var i = 0; i < Weeks.Count; i++)
        {
            if (Weeks[i].Key == Chosen) return i + step >= 0 && i + step < Weeks.Count ? Weeks[i + step] : null;
        }

        return null;
    }

    private string Address(Week week) => Navigation.GetUriWithQueryParameter("week", week.Key.ToString());

    private void Choose(ChangeEventArgs change)
    {
        if (ReportingWeek.TryParse(change.Value?.ToString(), out var week)) Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("week", week.ToString()));
    }
}
