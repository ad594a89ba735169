using System.Globalization;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Catalogue;

/// <summary>What period a published figure speaks of.</summary>
public enum PeriodKind
{
    /// <summary>A reporting week.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A day.</summary>
    Date,
}

/// <summary>How a published value is bounded: exactly, or only "99%以上".</summary>
public enum Bound
{
    /// <summary>Exactly the value.</summary>
    Exact,

    /// <summary>The value or more: 以上.</summary>
    AtLeast,

    /// <summary>The value or less: 以内.</summary>
    AtMost,
}

/// <summary>
/// A published figure 公布值: value, rank or words as others published them. Never rolled up and never mixed with the computed value (design.md rule 1).
/// </summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Unit">Code of the scope.</param>
/// <param name="PeriodKind">Week, month or date.</param>
/// <param name="Period">2020-W39, 2020-06 or 2020-06-30.</param>
/// <param name="Value">Value in the indicator's unit; null where only a rank or words were published.</param>
/// <param name="Bound">Exact, or a bound.</param>
/// <param name="ProvinceRank">Rank in the province; null where none was published. "全省前三位" is not a rank (see <paramref name="RankText"/>).</param>
/// <param name="RankText">Words such as 全省前三位.</param>
/// <param name="IsBaseline">Is it a baseline 基期 that changes are also taken against?</param>
/// <param name="Label">Name of the baseline: 6月.</param>
/// <param name="Document">The document that it was published in.</param>
/// <param name="Received">The week in which the document came in; null where that is not known.</param>
public sealed record PublishedFigure(
    string Indicator,
    string Unit,
    PeriodKind PeriodKind,
    string Period,
    decimal? Value,
    Bound Bound,
    int? ProvinceRank,
    string? RankText,
    bool IsBaseline,
    string? Label,
    string? Document,
    ReportingWeek? Received = null)
{
    /// <summary>Is it of this week?</summary>
    public bool IsOf(ReportingWeek week) => PeriodKind is PeriodKind.Week && Period == week.ToString();

    /// <summary>
    /// May the issue of a week quote this monthly figure? One with a document stands only in the issue of the week in which the document
    /// came in; one without is quoted in the month after its own, when no newer month can be known.
    /// </summary>
    public bool IsQuotableIn(ReportingWeek week)
    {
        if (PeriodKind is not PeriodKind.Month || IsBaseline) return false;
        if (Document is not null || Received is not null) return Received == week;
        return Month is { } month && month.AddMonths(1) is var next && next.Year == week.Sunday.Year && next.Month == week.Sunday.Month;
    }

    /// <summary>The first day of the month of a monthly figure; null for others.</summary>
    public DateOnly? Month => PeriodKind is PeriodKind.Month
        && DateOnly.TryParseExact(Period + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
