using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Storage.Entities;

/// <summary>联系人 of a unit.</summary>
internal sealed class ContactEntity
{
    public Guid Id { get; init; }
    public required string Unit { get; init; }
    public required string Name { get; set; }
    public required string Post { get; set; }
    public required string OfficePhone { get; set; }
    public required string Mobile { get; set; }
    public required string Email { get; set; }

    /// <summary>From which step of chasing on reminders come by mail; null for never.</summary>
    public ReminderStage? RemindFrom { get; set; }
    public required string ChangedBy { get; set; }
    public DateTimeOffset ChangedAt { get; set; }

    public ContactDetails ToDetails() => new(Name, Post, OfficePhone, Mobile, Email, RemindFrom);
}

/// <summary>自动接收: whether the system accepts what nothing is wrong with. The newest row holds; the others say how it was.</summary>
internal sealed class AcceptanceEntity
{
    public Guid Id { get; init; }
    public bool IsAutomatic { get; init; }
    public required string ChangedBy { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
}
