using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Weeks;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>What an indicator means: formula, roll-up, scope, precision, direction, targets with their documents, published figures.</summary>
public sealed partial class DefinitionList : ComponentBase
{
    private List<Target> targets = [];

    /// <summary>The catalogue.</summary>
    [Parameter, EditorRequired]
    public required Catalogue Catalogue { get; set; }

    /// <summary>The indicator.</summary>
    [Parameter, EditorRequired]
    public required Indicator Indicator { get; set; }

    /// <summary>The scope shown.</summary>
    [Parameter, EditorRequired]
    public required Unit Scope { get; set; }

    /// <summary>The week shown.</summary>
    [Parameter, EditorRequired]
    public required ReportingWeek Week { get; set; }

    /// <summary>Published figures beside the computed values.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<PublishedRow> Published { get; set; }

    /// <summary>By which cards are derived, printed with every indicator that counts cards or cases.</summary>
    [Parameter]
    public CardThresholds? Thresholds { get; set; }

    private bool ShowsDifference => Published.Any(row => row.Difference.Length > 0);

    protected override void OnParametersSet() =>
        targets = [.. Catalogue.Targets.Where(target => target.Indicator == Indicator.Code && target.Unit == Scope.Code)];

    private string TargetText(Target target)
    {
        var limit = target.YellowLimit is { } yellow ? $"，未达到目标但不{(Indicator.Direction is Direction.Lower ? "高于" : "低于")}{FigureText.Sentence(yellow, Indicator)}为接近目标" : "";
        var until = target.ValidTo is { } last ? $"至{WeekText.FullDay(last.Sunday)}" : "起";
        return $"{ChangeText.Target(Indicator, target)}{limit}；{WeekText.FullDay(target.ValidFrom.Monday)}{until}执行；依据：{target.Document}";
    }
}
