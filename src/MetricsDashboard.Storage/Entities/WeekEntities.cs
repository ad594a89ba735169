using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Storage.Entities;

internal sealed class InstallationEntity
{
    public int Id { get; init; }
    public int FirstWeek { get; init; }
    public bool IsDemonstration { get; init; }
    public DateTimeOffset InstalledAt { get; init; }
    public DateTimeOffset? DemonstrationAnchor { get; init; }
}

internal sealed class WeekEntity
{
    public int Week { get; init; }
    public WeekState State { get; set; }
    public int? IssueYear { get; set; }
    public int? Issue { get; set; }
    public int? TotalIssue { get; set; }
    public DateTimeOffset DueAt { get; init; }
    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Counted up by every write that concerns the week: the row lock that orders them.</summary>
    public int Version { get; set; }
}

internal sealed class DutyEntity
{
    public int Week { get; init; }
    public required string Unit { get; init; }
    public required string Form { get; init; }
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Round of the newest submission; 0 where nothing was sent yet.</summary>
    public int Round { get; set; }
}

internal sealed class JobSlotEntity
{
    public required string Job { get; init; }
    public required string Slot { get; init; }
    public DateTimeOffset TakenAt { get; init; }
}
