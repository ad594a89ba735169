using MetricsDashboard.Domain.People;

namespace MetricsDashboard.Storage.Stores;

public sealed record TokenRow(
    string Id, string Name, Role Role, string? Unit, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt);
