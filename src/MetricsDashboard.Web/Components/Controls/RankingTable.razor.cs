using MetricsDashboard.Domain.Weeks;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>The ranking of a group, the units that are not ranked listed apart with the reason.</summary>
public sealed partial class RankingTable : ComponentBase
{
    /// <summary>The ranking.</summary>
    [Parameter, EditorRequired]
    public required RankingRows Rows { get; set; }

    /// <summary>% or the unit of the count.</summary>
    [Parameter, EditorRequired]
    public required string Measure { get; set; }

    /// <summary>The weeks that it is about.</summary>
    [Parameter, EditorRequired]
    public required ReportingPeriod Period { get; set; }

    /// <summary>Code of the unit that the page is about.</summary>
    [Parameter]
    public string? Highlighted { get; set; }

    /// <summary>Address of a unit's own view.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string> Address { get; set; }

    private bool IsPercentage => Measure == "%";

    private bool ShowsLights => Rows.Ranked.Any(row => row.Light is not null);

    private static string Arrow(int? movement) => Math.Sign(movement ?? 0) switch { 1 => "▲", -1 => "▼", _ => "" };
}
