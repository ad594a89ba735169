using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Components.Contacts;

/// <summary>A contact while it is written.</summary>
public sealed class ContactDraft
{
    /// <summary>Whom it changes; null for a new one.</summary>
    public Guid? Id { get; init; }

    public string Name { get; set; } = "";

    public string Post { get; set; } = "";

    public string OfficePhone { get; set; } = "";

    public string Mobile { get; set; } = "";

    public string Email { get; set; } = "";

    public ReminderStage? RemindFrom { get; set; }

    public static ContactDraft Of(Contact contact) => new()
    {
        Id = contact.Id,
        Name = contact.Details.Name,
        Post = contact.Details.Post,
        OfficePhone = contact.Details.OfficePhone,
        Mobile = contact.Details.Mobile,
        Email = contact.Details.Email,
        RemindFrom = contact.Details.RemindFrom,
    };

    public ContactDetails ToDetails() => new(Name, Post, OfficePhone, Mobile, Email, RemindFrom);
}
