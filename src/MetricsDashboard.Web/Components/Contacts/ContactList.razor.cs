using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Contacts;

/// <summary>联系人 of a unit, to be telephoned with a tap, and changed by those who may.</summary>
public sealed partial class ContactList : ComponentBase
{
    private readonly Attempt attempt = new();
    private IReadOnlyList<Contact> contacts = [];
    private ContactDraft? draft;
    private string? loaded;

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    [Parameter, EditorRequired]
    public required Unit Unit { get; set; }

    /// <summary>Somebody was entered, changed or removed.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    public required ContactStore Contacts { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private bool MayChange => Actor.MayChangeContacts(Unit);

    protected override async Task OnParametersSetAsync()
    {
        if (loaded == Unit.Code) return;
        (loaded, draft, contacts) = (Unit.Code, null, []);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var unit = Unit.Code;
        var found = await Contacts.OfUnitAsync(Actor, unit, CancellationToken.None);
        if (unit == Unit.Code) contacts = found;
    }

    private void Edit(Contact? contact) => draft = contact is null ? new ContactDraft { Post = contacts.Count == 0 ? ContactDetails.Reporter : "" } : ContactDraft.Of(contact);

    private Task SaveAsync() => ChangeAsync(async () =>
    {
        var details = draft!.ToDetails();
        await (draft.Id is { } id
            ? Contacts.ChangeAsync(Actor, id, details, Clock.Now, CancellationToken.None)
            : Contacts.AddAsync(Actor, Unit.Code, details, Clock.Now, CancellationToken.None));
        draft = null;
        return $"已保存{details.Name.Trim()}的联系方式。";
    });

    private Task RemoveAsync(Contact contact) => ChangeAsync(async () =>
    {
        await Contacts.RemoveAsync(Actor, contact.Id, CancellationToken.None);
        return $"已移除{contact.Details.Name}。";
    });

    private Task ChangeAsync(Func<Task<string>> change) => attempt.RunAsync(
        async () => attempt.Message = await change(),
        async () =>
        {
            await LoadAsync();
            if (attempt.Message is not null) await OnChanged.InvokeAsync();
        });

    private static string Name(ReminderStage? from) => from is { } stage ? $"{stage.Name()}起" : "不发";
}
