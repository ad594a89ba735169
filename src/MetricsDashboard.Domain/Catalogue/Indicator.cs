using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Catalogue;

/// <summary>How a value is written in a sentence (design.md rule 14).</summary>
public enum TextStyle
{
    /// <summary>All decimals: 1.00%.</summary>
    Fixed,

    /// <summary>Without trailing zeros: 99%, 68.9%.</summary>
    Trim,
}

/// <summary>Which way is better.</summary>
public enum Direction
{
    /// <summary>高优.</summary>
    Higher,

    /// <summary>低优.</summary>
    Lower,

    /// <summary>Not judged, not ranked.</summary>
    None,
}

/// <summary>An indicator 指标, computed from elements or only published by others.</summary>
/// <param name="Code">Code in files and links.</param>
/// <param name="InternalNo">Number such as JC01; never on screen in sentences.</param>
/// <param name="Name">Name.</param>
/// <param name="Formula">What it is computed from; null for one that is only published (rule 1).</param>
/// <param name="Numerator">The formula's source text.</param>
/// <param name="Denominator">The formula's source text; null where there is none.</param>
/// <param name="Unit">% or the unit of the count.</param>
/// <param name="Decimals">0 to 2; percentages always 2.</param>
/// <param name="TextStyle">In sentences.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="InReport">Does it stand in the weekly report's tables?</param>
/// <param name="MinBase">Units whose denominator is below it are 样本不足 and not ranked; null for no limit.</param>
/// <param name="ValidFrom">First week; null since ever.</param>
/// <param name="Order">Order in tables.</param>
public sealed record Indicator(
    string Code,
    string InternalNo,
    string Name,
    Formula? Formula,
    string? Numerator,
    string? Denominator,
    string Unit,
    int Decimals,
    TextStyle TextStyle,
    Direction Direction,
    bool InReport,
    long? MinBase,
    ReportingWeek? ValidFrom,
    int Order)
{
    /// <summary>Is it a percentage? Then differences are 百分点 (rule 7).</summary>
    public bool IsPercentage => Unit == "%";

    /// <summary>Is it computed in a week?</summary>
    public bool IsValidIn(ReportingWeek week) => ValidFrom is not { } from || from <= week;
}
