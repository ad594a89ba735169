namespace MetricsDashboard.Reporting.Documents;

/// <summary>A line chart over weeks.</summary>
/// <param name="Title">As 全市电子监察红牌率走势图.</param>
/// <param name="Labels">One per point of the horizontal axis, as 第1期.</param>
/// <param name="Series">The lines; each has as many values as there are labels.</param>
/// <param name="Unit">Of the vertical axis, as %.</param>
/// <param name="Decimals">How many decimals the values show.</param>
/// <param name="Source">The line under the chart, as 数据来源：…; null leaves it out.</param>
public sealed record Chart(
    string Title,
    IReadOnlyList<string> Labels,
    IReadOnlyList<ChartSeries> Series,
    string Unit,
    int Decimals,
    string? Source);

/// <summary>A line of the chart.</summary>
/// <param name="Name">As it stands in the legend, for instance 全市红牌率, 目标值.</param>
/// <param name="Values">A null is a gap: the line breaks and no value is invented.</param>
/// <param name="Style">Dashed for a target line.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values, LineStyle Style = LineStyle.Solid);

/// <summary>How a line is drawn.</summary>
public enum LineStyle
{
    /// <summary>Measured values, with a marker on each.</summary>
    Solid,

    /// <summary>A target, without markers.</summary>
    Dashed,
}
