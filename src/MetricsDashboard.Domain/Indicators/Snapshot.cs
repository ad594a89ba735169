using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Indicators;

/// <summary>Why a unit of a ranking group stands apart from the ranking (design.md rule 7).</summary>
public enum Unranked
{
    /// <summary>未报送.</summary>
    NotReported,

    /// <summary>沿用上周.</summary>
    Carried,

    /// <summary>样本不足: the base is below the indicator's minimum.</summary>
    SmallBase,

    /// <summary>The denominator is 0, or growth has nothing to compare with.</summary>
    NoValue,
}

/// <summary>A result 指标结果: indicator × unit × week, with everything that a reader needs to trust it.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Unit">Code of the scope.</param>
/// <param name="Week">Week.</param>
/// <param name="Numerator">Rolled-up numerator, or the count; null where nothing is known.</param>
/// <param name="Denominator">Rolled-up denominator; null for counts.</param>
/// <param name="Value">The displayed value: percentages at the indicator's decimals, counts whole; null shows "—".</param>
/// <param name="Coverage">Asked units behind it.</param>
/// <param name="Rank">Rank in the ranking group; null where not ranked.</param>
/// <param name="Unranked">Why not, for units of a ranking group.</param>
/// <param name="Light">Against the target; null without one or where units are left out.</param>
/// <param name="Change">Against the week before; null where there is nothing to compare.</param>
public sealed record Snapshot(
    string Indicator,
    string Unit,
    ReportingWeek Week,
    long? Numerator,
    long? Denominator,
    decimal? Value,
    Coverage Coverage,
    int? Rank,
    Unranked? Unranked,
    Light? Light,
    Change? Change);
