using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Storage.Stores;

/// <param name="Recipients">How many people got a message; 0 where the unit has no account that could.</param>
public sealed record ReminderRow(Unit Unit, ReportingWeek Week, ReminderStage Stage, DateTimeOffset SentAt, int Recipients, string Missing);

/// <param name="Link">Where it is dealt with, a path of this site; null for nowhere.</param>
public sealed record MessageRow(Guid Id, string Subject, string Text, string? Link, DateTimeOffset SentAt, DateTimeOffset? ReadAt);

public sealed record CallRow(Unit Unit, ReportingWeek Week, string Text, string CalledBy, DateTimeOffset CalledAt);
