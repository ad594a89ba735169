using MetricsDashboard.Domain.Weeks;
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

    /// <summary>The last of the weeks that a holiday merged; the week itself where none did.</summary>
    public int LastWeek { get; set; }

    public WeekState State { get; set; }
    public int? IssueYear { get; set; }
    public int? Issue { get; set; }
    public int? TotalIssue { get; set; }
    public DateTimeOffset OpensAt { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public DateTimeOffset CountyReviewAt { get; set; }
    public DateTimeOffset CityReviewAt { get; set; }
    public DateTimeOffset LockAt { get; set; }

    /// <summary>Names of the holidays for which weeks were merged.</summary>
    public string? Holidays { get; set; }

    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Who closed the week although submissions waited for review; null where none did.</summary>
    public string? OverriddenBy { get; set; }

    /// <summary>Closed, or past its lock. A week that was opened only afterwards, because the program stood still, takes submissions until it is closed.</summary>
    public bool IsLocked(DateTimeOffset now) => State is WeekState.Closed || (now >= LockAt && OpenedAt < LockAt);

    /// <summary>Counted up by every write that concerns the week: the row lock that orders them.</summary>
    public int Version { get; set; }
}

internal sealed class DutyEntity
{
    public int Week { get; init; }
    public required string Unit { get; init; }
    public required string Form { get; init; }
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Round of the newest submission; 0 where nothing was sent yet.</summary>
    public int Round { get; set; }

    /// <summary>When something was first sent for it and not withdrawn; decides whether the duty was met in time.</summary>
    public DateTimeOffset? FirstSentAt { get; set; }
}

/// <summary>A later due time that a unit was granted for a week.</summary>
internal sealed class ExtensionEntity
{
    public int Week { get; init; }
    public required string Unit { get; init; }
    public DateTimeOffset Until { get; set; }
    public required string Reason { get; set; }
    public required string GrantedBy { get; set; }
    public DateTimeOffset GrantedAt { get; set; }
}

internal sealed class CalendarDayEntity
{
    public DateOnly Date { get; init; }
    public DayKind Kind { get; set; }
    public required string Name { get; set; }
    public required string ChangedBy { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}

internal sealed class JobSlotEntity
{
    public required string Job { get; init; }
    public required string Slot { get; init; }
    public DateTimeOffset TakenAt { get; init; }
}
