using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Reporting;

/// <summary>催报: whom to call and under which number, what was sent and whether it arrived, what was said on the telephone.</summary>
public sealed partial class ChasingPage : ComponentBase
{
    private readonly Attempt attempt = new();

    private Model? model;
    private bool isEmpty;
    private string? failure;
    private Unit? calling;
    private int turn;

    [SupplyParameterFromQuery(Name = "week")]
    public string? AskedWeek { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required DutyStore Duties { get; set; }

    [Inject]
    public required ReminderStore Reminders { get; set; }

    [Inject]
    public required DeliveryStore Deliveries { get; set; }

    [Inject]
    public required ContactStore Contacts { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private bool MayCall => model?.View.Actor.Role is Role.CityReviewer or Role.Drafter;

    protected override async Task OnParametersSetAsync()
    {
        calling = null;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var mine = ++turn;
        try
        {
            var loaded = await ReadAsync();
            if (mine == turn) (model, isEmpty, failure) = (loaded, loaded is null, null);
        }
        catch (AccessDeniedException denied)
        {
            if (mine == turn) failure = denied.Message;
        }
    }

    private async Task<Model?> ReadAsync()
    {
        var view = await Views.LoadAsync();
        if ((AskedWeek is null ? view.Current(Clock.Now) : null) is not { } week)
        {
            if (view.WeekOf(AskedWeek) is not { } asked) return null;
            week = asked;
        }

        var now = Clock.Now;
        var deliveries = await Deliveries.ListAsync(view.Actor, week.Week, CancellationToken.None);
        var own = ReportingTable.Own(await Duties.OfWeeksAsync(view.Actor, week.Week, week.Week, CancellationToken.None));
        var calls = await Reminders.CallsAsync(view.Actor, week.Week, CancellationToken.None);
        return new Model(
            view,
            week,
            week.IsOpen ? Owe(own, now) : [],
            week.IsOpen ? ReminderText.Of(week, own, now) : "",
            await Contacts.AllAsync(view.Actor, CancellationToken.None),
            await Reminders.ListAsync(view.Actor, week.Week, CancellationToken.None),
            deliveries,
            calls,
            await People.OfAsync(view.Actor, calls.Select(call => call.CalledBy), CancellationToken.None));
    }

    private static IReadOnlyList<OwingUnit> Owe(IEnumerable<DutyRow> own, DateTimeOffset now) =>
    [
        .. own.GroupBy(duty => duty.Unit.Code, StringComparer.Ordinal).Select(unit => unit.ToList()).Where(unit => DutyMarks.Of(unit, now).IsOwed())
            .Select(unit => new OwingUnit(unit[0].Unit, unit[0].DueAt, ReportingTable.Cell(unit, now)!)).OrderBy(unit => unit.Unit.Order),
    ];

    private Task CallAsync(string text) => attempt.RunAsync(
        async () =>
        {
            await Reminders.CallAsync(model!.View.Actor, model.Week.Week, calling!.Code, text, Clock.Now, CancellationToken.None);
            attempt.Message = $"已登记与{calling.ShortName}的通话。";
            calling = null;
        },
        LoadAsync);

    private Task RetryAsync(DeliveryRow delivery) => attempt.RunAsync(
        async () =>
        {
            await Deliveries.RetryAsync(model!.View.Actor, delivery.Id, Clock.Now, CancellationToken.None);
            attempt.Message = "已排入发送队列，一分钟内重新发送。";
        },
        LoadAsync);

    private sealed record OwingUnit(Unit Unit, DateTimeOffset DueAt, ReportingCell Cell);

    private sealed record Model(
        View View, WeekRow Week, IReadOnlyList<OwingUnit> Owing, string Text, ILookup<string, Contact> Contacts, IReadOnlyList<ReminderRow> Reminders,
        IReadOnlyList<DeliveryRow> Deliveries, IReadOnlyList<CallRow> Calls, Names Names);
}
