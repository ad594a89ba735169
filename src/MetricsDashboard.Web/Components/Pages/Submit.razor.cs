using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>报送: what a unit owes in a week and by when, the workbook to fill in, and what became of what was sent.</summary>
public sealed partial class Submit : ComponentBase
{
    private const int ShownUploads = 20;

    private Model? model;
    private string? empty;
    private string? failure;
    private string? refusal;
    private bool busy;
    private int turn;

    [SupplyParameterFromQuery(Name = "week")]
    public string? AskedWeek { get; set; }

    [SupplyParameterFromQuery(Name = "unit")]
    public string? AskedUnit { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required DutyStore Duties { get; set; }

    [Inject]
    public required UploadStore Uploads { get; set; }

    [Inject]
    public required SendComposed Composed { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var mine = ++turn;
        try
        {
            var (loaded, nothing) = await LoadAsync();
            if (mine == turn) (model, empty, failure, refusal) = (loaded, nothing, null, null);
        }
        catch (AccessDeniedException denied)
        {
            if (mine == turn) failure = denied.Message;
        }
    }

    private async Task<(Model? Model, string? Empty)> LoadAsync()
    {
        var view = await Views.LoadAsync();
        // Who reports begins with the week that is open, the oldest first: it is due soonest.
        var open = view.Weeks.Where(row => row.IsOpen).OrderBy(row => row.Week).FirstOrDefault();
        if ((AskedWeek is null ? open : null) is not { } week)
        {
            if (view.WeekOf(AskedWeek) is not { } asked) return (null, "还没有统计周开放报送。");
            week = asked;
        }

        var units = view.Catalogue.Units.Where(unit => view.Actor.MaySend(unit) && view.Catalogue.FormsOf(unit, week.Week).Count > 0).ToList();
        if (units.Count == 0) return (null, "您的角色没有报送任务。");
        var chosen = units.Find(candidate => candidate.Code == AskedUnit) ?? units[0];
        var duties = await Duties.OfWeekAsync(view.Actor, week.Week, chosen.Code, CancellationToken.None);
        var uploads = await Uploads.ListAsync(view.Actor, ShownUploads, CancellationToken.None);
        var names = await People.OfAsync(view.Actor, uploads.Select(upload => upload.SentBy), CancellationToken.None);
        return (new Model(view, week, chosen, units, duties, uploads, names, Headline(view, week, duties)), null);
    }

    private string Headline(View view, WeekRow week, IReadOnlyList<DutyRow> duties)
    {
        var name = View.NameOf(week);
        if (!week.IsOpen) return $"{name}已经关闭，不再接收报送。";
        var own = duties.Where(duty => IsOwn(view, duty)).ToList();
        if (own.Count == 0) return $"{name}没有需要本单位填报的报表。";
        var left = own.Where(duty => duty.State is null or SubmissionState.Draft or SubmissionState.Returned).ToList();
        if (left.Count == 0) return $"{name}应报{own.Count}张报表，均已报送。";
        var late = left.Count(duty => duty.IsLate(Clock.Now));
        var due = Moments.Text(left.Min(duty => duty.DueAt));
        return late > 0
            ? $"{name}应报{own.Count}张报表，还有{left.Count}张未报送，其中{late}张已超过期限（{due}），请尽快报送。"
            : $"{name}应报{own.Count}张报表，还有{left.Count}张未报送，请于{due}前报送。";
    }

    private async Task SendAsync(Form form, SubmissionBasis basis)
    {
        // A second click finds the first one under way; where it overtakes it, the same values again change nothing.
        if (busy || model is not { } shown) return;
        busy = true;
        try
        {
            (var upload, refusal) = await Composed.RunAsync(shown.View.Actor, form, shown.Unit, shown.Week.Week, basis, Clock.Now, CancellationToken.None);
            if (upload is { } id) Navigation.NavigateTo(Addresses.Upload(id), forceLoad: true);
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
        finally
        {
            busy = false;
        }
    }

    /// <summary>What is owed still, or came back. Nobody says of another's form that nothing happened, but the city task force for a unit.</summary>
    private bool MayCompose(DutyRow duty) =>
        IsOwn(model!.View, duty) && duty.State is null or SubmissionState.Draft or SubmissionState.Returned or SubmissionState.Withdrawn;

    // What the city sends for all units, or a source delivers, is no duty of a county's reporter.
    private static bool IsOwn(View view, DutyRow duty) =>
        duty.Form.SuppliedBy is SuppliedBy.Unit || view.Actor.Role is Role.CityReporter or Role.CityReviewer;

    private static string Supplier(SuppliedBy by) => by switch
    {
        SuppliedBy.Unit => "本单位报送",
        SuppliedBy.City => "市级统一报送",
        _ => "系统采集",
    };

    private string StateText(DutyRow duty) => duty.State switch
    {
        { } state => state.Name(),
        null when duty.IsLate(Clock.Now) => "未报送，已逾期",
        null => "未报送",
    };

    private string Style(DutyRow duty) => duty.State switch
    {
        SubmissionState.Accepted => "good",
        SubmissionState.Submitted => "plain-mark",
        _ => duty.IsLate(Clock.Now) ? "bad" : "near",
    };

    private sealed record Model(
        View View, WeekRow Week, Unit Unit, IReadOnlyList<Unit> Units, IReadOnlyList<DutyRow> Duties, IReadOnlyList<UploadView> Uploads, Names Names, string Headline);
}
