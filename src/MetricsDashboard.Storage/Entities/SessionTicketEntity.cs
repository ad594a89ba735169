namespace MetricsDashboard.Storage.Entities;

internal sealed class SessionTicketEntity
{
    public required string Id { get; init; }
    public required byte[] Value { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}
