using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Catalogue;

/// <summary>A target 目标: data with effective weeks and a document. No document, no target (design.md rule 8).</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Unit">Code of the scope.</param>
/// <param name="ValidFrom">First week.</param>
/// <param name="ValidTo">Last week; null for ever.</param>
/// <param name="Value">In the indicator's unit, for instance 1.00 for 1 %.</param>
/// <param name="YellowLimit">Values between target and this limit are 接近目标; null for none.</param>
/// <param name="Document">The document that sets it.</param>
public sealed record Target(string Indicator, string Unit, ReportingWeek ValidFrom, ReportingWeek? ValidTo, decimal Value, decimal? YellowLimit, string Document)
{
    /// <summary>Does it hold in a week?</summary>
    public bool IsValidIn(ReportingWeek week) => ValidFrom <= week && (ValidTo is not { } to || week <= to);
}
