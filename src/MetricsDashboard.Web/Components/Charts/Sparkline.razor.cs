using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Charts;

/// <summary>A small trend drawn on the server: no script, gaps stay gaps.</summary>
public sealed partial class Sparkline : ComponentBase
{
    private SparklineShape shape = SparklineShape.Of([], null);

    /// <summary>Oldest first; null is a gap.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<decimal?> Values { get; set; }

    /// <summary>The target line.</summary>
    [Parameter]
    public decimal? Target { get; set; }

    /// <summary>The trend in words.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    protected override void OnParametersSet() => shape = SparklineShape.Of(Values, Target);

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
