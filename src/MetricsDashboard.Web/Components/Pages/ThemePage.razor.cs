using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Controls;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>The indicators of one theme: their cards in a scope, and a table of all units. Everything comes out of the catalogue.</summary>
public sealed partial class ThemePage : ComponentBase
{
    private const int TrendWeeks = 12;

    private Model? model;
    private string? empty;
    private string? failure;
    private int turn;

    /// <summary>The letters of the indicators' internal numbers.</summary>
    [Parameter]
    public required string Letters { get; set; }

    [SupplyParameterFromQuery(Name = "week")]
    public string? AskedWeek { get; set; }

    [SupplyParameterFromQuery(Name = "unit")]
    public string? AskedUnit { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required SnapshotStore Snapshots { get; set; }

    [Inject]
    public required ProvinceTableStore ProvinceTables { get; set; }

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
        var indicators = view.Catalogue.Indicators.Where(indicator => string.Equals(Theme.Letters(indicator), Letters, StringComparison.OrdinalIgnoreCase)).ToList();
        if (indicators.Count == 0) return (null, "没有这个专题，地址可能有误。");
        if (view.WeekOf(AskedWeek) is not { } week) return (null, "还没有统计周。");
        if (view.ScopeOf(AskedUnit, week.Week) is not { } scope) return (null, "您的角色没有可以查看的单位。");
        var history = await Snapshots.SeriesAsync(view.Actor, null, [scope.Code], week.Week.AddWeeks(1 - TrendWeeks), week.Week, CancellationToken.None);
        var before = view.Before(week);
        var results = await Snapshots.WeeksAsync(view.Actor, before, week.Week, CancellationToken.None);
        var current = results.FirstOrDefault(result => result.Week == week.Week) ?? new WeekResults(week.Period, []);
        var previous = results.FirstOrDefault(result => result.Week == before);
        var tables = await ProvinceTables.ListAsync(view.Actor, null, CancellationToken.None);
        var name = Theme.Of(indicators[0]);
        var cards = CardFacts.Of(
                view.Catalogue, scope, current, previous, history, [.. view.Last(TrendWeeks, week.Week).Select(entry => entry.Key)], [.. tables.Where(row => row.IsCurrent).Select(row => row.Table)])
            .Where(theme => theme.Key == name).SelectMany(theme => theme).Where(card => indicators.Contains(card.Indicator)).ToList();
        return (new Model(
            view, week, scope, view.Scopes(week.Week), name, cards, [.. indicators.Where(indicator => indicator.Formula is null)], [.. GroupsOf(view, indicators, current)]), null);
    }

    private static IEnumerable<Group> GroupsOf(View view, List<Indicator> indicators, WeekResults current)
    {
        var computed = indicators.Where(indicator => indicator.Formula is not null).ToList();
        foreach (var units in view.Catalogue.Units.Where(unit => unit.RankingGroup is not null).GroupBy(unit => unit.RankingGroup!))
        {
            var shown = computed.Where(indicator => units.Any(unit => current.Find(indicator.Code, unit.Code) is not null)).ToList();
            var rows = units.Select(unit => new Row(unit, [.. shown.Select(indicator => current.Find(indicator.Code, unit.Code))])).Where(row => row.Results.Any(result => result is not null)).ToList();
            if (rows.Count > 0) yield return new Group(units.Key, shown, rows);
        }
    }

    /// <param name="Unit">The unit.</param>
    /// <param name="Results">In the order of the group's indicators; null where the unit has none.</param>
    private sealed record Row(Unit Unit, IReadOnlyList<Snapshot?> Results);

    private sealed record Group(string Name, IReadOnlyList<Indicator> Indicators, IReadOnlyList<Row> Rows);

    private sealed record Model(
        View View, WeekRow Week, Unit Scope, IReadOnlyList<Unit> Scopes, string Name, IReadOnlyList<CardFacts> Cards, IReadOnlyList<Indicator> Published, IReadOnlyList<Group> Groups);
}
