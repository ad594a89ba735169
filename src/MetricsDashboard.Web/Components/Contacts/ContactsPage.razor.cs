using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Pages;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Contacts;

/// <summary>联系人: whom one telephones, of all units, or of one that is asked for.</summary>
public sealed partial class ContactsPage : ComponentBase
{
    private View? view;
    private ILookup<string, Contact> contacts = Array.Empty<Contact>().ToLookup(contact => contact.Unit.Code);
    private Unit? chosen;
    private string? failure;

    [SupplyParameterFromQuery(Name = "unit")]
    public string? AskedUnit { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required ContactStore Contacts { get; set; }

    private IReadOnlyList<Unit> Units =>
        [.. view!.Catalogue.Units.Where(unit => unit.Kind is not UnitKind.Township && (unit.Active || contacts.Contains(unit.Code)) && view.Actor.MayReadContacts(unit)).OrderBy(unit => unit.Order)];

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var loaded = await Views.LoadAsync();
        if (!loaded.Catalogue.Units.Any(loaded.Actor.MayReadContacts))
        {
            failure = new AccessDeniedException().Message;
            return;
        }

        contacts = await Contacts.AllAsync(loaded.Actor, CancellationToken.None);
        chosen = loaded.Catalogue.FindUnit(AskedUnit) is { } asked && loaded.Actor.MayReadContacts(asked) ? asked : null;
        view = loaded;
    }
}
