using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Published;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Charts;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>指标: one indicator in a scope and week, its trend, the ranking and its definition.</summary>
public sealed partial class IndicatorView : ComponentBase
{
    private const int MostCompared = 6;
    private const int WeeksOfUnitsShown = 12;
    private const int AllWeeks = 10000;

    private Model? model;
    private CardThresholds? thresholds;
    private string? empty;
    private string? failure;
    private int turn;

    [Parameter]
    public required string Code { get; set; }

    [SupplyParameterFromQuery(Name = "week")]
    public string? AskedWeek { get; set; }

    [SupplyParameterFromQuery(Name = "unit")]
    public string? AskedUnit { get; set; }

    [SupplyParameterFromQuery(Name = "weeks")]
    public string? AskedSpan { get; set; }

    [SupplyParameterFromQuery(Name = "with")]
    public string? AskedCompared { get; set; }

    [SupplyParameterFromQuery(Name = "show")]
    public string? AskedKind { get; set; }

    [SupplyParameterFromQuery(Name = "group")]
    public string? AskedGroup { get; set; }

    [SupplyParameterFromQuery(Name = "list")]
    public string? AskedList { get; set; }

    [SupplyParameterFromQuery(Name = "view")]
    public string? AskedView { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required SnapshotStore Snapshots { get; set; }

    [Inject]
    public required CardThresholdsStore Thresholds { get; set; }

    [Inject]
    public required ProvinceTableStore ProvinceTables { get; set; }

    [Inject]
    public required EventStore Events { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private int Span => AskedSpan switch { "26" => 26, "52" => 52, "all" => AllWeeks, _ => 12 };

    private bool ListsWeeks => AskedList == "weeks";

    private bool ShowsRanks => AskedKind == "rank";

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
        if (view.Catalogue.FindIndicator(Code) is not { } indicator) return (null, "没有这个指标，地址可能有误。");
        if (view.WeekOf(AskedWeek) is not { } week) return (null, "还没有统计周。");
        if (view.ScopeOf(AskedUnit, week.Week) is not { } scope) return (null, "您的角色没有可以查看的单位。");

        thresholds = await Thresholds.FindAsync(view.Actor, CancellationToken.None);
        var scopes = ScopesOf(view, indicator, week.Week);
        var compared = (AskedCompared ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(view.Catalogue.FindUnit).Where(unit => unit is not null && unit.Code != scope.Code && view.Actor.MayRead(unit))
            .Select(unit => unit!).DistinctBy(unit => unit.Code).Take(MostCompared).ToList();
        var axis = view.Last(Span, week.Week);
        List<Unit> drawn = [scope, .. compared];
        var series = await Snapshots.SeriesAsync(view.Actor, indicator.Code, [.. drawn.Select(unit => unit.Code)], axis[0].Key, week.Week, CancellationToken.None);
        var before = view.Before(week);
        var columns = view.Last(WeeksOfUnitsShown, week.Week);
        var recent = await Snapshots.SeriesAsync(
            view.Actor, indicator.Code, [.. scopes.Select(unit => unit.Code)], ListsWeeks && columns[0].Key < before ? columns[0].Key : before, week.Week, CancellationToken.None);
        var current = new WeekResults(week.Period, recent.Where(snapshot => snapshot.Week == week.Week));
        var previous = new WeekResults(view.PeriodOf(before), recent.Where(snapshot => snapshot.Week == before));
        var tables = (await ProvinceTables.ListAsync(view.Actor, indicator.Code, CancellationToken.None)).Where(row => row.IsCurrent).Select(row => row.Table).ToList();
        var built = Build(view, indicator, week, scope, scopes, compared, axis, series, current, previous, tables);
        if (ListsWeeks && built.Ranking is { } ranking) built = built with { Weeks = WeeksOfUnits.Of(view.Catalogue, indicator, ranking.Group, columns, recent) };
        var happened = await Events.ListAsync(view.Actor, built.From, built.To, CancellationToken.None);
        List<EventRow> events = [.. happened.Where(row => drawn.Exists(unit => row.Concerns(indicator.Code, unit.Code)))];
        var names = await People.OfAsync(view.Actor, events.Select(row => row.WrittenBy), CancellationToken.None);
        return (built with { Events = events, Names = names, Trend = built.Trend with { Events = TrendComputation.Events(view.Catalogue, axis, events) } }, null);
    }

    private Model Build(
        View view, Indicator indicator, WeekRow week, Unit scope, IReadOnlyList<Unit> scopes, List<Unit> compared,
        IReadOnlyList<Week> axis, IReadOnlyList<Snapshot> series, WeekResults current, WeekResults previous,
        List<ProvinceTable> tables)
    {
        List<Unit> drawn = [scope, .. compared];
        var groups = RankingRows.Groups(view.Catalogue, indicator, current);
        var group = AskedGroup is not null && groups.Contains(AskedGroup) ? AskedGroup : RankingRows.GroupOf(view.Catalogue, scope, groups);
        var ranked = drawn.Any(unit => unit.RankingGroup is not null) && indicator.Direction is not Direction.None;
        var known = series.Where(snapshot => snapshot.Unit == scope.Code).ToDictionary(snapshot => snapshot.Week, snapshot => snapshot.Value);
        return new Model(
            view, indicator, week, scope, scopes,
            CardFacts.Of(view.Catalogue, scope, indicator, current, previous, tables),
            WhyNone(indicator, scope, week, current),
            ranked && ShowsRanks
                ? TrendComputation.Ranks(indicator, [.. drawn.Where(unit => unit.RankingGroup is not null)], axis, series)
                : TrendComputation.Values(view.Catalogue, indicator, drawn, axis, series),
            ranked ? [Option("数值", "show", null, !ShowsRanks), Option("位次", "show", "rank", ShowsRanks)] : [],
            [Option("12周", "weeks", null, Span == 12), Option("26周", "weeks", "26", Span == 26), Option("52周", "weeks", "52", Span == 52), Option("全部", "weeks", "all", Span == AllWeeks)],
            compared,
            [.. scopes.Where(unit => unit.Code != scope.Code && !compared.Contains(unit))],
            [.. groups.Select(name => Option(name, "group", name, name == group))],
            group is null || indicator.Direction is Direction.None ? null : RankingRows.Of(view.Catalogue, indicator, group, current, previous),
            PublishedText.Rows(view.Catalogue, indicator, scope, week.Week, known.GetValueOrDefault),
            view.Actor.SeesWholeCity && tables.Count > 0 ? Addresses.ProvinceTable(indicator.Code, StandingText.TableOf(tables, indicator.Code, week.Period)?.Period) : null,
            axis[0].Period.Monday,
            week.Period.Sunday)
        {
            Lists = [Option(WeekText.This(week.Period) + "排名", "list", null, !ListsWeeks), Option("各单位各周", "list", "weeks", ListsWeeks)],
            Gap = view.Actor.SeesWholeCity ? GapRows.Of(view.Catalogue, indicator, scope, current) : null,
        };
    }

    private static List<Unit> ScopesOf(View view, Indicator indicator, ReportingWeek week)
    {
        var scopes = view.Scopes(week);
        if (indicator.Formula is not { } formula) return [.. scopes];
        var computed = WeekCalculation.Scopes(view.Catalogue, formula, week);
        return [.. scopes.Where(unit => computed.ContainsKey(unit.Code))];
    }

    private static string WhyNone(Indicator indicator, Unit scope, WeekRow week, WeekResults current) => current.Find(indicator.Code, scope.Code) switch
    {
        _ when indicator.Formula is null => "该指标只采用有关部门公布的数值，见下方指标说明。",
        null => $"{scope.ShortName}不计算该指标，或者{WeekText.This(week.Period)}还没有数据。",
        { Coverage.Missing: > 0 } => $"{WeekText.This(week.Period)}未报送。",
        { Denominator: 0 } => "分母为0，不计算比率。",
        _ => $"{WeekText.This(week.Period)}还没有数据。",
    };

    private Choice Option(string text, string parameter, string? value, bool chosen) =>
        new(text, Navigation.GetUriWithQueryParameter(parameter, value), chosen);

    private string OfUnit(string code) => Navigation.GetUriWithQueryParameter("unit", code);

    private string Without(string code) => Navigation.GetUriWithQueryParameter("with", Joined(model!.Compared.Where(unit => unit.Code != code)));

    private void Compare(string code)
    {
        if (model is null || model.View.Catalogue.FindUnit(code) is not { } added) return;
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("with", Joined([.. model.Compared, added])));
    }

    private static string? Joined(IEnumerable<Unit> units) => string.Join(',', units.Select(unit => unit.Code)) is { Length: > 0 } codes ? codes : null;

    private sealed record Model(
        View View,
        Indicator Indicator,
        WeekRow Week,
        Unit Scope,
        IReadOnlyList<Unit> Scopes,
        CardFacts? Card,
        string WhyNone,
        TrendSpec Trend,
        IReadOnlyList<Choice> RankChoices,
        IReadOnlyList<Choice> Spans,
        IReadOnlyList<Unit> Compared,
        IReadOnlyList<Unit> Comparable,
        IReadOnlyList<Choice> Groups,
        RankingRows? Ranking,
        IReadOnlyList<PublishedRow> Published,
        string? ProvinceTable,
        DateOnly From,
        DateOnly To)
    {
        /// <summary>Ranking of the week, or the weeks of each unit.</summary>
        public IReadOnlyList<Choice> Lists { get; init; } = [];

        /// <summary>Null unless they are asked for.</summary>
        public WeeksOfUnits? Weeks { get; init; }

        /// <summary>Null where there is no gap, or not all of the city may be read.</summary>
        public GapRows? Gap { get; init; }

        /// <summary>大事 of the days shown that concern the indicator and a unit that is drawn.</summary>
        public IReadOnlyList<EventRow> Events { get; init; } = [];

        /// <summary>Of those who wrote them down.</summary>
        public Names Names { get; init; } = Names.None;

        /// <summary>What stands below the value, those that say something.</summary>
        public IEnumerable<string> Notes => Card is null
            ? []
            : new[] { WithWord(Card), Card.Target }.Concat(Card.Places).Concat([Card.Baseline, Card.Coverage]).Where(note => note.Length > 0);

        private static string WithWord(CardFacts card) =>
            card.Goodness is Goodness.Neutral ? card.Change : $"{card.Change}（{card.Goodness.Word()}）";
    }
}
