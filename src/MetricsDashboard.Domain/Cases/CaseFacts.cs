namespace MetricsDashboard.Domain.Cases;

/// <summary>One version of a case, understood: its unit is known, its times are moments.</summary>
/// <param name="CaseNo">办件编号: printable ASCII, at most 64 characters.</param>
/// <param name="Version">From 0; a higher one replaces a lower one, in whatever order they come.</param>
/// <param name="Unit">Code of the county or department.</param>
/// <param name="ItemCode">事项编码: printable ASCII, at most 64 characters.</param>
/// <param name="ItemName">事项名称; empty where the source gives none.</param>
/// <param name="AcceptedAt">受理时间.</param>
/// <param name="PromisedDue">The last moment of the promised time; null where there is none.</param>
/// <param name="StatutoryDue">The last moment of the statutory time; null where there is none.</param>
/// <param name="CompletedAt">办结时间; null unless completed.</param>
/// <param name="Card">The card that the source shows; null where it shows no cards, and they are derived.</param>
/// <param name="Cause">The cause that the source gives; null where it gives none.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="UpdatedAt">Since when the source says that this is so; null where it does not say.</param>
public sealed record CaseFacts(
    string CaseNo,
    long Version,
    string Unit,
    string ItemCode,
    string ItemName,
    DateTimeOffset AcceptedAt,
    DateTimeOffset? PromisedDue,
    DateTimeOffset? StatutoryDue,
    DateTimeOffset? CompletedAt,
    Card? Card,
    CardCause? Cause,
    CaseStatus Status,
    DateTimeOffset? UpdatedAt)
{
    /// <summary>
    /// 按期办结: completed within the promised time; where none is promised within the statutory time; where there is none either, in time.
    /// </summary>
    public bool IsInTime => Status is CaseStatus.Completed && CompletedAt is { } at && (PromisedDue ?? StatutoryDue) is var due && (due is null || at <= due);
}
