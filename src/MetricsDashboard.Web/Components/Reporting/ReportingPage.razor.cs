using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Reporting;

/// <summary>报送情况: which units met their duties in which periods, who is to be chased, who got more time, and the lock.</summary>
public sealed partial class ReportingPage : ComponentBase
{
    private const int PeriodsShown = 12;

    private readonly Attempt attempt = new();

    private Model? model;
    private bool isEmpty;
    private string? failure;
    private Unit? extending;
    private bool locking;
    private int turn;

    [SupplyParameterFromQuery(Name = "week")]
    public string? AskedWeek { get; set; }

    [SupplyParameterFromQuery(Name = "unit")]
    public string? AskedUnit { get; set; }

    /// <summary>all: the forms that are done or not due yet too.</summary>
    [SupplyParameterFromQuery(Name = "show")]
    public string? Show { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required DutyStore Duties { get; set; }

    [Inject]
    public required SubmissionStore Submissions { get; set; }

    [Inject]
    public required SourceStore Sources { get; set; }

    [Inject]
    public required CloseWeek Closing { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private bool IsDrafter => model?.View.Actor.Role is Role.Drafter;

    private static bool MayExtend(Actor? actor) => actor?.Role is Role.CityReviewer or Role.Drafter;

    private bool IsNarrowed => model?.Unit is not null || Show == "all";

    // Before the lock the reviewers have time; without anything pending the lock needs nobody.
    private bool IsBlocked => model is { Week.IsOpen: true } && model.Pending.Count + model.Silent.Count > 0 && model.Now >= model.Week.Hours.LockAt;

    private string Reason => string.Join("，", new[]
    {
        model!.Pending.Count > 0 ? $"还有{model.Pending.Count}件待审" : "",
        model.Silent.Count > 0 ? $"{string.Join("、", model.Silent.Select(source => $"“{source.Name}”"))}还没有报来截至{WeekText.Day(model.Week.Period.Sunday)}的办件" : "",
    }.Where(part => part.Length > 0));

    private string Consequence => string.Join("，", new[]
    {
        model!.Pending.Count > 0 ? $"以上{model.Pending.Count}件按未报送处理" : "",
        model.Silent.Count > 0 ? "红黄牌等由办件得出的数按已采集的计算" : "",
    }.Where(part => part.Length > 0));

    private string Headline
    {
        get
        {
            var marks = model!.Duties.Select(duty => DutyMarks.Of(duty, model.Now)).ToList();
            var parts = Enum.GetValues<DutyMark>().Reverse().Select(mark => (Mark: mark, Count: marks.Count(one => one == mark))).Where(part => part.Count > 0)
                .Select(part => $"{part.Mark.Name()}{part.Count}件");
            return $"{View.NameOf(model.Week)}{(model.Week.IsOpen ? "" : "（已关闭）")}应由各单位报送{marks.Count}件{(marks.Count > 0 ? "：" : "")}{string.Join("，", parts)}。";
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        (extending, locking) = (null, false);
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
        var open = view.Weeks.Where(row => row.IsOpen).OrderBy(row => row.Week).FirstOrDefault();
        if ((AskedWeek is null ? open : null) is not { } week)
        {
            if (view.WeekOf(AskedWeek) is not { } asked) return null;
            week = asked;
        }

        var now = Clock.Now;
        var periods = view.Weeks.Where(row => row.Week <= week.Week).OrderBy(row => row.Week).TakeLast(PeriodsShown).ToList();
        var duties = await Duties.OfWeeksAsync(view.Actor, periods[0].Week, week.Week, CancellationToken.None);
        var own = ReportingTable.Own(duties.Where(duty => duty.Week == week.Week));
        var silent = week.IsOpen && now >= week.Hours.LockAt && MayExtend(view.Actor) ? await Sources.SilentAsync(view.Actor, ChinaTime.Start(week.Period.Sunday.AddDays(1)), CancellationToken.None) : [];
        var extensions = await Duties.ExtensionsAsync(view.Actor, week.Week, CancellationToken.None);
        return new Model(
            view,
            week,
            own.FirstOrDefault(duty => duty.Unit.Code == AskedUnit)?.Unit,
            own,
            ReportingTable.Of(periods, duties, now),
            extensions,
            await Submissions.QueueAsync(view.Actor, week.Week, CancellationToken.None),
            silent,
            await People.OfAsync(view.Actor, extensions.Select(extension => extension.GrantedBy), CancellationToken.None),
            week.IsOpen ? ReminderText.Of(week, own, now) : "",
            now);
    }

    private Task ExtendAsync((DateTimeOffset Until, string Reason) grant) => attempt.RunAsync(
        async () =>
        {
            await Duties.ExtendAsync(model!.View.Actor, model.Week.Week, extending!.Code, grant.Until, grant.Reason, Clock.Now, CancellationToken.None);
            attempt.Message = $"已批准{extending.ShortName}延至{Moments.Text(grant.Until)}报送。";
            extending = null;
        },
        LoadAsync);

    private Task LockAsync() => attempt.RunAsync(
        async () =>
        {
            var outcome = await Closing.RunAsync(model!.View.Actor, model.Week.Week, Clock.Now, overridePending: true, CancellationToken.None);
            attempt.Message = outcome.Status is CloseStatus.AlreadyClosed
                ? $"{View.NameOf(outcome.Week)}此前已经锁定。"
                : $"{View.NameOf(outcome.Week)}已锁定，{(outcome.Pending.Count > 0 ? $"{outcome.Pending.Count}件待审的按未报送处理，" : "")}周报草稿已生成。";
            locking = false;
        },
        LoadAsync);

    private sealed record Model(
        View View, WeekRow Week, Unit? Unit, IReadOnlyList<DutyRow> Duties, ReportingTable Table, IReadOnlyList<Extension> Extensions, IReadOnlyList<SubmissionRow> Pending, IReadOnlyList<SourceRow> Silent,
        Names Names, string Reminder, DateTimeOffset Now);
}
