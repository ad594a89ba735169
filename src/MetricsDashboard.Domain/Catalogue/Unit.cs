using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Catalogue;

/// <summary>A unit 单位 of the tree, and so a scope 口径 of figures (design.md rule 4).</summary>
/// <param name="Code">Official code, or one built from it; binary compared, at most 32 characters.</param>
/// <param name="Name">Full name.</param>
/// <param name="ShortName">Name in sentences and tables: 全市, 市级, 宝丰县.</param>
/// <param name="Kind">Level.</param>
/// <param name="Parent">Code of the parent; null for the city alone.</param>
/// <param name="Order">Order in documents; ties of a ranking stand in this order.</param>
/// <param name="RankingGroup">Units are ranked within the same group only; null is never ranked.</param>
/// <param name="Included">The one switch (汝州市) that drives duties, totals, ranking and footnote together (rule 7).</param>
/// <param name="Active">Inactive units owe nothing and count nowhere until an administrator activates them.</param>
/// <param name="ValidFrom">First week; null since ever.</param>
/// <param name="ValidTo">Last week; null for ever.</param>
public sealed record Unit(
    string Code,
    string Name,
    string ShortName,
    UnitKind Kind,
    string? Parent,
    int Order,
    string? RankingGroup,
    bool Included = true,
    bool Active = true,
    ReportingWeek? ValidFrom = null,
    ReportingWeek? ValidTo = null)
{
    /// <summary>Does the unit itself take part in a week? (Its ancestors must too: <see cref="Catalogue.TakesPart"/>.)</summary>
    public bool CountsIn(ReportingWeek week) =>
        Active && Included && (ValidFrom is not { } from || from <= week) && (ValidTo is not { } to || week <= to);
}
