using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>审核: what waits for the city task force, accepted or returned one by one or together.</summary>
public sealed partial class ReviewList : ComponentBase
{
    private readonly HashSet<Guid> chosen = [];
    private readonly Attempt attempt = new();

    private View? view;
    private IReadOnlyList<SubmissionRow> rows = [];
    private IReadOnlyList<SubmissionRow> shown = [];
    private IReadOnlyDictionary<Guid, int> remarkable = new Dictionary<Guid, int>();
    private Names names = Names.None;
    private HashSet<Guid> clean = [];
    private AcceptOutcome? result;
    private string? failure;
    private bool returning;

    [SupplyParameterFromQuery(Name = "week")]
    public string? AskedWeek { get; set; }

    [SupplyParameterFromQuery(Name = "unit")]
    public string? AskedUnit { get; set; }

    [SupplyParameterFromQuery(Name = "form")]
    public string? AskedForm { get; set; }

    [SupplyParameterFromQuery(Name = "late")]
    public string? OnlyLate { get; set; }

    [SupplyParameterFromQuery(Name = "remarkable")]
    public string? OnlyRemarkable { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required SubmissionStore Submissions { get; set; }

    [Inject]
    public required ReviewStore Reviews { get; set; }

    [Inject]
    public required AcceptanceStore Automatic { get; set; }

    [Inject]
    public required Accept Acceptance { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private List<Guid> Choosable => [.. shown.Where(row => view!.Actor.MayReview(row.SentBy)).Select(row => row.Id)];

    /// <summary>What is on the screen, has nothing to look at and may be accepted by whoever looks.</summary>
    private List<Guid> Acceptable => [.. Choosable.Where(clean.Contains)];

    private bool IsAutomatic { get; set; }

    private bool AreAllChosen => chosen.Count > 0 && chosen.Count == Choosable.Count;

    private IReadOnlyList<FilterOption> Weeks =>
        [.. rows.Select(row => row.Week).Distinct().OrderDescending().Select(week => new FilterOption(week.ToString(), view!.NameOf(week)))];

    private IReadOnlyList<FilterOption> Units =>
        [.. rows.Select(row => row.Unit).DistinctBy(unit => unit.Code).OrderBy(unit => unit.Order).Select(unit => new FilterOption(unit.Code, unit.ShortName))];

    private IReadOnlyList<FilterOption> Forms =>
        [.. rows.Select(row => row.Form).DistinctBy(form => form.Code).OrderBy(form => form.Order).Select(form => new FilterOption(form.Code, form.Name))];

    private IReadOnlyList<Choice> Timeliness => Pair("late", OnlyLate, "只看逾期");

    private IReadOnlyList<Choice> Changes => Pair("remarkable", OnlyRemarkable, "只看变动较大");

    protected override async Task OnParametersSetAsync()
    {
        if (view is null) await LoadAsync();
        else Narrow();
    }

    private async Task LoadAsync()
    {
        try
        {
            var loaded = await Views.LoadAsync();
            rows = await Submissions.QueueAsync(loaded.Actor, null, CancellationToken.None);
            remarkable = await Submissions.RemarkableAsync(loaded.Actor, CancellationToken.None);
            clean = [.. (await Automatic.CleanAsync(loaded.Actor, CancellationToken.None)).Select(row => row.Id)];
            IsAutomatic = loaded.Actor.SeesWholeCity && await Automatic.SettingsAsync(loaded.Actor, CancellationToken.None) is [{ IsAutomatic: true }, ..];
            names = await People.OfAsync(loaded.Actor, rows.Select(row => row.SentBy), CancellationToken.None);
            view = loaded;
            Narrow();
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
    }

    private void Narrow()
    {
        shown =
        [
            .. rows.Where(row => (AskedWeek is null || row.Week.ToString() == AskedWeek)
                && (AskedUnit is null || row.Unit.Code == AskedUnit)
                && (AskedForm is null || row.Form.Code == AskedForm)
                && (OnlyLate is null || !row.OnTime)
                && (OnlyRemarkable is null || Remarkable(row) > 0)),
        ];

        // What is not on the screen is not acted on.
        chosen.IntersectWith(shown.Select(row => row.Id));
    }

    private int Remarkable(SubmissionRow row) => remarkable.GetValueOrDefault(row.Id);

    private static string Title(SubmissionRow row) => $"{row.Unit.ShortName}{row.Form.Name}";

    private IReadOnlyList<Choice> Pair(string name, string? asked, string only) =>
    [
        new Choice("不限", Navigation.GetUriWithQueryParameter(name, (string?)null), asked is null),
        new Choice(only, Navigation.GetUriWithQueryParameter(name, "1"), asked is not null),
    ];

    private void Choose(Guid id, bool isChosen)
    {
        if (isChosen) chosen.Add(id);
        else chosen.Remove(id);
    }

    private void ChooseAll()
    {
        if (AreAllChosen) chosen.Clear();
        else chosen.UnionWith(Choosable);
    }

    // A second click finds the work under way; one that overtakes it finds the submissions decided and says so.
    private Task AcceptChosen() => DecideAsync(async () => result = await Acceptance.RunAsync(view!.Actor, [.. chosen], Clock.Now, CancellationToken.None));

    private Task AcceptClean()
    {
        chosen.Clear();
        chosen.UnionWith(Acceptable);
        return AcceptChosen();
    }

    private Task ReturnChosen(string reason) => DecideAsync(async () =>
    {
        var titles = rows.ToDictionary(row => row.Id, Title);
        var results = await Reviews.ReturnAsync(view!.Actor, [.. chosen], reason, [], Clock.Now, CancellationToken.None);
        var done = results.Count(one => one.Status is ReviewStatus.Done);
        attempt.Message = done > 0 ? $"已退回{done}件，报送单位可以看到退回原因。" : null;
        attempt.Refusals = [.. results.Where(one => one.Message is not null).Select(one => $"{titles.GetValueOrDefault(one.Id)}：{one.Message}")];
    });

    private async Task DecideAsync(Func<Task> decide)
    {
        if (chosen.Count == 0) return;
        await attempt.RunAsync(
            async () =>
            {
                result = null;
                await decide();
                returning = false;
                chosen.Clear();
            },
            LoadAsync);
    }
}
