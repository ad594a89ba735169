using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Catalogue;

/// <summary>How a count relates to time (domain.md 1.1): a stock 期末值, a flow 本期发生 or a running total 累计.</summary>
public enum Nature
{
    /// <summary>State at the week's end.</summary>
    Stock,

    /// <summary>What happened within the week.</summary>
    Flow,

    /// <summary>Total since the beginning; falls only by correction.</summary>
    Cumulative,

    /// <summary>文字: prose. No count, so never an observation and never part of an indicator.</summary>
    Text,
}

/// <summary>How the values of units become the value of their parent (design.md rule 2).</summary>
public enum RollUp
{
    /// <summary>Sum.</summary>
    Sum,

    /// <summary>Smallest value, for instance of village items that can be done online.</summary>
    Min,

    /// <summary>No value above the unit that reports.</summary>
    None,
}

/// <summary>What stands in for a unit that did not report (design.md rule 3).</summary>
public enum WhenMissing
{
    /// <summary>The last accepted value, marked 沿用上周; the unit is not ranked.</summary>
    Carry,

    /// <summary>Nothing: the total says how many units it is the sum of.</summary>
    Leave,
}

/// <summary>A data element 填报项: a count that somebody reports, or a text. Percentages are never reported (design.md rule 1).</summary>
/// <param name="Code">Code in files; binary compared, at most 64 characters.</param>
/// <param name="Name">Name on forms.</param>
/// <param name="Measure">Unit of measure 计量单位: 项, 件, 个 …</param>
/// <param name="Nature">Stock, flow or cumulative; or text, which has neither bound nor roll-up nor range.</param>
/// <param name="Form">The form that it is reported on; null where the system writes it itself.</param>
/// <param name="ObservedAt">Kinds of units that have a value of their own; empty for system elements.</param>
/// <param name="MaxElement">Element that this value may not exceed in the same unit and week, on this form or another; null where there is none.</param>
/// <param name="RollUp">To the parent's value.</param>
/// <param name="Minimum">Smallest allowed value; at least 0.</param>
/// <param name="Maximum">Largest allowed value; null where there is none.</param>
/// <param name="Optional">May the cell be blank?</param>
/// <param name="WhenMissing">What stands in.</param>
/// <param name="ValidFrom">First week; null since ever.</param>
public sealed record DataElement(
    string Code,
    string Name,
    string Measure,
    Nature Nature,
    string? Form,
    IReadOnlyList<UnitKind> ObservedAt,
    string? MaxElement,
    RollUp RollUp,
    long Minimum,
    long? Maximum,
    bool Optional,
    WhenMissing WhenMissing,
    ReportingWeek? ValidFrom = null)
{
    /// <summary>A text has at most so many characters; a line break is one.</summary>
    public const int LongestText = 500;

    /// <summary>What change wants an explanation; null where changes and outliers are not judged.</summary>
    public ChangeThreshold? Change { get; init; } = ChangeThreshold.Default;

    /// <summary>Written by close-week, not by a person (design.md 5a, system elements).</summary>
    public bool IsSystem => Form is null;

    /// <summary>Is it prose, not a count?</summary>
    public bool IsText => Nature is Nature.Text;

    /// <summary>Is the element asked in a week?</summary>
    public bool IsValidIn(ReportingWeek week) => ValidFrom is not { } from || from <= week;
}
