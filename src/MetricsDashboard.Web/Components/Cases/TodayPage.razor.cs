using System.Globalization;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MetricsDashboard.Web.Components.Cases;

/// <summary>今日红牌: what is new, cleared and standing, what will be red tomorrow, and who looked into what.</summary>
public sealed partial class TodayPage : ComponentBase
{
    /// <summary>More cases than these are folded up by unit, the unit with most of them first.</summary>
    private const int MostOpen = 60;

    // Of a folded unit: what the page of the unit alone lists whole.
    private const int MostOfUnit = 100;
    private const int MostObjections = 20;

    private readonly Attempt attempt = new();
    private readonly HashSet<string> chosen = new(StringComparer.Ordinal);

    private Model? model;
    private string? failure;
    private int turn;

    [SupplyParameterFromQuery(Name = "day")]
    public string? AskedDay { get; set; }

    [SupplyParameterFromQuery(Name = "unit")]
    public string? AskedUnit { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required TodayStore Store { get; set; }

    [Inject]
    public required CaseNoteStore Notes { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    [Inject]
    public required IJSRuntime Script { get; set; }

    private bool IsTaskForce => model?.View.Actor.Role is Role.CityReviewer or Role.Drafter;

    private bool IsToday => model!.Found.Day == Clock.Today;

    // A mark is of the day on which it is made.
    private bool MayCheck => IsTaskForce && IsToday;

    private string Day => IsToday ? "今天" : WeekText.Day(model!.Found.Day);

    private IReadOnlyList<FilterOption> Units =>
        [.. model!.View.Catalogue.Units.Where(unit => CaseVocabulary.HasCases(unit) && unit.Active && model.View.Actor.MayRead(unit)).Select(unit => new FilterOption(unit.Code, unit.ShortName))];

    private string Headline
    {
        get
        {
            var found = model!.Found;
            return $"{Scope}{(IsToday ? "现有" : $"{WeekText.FullDay(found.Day)}终了有")}红牌{found.Appeared.Count + found.Standing.Count}件：{Word("新增")}{found.Appeared.Count}件，以前存量{found.Standing.Count}件；"
                + $"{Word("消除")}{found.Cleared.Count}件；{Word("已查")}{found.CheckedToday}件；临红{found.Nearing.Count}件。";
        }
    }

    private string Scope => (model!.View.Catalogue.FindUnit(AskedUnit ?? model.View.Actor.Unit) ?? model.View.Catalogue.City).ShortName;

    private string Freshness
    {
        get
        {
            var fresh = model!.Found.Freshness;
            if (fresh.LastRunAt is not { } last) return "还没有采集过办件。";
            return $"最近一次采集{Moments.Text(last)}；数据截至{(fresh.KnownUntil is { } known ? Moments.Text(known) : "不明")}。";
        }
    }

    protected override Task OnParametersSetAsync()
    {
        chosen.Clear();
        return LoadAsync();
    }

    private string Word(string what) => (IsToday ? "今日" : "当日") + what;

    private async Task LoadAsync()
    {
        var mine = ++turn;
        try
        {
            var view = await Views.LoadAsync();
            var day = DateOnly.TryParseExact(AskedDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked <= Clock.Today && asked.Year >= 2000 ? asked : Clock.Today;
            var found = await Store.FindAsync(view.Actor, day, AskedUnit is { Length: > 0 } unit ? unit : null, Clock.Now, CancellationToken.None);
            var waiting = await Notes.WaitingAsync(view.Actor, CancellationToken.None);
            var said = found.Appeared.Concat(found.Cleared).Concat(found.Standing).Concat(found.Nearing).SelectMany(row => row.Notes).Concat(waiting.Select(row => row.Objection));
            var names = await People.OfAsync(view.Actor, said.Select(note => note.WrittenBy), CancellationToken.None);
            if (mine != turn) return;
            (model, failure) = (new Model(view, found, waiting, names), null);

            // What left the screen meanwhile cannot be marked unseen.
            chosen.IntersectWith(found.Appeared.Concat(found.Cleared).Concat(found.Standing).Concat(found.Nearing).Select(row => row.CaseNo));
        }
        catch (AccessDeniedException denied)
        {
            if (mine == turn) failure = denied.Message;
        }
    }

    private Task CheckAsync() => attempt.RunAsync(
        async () =>
        {
            var count = await Notes.CheckAsync(model!.View.Actor, [.. chosen], Clock.Now, CancellationToken.None);
            attempt.Message = count == chosen.Count ? $"已标记{count}件。" : $"已标记{count}件，其余{chosen.Count - count}件今天已经查过。";
            chosen.Clear();
        },
        LoadAsync);

    private async Task PrintAsync() => await Script.InvokeVoidAsync("print");

    private sealed record Model(View View, TodayCases Found, IReadOnlyList<WaitingObjection> Waiting, Names Names);
}
