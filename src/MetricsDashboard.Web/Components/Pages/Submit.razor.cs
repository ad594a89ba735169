using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Duties;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>我的任务: what a unit owes and by when, what is late, what came back and why, and what can be done about it.</summary>
public sealed partial class Submit : ComponentBase
{
    private const int ShownUploads = 20;
    private const int ShownCorrections = 20;
    private const int WeeksVerified = 3;

    private Model? model;
    private string? empty;
    private string? failure;
    private Errand errand = null!;
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
    public required DraftStore Drafts { get; set; }

    [Inject]
    public required ReviewStore Review { get; set; }

    [Inject]
    public required PracticeStore Practices { get; set; }

    [Inject]
    public required CorrectionStore Corrections { get; set; }

    [Inject]
    public required VerificationStore Verifications { get; set; }

    [Inject]
    public required ElementOriginStore Origins { get; set; }

    [Inject]
    public required PersonStore Persons { get; set; }

    [Inject]
    public required UploadStore Uploads { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    protected override void OnInitialized() => errand = new Errand(async () =>
    {
        await ReloadAsync();
        StateHasChanged();
    });

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        var mine = ++turn;
        try
        {
            var (loaded, nothing) = await LoadAsync();
            if (mine == turn) (model, empty, failure) = (loaded, nothing, null);
        }
        catch (AccessDeniedException denied)
        {
            if (mine == turn) failure = denied.Message;
        }
    }

    private async Task<(Model? Model, string? Empty)> LoadAsync()
    {
        var view = await Views.LoadAsync();
        var now = Clock.Now;
        var current = view.Current(now);
        if ((AskedWeek is null ? current : null) is not { } week)
        {
            if (view.WeekOf(AskedWeek) is not { } asked) return (null, "还没有统计周开放报送。");
            week = asked;
        }

        var units = view.Catalogue.Units.Where(unit => view.Actor.MaySend(unit) && view.Catalogue.FormsOf(unit, week.Week).Count > 0).ToList();
        if (units.Count == 0) return (null, "您的角色没有报送任务。");
        var unit = units.Find(candidate => candidate.Code == AskedUnit) ?? units[0];
        return (await LoadAsync(view, week, unit, units, current, now), null);
    }

    private async Task<Model> LoadAsync(View view, WeekRow week, Unit unit, IReadOnlyList<Unit> units, WeekRow? current, DateTimeOffset now)
    {
        var (actor, none) = (view.Actor, CancellationToken.None);
        var duties = await Duties.OfWeekAsync(actor, week.Week, unit.Code, none);
        var own = duties.Where(duty => DutyStates.IsOwn(actor, duty)).ToList();
        var open = view.Weeks.Where(row => row.IsOpen).Select(row => row.Week).ToHashSet();
        var outstanding = (await Duties.OutstandingAsync(actor, unit.Code, none))
            .Where(duty => DutyStates.IsOwn(actor, duty) && duty.Week != current?.Week && (!open.Contains(duty.Week) || duty.IsLate(now))).ToList();
        var practice = actor.Unit == unit.Code ? await Practices.FindAsync(actor, unit.Code, none) : null;
        var isReviewer = practice is not null && actor.Role is Role.CountyReviewer;
        var isDeputy = practice?.Deputies.Any(deputy => deputy.Person == actor.Name && deputy.Until >= Clock.Today) is true;
        var waiting = isReviewer || isDeputy ? await Review.WaitingAsync(actor, unit.Code, none) : [];
        var notes = await Review.NotesAsync(actor, week.Week, unit.Code, none);
        var corrections = (await Corrections.ListAsync(actor, null, null, none)).Where(row => row.Unit.Code == unit.Code).Take(ShownCorrections).ToList();
        var people = isReviewer ? (await Persons.OfUnitAsync(actor, unit.Code, none)).Where(person => person.Account != actor.Name).ToList() : [];
        var uploads = await Uploads.ListAsync(actor, ShownUploads, none);
        var figures = actor.Unit == unit.Code ? await FiguresAsync(view, week, unit) : [];
        string[] accounts =
        [
            .. figures.Select(figure => figure.SentBy), .. figures.SelectMany(figure => figure.Said).Select(word => word.WrittenBy),
            .. uploads.Select(upload => upload.SentBy), .. waiting.Select(row => row.SentBy), .. corrections.Select(row => row.RequestedBy),
            .. people.Select(person => person.Account), .. isReviewer ? practice!.Deputies.Select(deputy => deputy.Person) : [],
        ];
        return new Model(view, week, unit)
        {
            Units = units,
            Headline = Headline(week, own, now),
            IsCurrent = week.Week == current?.Week,
            Own = own,
            Supplied = [.. duties.Except(own)],
            Notes = notes,
            Drafts = await Drafts.ListAsync(actor, week.Week, unit.Code, none),
            Outstanding = outstanding,
            Waiting = waiting,
            Corrections = corrections,
            Figures = figures,
            Differences = await Origins.OfUnitAsync(actor, week.Week, unit.Code, none),
            Practice = isReviewer ? practice : null,
            People = people,
            Uploads = uploads,
            Names = await People.OfAsync(actor, accounts, none),
        };
    }

    /// <summary>What others sent of the unit for the week; where that is nothing yet, for the newest of the weeks before.</summary>
    private async Task<IReadOnlyList<VerifiedFigure>> FiguresAsync(View view, WeekRow week, Unit unit)
    {
        foreach (var row in view.Weeks.Where(row => row.Week <= week.Week).OrderByDescending(row => row.Week).Take(AskedWeek is null ? WeeksVerified : 1))
        {
            var figures = await Verifications.OfWeekAsync(view.Actor, row.Week, unit.Code, CancellationToken.None);
            if (figures.Count > 0) return figures;
        }

        return [];
    }

    private static string Headline(WeekRow week, List<DutyRow> own, DateTimeOffset now)
    {
        var name = View.NameOf(week);
        if (!week.IsOpen) return $"{name}已经关闭，不再接收报送。";
        if (own.Count == 0) return $"{name}没有需要本单位填报的报表。";
        var left = own.Where(DutyStates.IsOwed).ToList();
        if (left.Count == 0) return $"{name}应报{own.Count}张报表，均已报送。";
        var text = $"{name}应报{own.Count}张报表，还有{left.Count}张未报送";
        var due = left.Min(duty => duty.DueAt);
        if (week.IsLocked(now) && due < now) return $"{text}，已于{Moments.Text(week.Hours.LockAt)}锁定，如需补报请联系市专班办理延期。";
        var late = left.Count(duty => DutyStates.IsOverdue(duty, now));
        if (late > 0) return $"{text}，其中{late}张已超过期限（{Moments.Text(due)}），请尽快报送。";
        return due < now ? $"{text}，请改好退回的报表后尽快重新报送。" : $"{text}，请于{Moments.Text(due)}前报送。";
    }

    private static string Supplier(SuppliedBy by) => by switch
    {
        SuppliedBy.Unit => "本单位报送",
        SuppliedBy.City => "市级统一报送",
        _ => "系统采集",
    };

    private sealed record Model(View View, WeekRow Week, Unit Unit)
    {
        public required IReadOnlyList<Unit> Units { get; init; }

        public required string Headline { get; init; }

        public required bool IsCurrent { get; init; }

        /// <summary>What the unit sends itself.</summary>
        public required IReadOnlyList<DutyRow> Own { get; init; }

        /// <summary>What the city or a source sends about it.</summary>
        public required IReadOnlyList<DutyRow> Supplied { get; init; }

        public required ILookup<Guid, SubmissionNote> Notes { get; init; }

        public required IReadOnlyList<DraftRow> Drafts { get; init; }

        /// <summary>What is owed for other periods.</summary>
        public required IReadOnlyList<DutyRow> Outstanding { get; init; }

        /// <summary>What waits for the unit's own review, of all weeks; for those who may review it.</summary>
        public required IReadOnlyList<SubmissionRow> Waiting { get; init; }

        public required IReadOnlyList<CorrectionRow> Corrections { get; init; }

        /// <summary>Figures that others sent of the unit, for its people to look at.</summary>
        public required IReadOnlyList<VerifiedFigure> Figures { get; init; }

        /// <summary>What was sent otherwise than the cases say.</summary>
        public required IReadOnlyList<OriginDifference> Differences { get; init; }

        /// <summary>For the unit's reviewer; null for others.</summary>
        public required UnitPractice? Practice { get; init; }

        public required IReadOnlyList<PersonRow> People { get; init; }

        public required IReadOnlyList<UploadView> Uploads { get; init; }

        public required Names Names { get; init; }
    }
}
