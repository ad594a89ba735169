using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Controls;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Uploads;

/// <summary>What a unit's indicators would be with values that are not sent yet.</summary>
public sealed partial class ResultTable : ComponentBase
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<PreviewedResult> Results { get; set; }

    /// <summary>How the table looks: static and interactive pages have styles of their own.</summary>
    [Parameter, EditorRequired]
    public required string Class { get; set; }

    private static string Figure(Indicator indicator, decimal? value) => value is { } known ? FigureText.Sentence(known, indicator) : FigureText.None;

    private static string Change(PreviewedResult result) => result.Now.Change is { } change
        ? ChangeText.Signed(result.Indicator, change.Amount) + (result.Indicator.IsPercentage ? "个百分点" : result.Indicator.Unit)
        : FigureText.None;

    private static string Rank(PreviewedResult result) => result.Now switch
    {
        { Rank: not null } when result.Others == 0 => "还没有其他单位的数被接收",
        { Rank: { } rank } => $"第{rank}位（按目前已接收的{result.Others}个单位）",
        { Unranked: { } reason } => $"不参加排名（{ChangeText.Reason(reason)}）",
        _ => FigureText.None,
    };
}
