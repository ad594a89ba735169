using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Storage.Entities;

internal sealed class ObservationEntity
{
    public int Week { get; init; }
    public required string Element { get; init; }
    public required string Unit { get; init; }
    public Origin Origin { get; init; }
    public int Revision { get; init; }
    public long Value { get; init; }
    public Guid? SubmissionId { get; init; }

    /// <summary>The run whose cases were counted; no foreign key, which would make SQLite rebuild the table.</summary>
    public Guid? RunId { get; init; }

    public string? Sheet { get; init; }
    public string? Cell { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
    public required string RecordedBy { get; init; }
    public string? Reason { get; init; }

    public Observation ToObservation() => new(
        Element, Unit, ReportingWeek.FromKey(Week), Origin, Revision, Value, SubmissionId, Sheet, Cell, RecordedAt, RecordedBy, Reason, RunId);
}

internal enum EditionKind
{
    Live,
    Closed,
}

internal sealed class EditionEntity
{
    public int Id { get; init; }
    public int Week { get; init; }
    public int No { get; init; }
    public EditionKind Kind { get; init; }
    public DateTimeOffset AsOf { get; set; }
    public int CatalogueVersion { get; set; }
    public required string ContentHash { get; set; }
}

internal sealed class SnapshotEntity
{
    public int EditionId { get; init; }
    public required string Indicator { get; init; }
    public required string Unit { get; init; }
    public long? Numerator { get; init; }
    public long? Denominator { get; init; }
    public decimal? Value { get; init; }
    public int Reported { get; init; }
    public int Carried { get; init; }
    public int Expected { get; init; }
    public int? Rank { get; init; }
    public Unranked? Unranked { get; init; }
    public Light? Light { get; init; }
    public decimal? ChangeAmount { get; init; }
    public bool? ChangeIsExactlyZero { get; init; }
    public int? ChangeUnits { get; init; }
    public bool? ChangeWhole { get; init; }

    public static SnapshotEntity Of(Snapshot snapshot, int edition) => new()
    {
        EditionId = edition,
        Indicator = snapshot.Indicator,
        Unit = snapshot.Unit,
        Numerator = snapshot.Numerator,
        Denominator = snapshot.Denominator,
        Value = snapshot.Value,
        Reported = snapshot.Coverage.Reported,
        Carried = snapshot.Coverage.Carried,
        Expected = snapshot.Coverage.Expected,
        Rank = snapshot.Rank,
        Unranked = snapshot.Unranked,
        Light = snapshot.Light,
        ChangeAmount = snapshot.Change?.Amount,
        ChangeIsExactlyZero = snapshot.Change?.IsExactlyZero,
        ChangeUnits = snapshot.Change?.Units,
        ChangeWhole = snapshot.Change?.Whole,
    };

    public Snapshot ToSnapshot() => new(
        Indicator,
        Unit,
        ReportingWeek.FromKey(EditionIds.WeekOf(EditionId)),
        Numerator,
        Denominator,
        Value,
        new Coverage(Reported, Carried, Expected),
        Rank,
        Unranked,
        Light,
        ChangeAmount is { } amount ? new Change(amount, ChangeIsExactlyZero ?? false, ChangeUnits ?? 0, ChangeWhole ?? false) : null);
}
