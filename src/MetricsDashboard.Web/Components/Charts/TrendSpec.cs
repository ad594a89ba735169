namespace MetricsDashboard.Web.Components.Charts;

/// <summary>What a trend chart draws and what its table twin lists: computed apart from both, so that they cannot disagree.</summary>
/// <param name="Title">Name of the indicator, and what is drawn of it.</param>
/// <param name="Measure">% or the unit of the count, or 位 for ranks.</param>
/// <param name="Decimals">Decimals of every value.</param>
/// <param name="IsInverted">Ranks: the first place stands at the top.</param>
/// <param name="Weeks">The weeks, oldest first; the points of every series stand in the same order.</param>
/// <param name="Series">One for each unit.</param>
/// <param name="Target">Target of the first unit, week by week; null where no document sets one.</param>
/// <param name="Summary">The chart in words, for those who do not see it.</param>
public sealed record TrendSpec(
    string Title,
    string Measure,
    int Decimals,
    bool IsInverted,
    IReadOnlyList<TrendWeek> Weeks,
    IReadOnlyList<TrendSeries> Series,
    TrendTarget? Target,
    string Summary)
{
    /// <summary>大事 that the chart marks, in the order of their days.</summary>
    public IReadOnlyList<TrendEvent> Events { get; init; } = [];

    /// <summary>Is there anything to draw?</summary>
    public bool HasPoints => Series.Any(series => series.Points.Any(point => point.Value is not null));
}

/// <summary>A week on the axis.</summary>
/// <param name="Label">Short, on the axis: 9月27日.</param>
/// <param name="Heading">In full, on hover and in the table: 第12期（9月21日—9月27日）.</param>
public sealed record TrendWeek(string Label, string Heading);

/// <summary>The line of one unit.</summary>
/// <param name="Name">Name of the unit.</param>
/// <param name="Points">One for each week.</param>
public sealed record TrendSeries(string Name, IReadOnlyList<TrendPoint> Points);

/// <summary>One value of one unit.</summary>
/// <param name="Value">Null is a gap.</param>
/// <param name="Text">As shown: 1.00%; — for a gap.</param>
/// <param name="IsMarked">Carried or incomplete: drawn hollow.</param>
/// <param name="Parts">Numerator and denominator: 26 ÷ 2600; empty for counts.</param>
/// <param name="Note">What the reader must know: *石龙区沿用上周; empty where there is nothing.</param>
public sealed record TrendPoint(decimal? Value, string Text, bool IsMarked, string Parts, string Note);

/// <summary>The target line.</summary>
/// <param name="Values">Target of each week; null where none holds.</param>
/// <param name="Label">The newest: 目标≤1.00%.</param>
/// <param name="Labels">What each week's own target is called; null where none holds.</param>
public sealed record TrendTarget(IReadOnlyList<decimal?> Values, string Label, IReadOnlyList<string?> Labels);

/// <summary>大事: what happened on a day of a week on the axis.</summary>
/// <param name="Mark">① in the chart and in the list below it.</param>
/// <param name="At">Which week.</param>
/// <param name="Text">9月23日 现场会（鲁山县）.</param>
public sealed record TrendEvent(string Mark, int At, string Text);
