using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Storage.Stores;

/// <summary>Which observations; what is null does not filter.</summary>
/// <param name="Week">The week, or the first of several where <paramref name="WeekTo"/> is given.</param>
/// <param name="AsOf">The state of knowledge at a moment; null for now.</param>
public sealed record ObservationFilter(
    ReportingWeek? Week = null, ReportingWeek? WeekTo = null, string? Element = null, string? Unit = null, DateTimeOffset? AsOf = null);

/// <summary>What a result of a unit would be with values that are not sent yet.</summary>
/// <param name="Now">The result with them; its rank is among the units whose values are accepted so far.</param>
/// <param name="Last">The result of the period before; null where there is none.</param>
/// <param name="Others">How many other units are ranked so far.</param>
public sealed record PreviewedResult(Indicator Indicator, Snapshot Now, Snapshot? Last, int Others);

/// <summary>A stored result that is not what the observations give.</summary>
/// <param name="Stored">Null where the row was missing.</param>
/// <param name="Computed">Null where there should be no row.</param>
public sealed record SnapshotDifference(ReportingWeek Week, string Indicator, string Unit, Snapshot? Stored, Snapshot? Computed);

/// <summary>Where a number comes from, down to the cell (rule 9).</summary>
/// <param name="Formula">The formula with the elements' names.</param>
/// <param name="Snapshot">The result itself: numerator, denominator, value, coverage.</param>
/// <param name="Parts">Every row unit of the scope.</param>
public sealed record Explanation(
    Indicator Indicator, Unit Unit, ReportingWeek Week, string Formula, Snapshot Snapshot, IReadOnlyList<ExplainedPart> Parts);

/// <param name="Numerator">This unit's part; null where it has none.</param>
/// <param name="Values">The values used; for growth also those of the week before.</param>
public sealed record ExplainedPart(
    Unit Unit, Unit Asked, PartState State, long? Numerator, long? Denominator, IReadOnlyList<ExplainedValue> Values);

/// <param name="FileName">The file it was sent in; null for values that no file brought.</param>
/// <param name="SentBy">Who sent it; null for values that nobody sent.</param>
public sealed record ExplainedValue(DataElement Element, Observation Observation, Guid? UploadId, string? FileName, string? SentBy, DateTimeOffset? SentAt)
{
    /// <summary>Of a value counted from cases, what it was counted from; null for others.</summary>
    public CasesBehind? Cases { get; init; }

    /// <summary>The value of the other origin for the same element, unit and week, which does not count; null where there is none.</summary>
    public ExplainedValue? Other { get; init; }
}

/// <summary>What a value was counted from.</summary>
/// <param name="Run">The run after which it was counted; null where a person's word or a setting had it counted anew.</param>
/// <param name="Source">That run's source.</param>
/// <param name="RunStartedAt">When that run began.</param>
/// <param name="Until">The count is of how the cases stood then.</param>
public sealed record CasesBehind(Guid? Run, string? Source, DateTimeOffset? RunStartedAt, DateTimeOffset Until);

/// <summary>What was sent beside what the cases give for the same element, unit and week.</summary>
/// <param name="Sent">As it was sent, or as it was corrected since it was accepted.</param>
/// <param name="FromCases">Counted from cases.</param>
/// <param name="Counts">Which of the two counts once the form is accepted.</param>
public sealed record OriginDifference(DataElement Element, Unit Unit, long Sent, long FromCases, Origin Counts)
{
    /// <summary>How much more was sent than the cases give.</summary>
    public long Difference => Sent - FromCases;
}

/// <summary>Which origin of an element counts from a week on.</summary>
public sealed record OriginSettingRow(ReportingWeek FromWeek, Origin Origin, string ChangedBy, DateTimeOffset ChangedAt);

/// <summary>An element that cases can fill.</summary>
/// <param name="History">Every setting that was made, the newest first; none means that the form counts.</param>
/// <param name="Settings">What holds from which week on.</param>
public sealed record ElementOriginRow(DataElement Element, IReadOnlyList<OriginSettingRow> History, OriginSettings Settings)
{
    /// <summary>What counts in a week before all others.</summary>
    public Origin In(ReportingWeek week) => Settings.First(Element.Code, week);
}
