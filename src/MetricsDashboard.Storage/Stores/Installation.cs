using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Storage.Stores;

/// <param name="FirstWeek">Fixed for ever: nothing looks before it.</param>
/// <param name="DemonstrationAnchor">The true moment at which the demonstration's clock began to run; null elsewhere.</param>
public sealed record Installation(ReportingWeek FirstWeek, bool IsDemonstration, DateTimeOffset InstalledAt, DateTimeOffset? DemonstrationAnchor = null);
