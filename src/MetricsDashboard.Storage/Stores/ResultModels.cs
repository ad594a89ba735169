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
public sealed record ExplainedValue(DataElement Element, Observation Observation, Guid? UploadId, string? FileName, string? SentBy, DateTimeOffset? SentAt);
