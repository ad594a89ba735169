using System.Globalization;
using MetricsDashboard.Domain.Indicators;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Charts;

/// <summary>The same spec as a table, newest week first: everything that the chart shows on hover.</summary>
public sealed partial class TrendTable : ComponentBase
{
    /// <summary>What to list.</summary>
    [Parameter, EditorRequired]
    public required TrendSpec Spec { get; set; }

    private bool IsSingle => Spec.Series.Count == 1;

    private bool ShowsTarget => Spec.Target is not null;

    private string Number(decimal? value) =>
        value?.ToString("F" + Spec.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) ?? FigureText.None;
}
