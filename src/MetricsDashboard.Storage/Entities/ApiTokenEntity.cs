using MetricsDashboard.Domain.People;

namespace MetricsDashboard.Storage.Entities;

internal sealed class ApiTokenEntity
{
    public required string Id { get; init; }
    public required byte[] Hash { get; init; }
    public required string Name { get; init; }
    public Role Role { get; init; }
    public string? Unit { get; init; }
    public required string CreatedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }
}
