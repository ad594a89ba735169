using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Charts;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Pages;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Cases;

/// <summary>红牌成因: which unit, item and cause produce the red cards, and the cases themselves. Everything that is chosen stands in the address.</summary>
public sealed partial class RedCardsPage : ComponentBase
{
    public const int PageSize = 50;

    private const int TrendWeeks = 12;

    private Model? model;
    private string? failure;
    private int turn;

    [SupplyParameterFromQuery(Name = "week")]
    public string? AskedWeek { get; set; }

    [SupplyParameterFromQuery(Name = "card")]
    public string? AskedCard { get; set; }

    [SupplyParameterFromQuery(Name = "unit")]
    public string? AskedUnit { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    public string? AskedKind { get; set; }

    [SupplyParameterFromQuery(Name = "item")]
    public string? AskedItem { get; set; }

    [SupplyParameterFromQuery(Name = "cause")]
    public string? AskedCause { get; set; }

    [SupplyParameterFromQuery(Name = "age")]
    public string? AskedAge { get; set; }

    [SupplyParameterFromQuery(Name = "flow")]
    public string? AskedFlow { get; set; }

    [SupplyParameterFromQuery(Name = "no")]
    public string? AskedNumber { get; set; }

    [SupplyParameterFromQuery(Name = "differing")]
    public string? AskedDiffering { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    public string? AskedSort { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? AskedPage { get; set; }

    [SupplyParameterFromQuery(Name = "show")]
    public string? AskedShow { get; set; }

    [SupplyParameterFromQuery(Name = "view")]
    public string? AskedView { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required CaseStore Cases { get; set; }

    [Inject]
    public required SnapshotStore Snapshots { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private string Title => model is { Scope.View.Actor.SeesWholeCity: false } ? "本单位红黄牌" : "红牌成因";

    private RedCardsQuery Query => model!.Scope.Query;

    private CaseFilter Filter => Query.Filter;

    private int Pages => Math.Max(1, (model!.Count + PageSize - 1) / PageSize);

    private string ListCaption => $"{Filter.Flow?.Name() ?? "存量"}{RedCardsText.What(Filter.Card)}{model!.Count}件，截至{model.Scope.UpTo}{(Filter.Flow is CardFlow.Cleared ? "（牌、亮牌时间为消除以前的）" : "")}";

    private IReadOnlyList<Choice> Cards => [OfCard("红牌", Card.Red), OfCard("黄牌", Card.Yellow), OfCard("预警", Card.Warning), OfCard("全部", null)];

    private IReadOnlyList<Choice> Kinds => [OfKind("全部", null), OfKind("市直部门", UnitKind.Department), OfKind("县（市、区）", UnitKind.County)];

    private IReadOnlyList<Choice> Differences =>
    [
        new("全部办件", Query.With(Filter with { IsDiffering = false }).Address, !Filter.IsDiffering),
        new("来源与推算不一致", Query.With(Filter with { IsDiffering = true }).Address, Filter.IsDiffering),
    ];

    private IReadOnlyList<Choice> Shows =>
        [new("数值", (Query with { Show = null }).Address, Query.Show is null), new("位次", (Query with { Show = "rank" }).Address, Query.Show is not null)];

    /// <summary>What narrows the list, each with the address without it.</summary>
    private IReadOnlyList<(string Text, string Address)> Chosen
    {
        get
        {
            var chosen = new List<(string, string)>();
            if (Filter.Item is { } item) Add($"事项：{model!.Figures.Counts.FirstOrDefault(row => row.ItemCode == item)?.ItemName ?? item}", Filter with { Item = null });
            if (Filter.Cause is not null || Filter.WithoutCause) Add($"发牌原因：{CardShares.Cause(Filter.Cause)}", Filter with { Cause = null, WithoutCause = false });
            if (Filter.Age is { } age) Add($"亮牌时长：{age.Name()}", Filter with { Age = null });
            if (Filter.Flow is { } flow) Add($"{WeekText.This(model!.Scope.Week.Period)}{flow.Name()}", Filter with { Flow = null });
            if (Filter.Number is { } number) Add($"办件编号含{number}", Filter with { Number = null });
            return chosen;

            void Add(string text, CaseFilter without) => chosen.Add((text, Query.With(without).Address));
        }
    }

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        var mine = ++turn;
        try
        {
            var loaded = await LoadAsync();
            if (mine == turn) (model, failure) = (loaded, null);
        }
        catch (AccessDeniedException denied)
        {
            if (mine == turn) failure = denied.Message;
        }
    }

    private async Task<Model> LoadAsync()
    {
        var view = await Views.LoadAsync();
        var scope = RedCardsScope.Of(view, RedCardsQuery.Parse(Part), Clock.Now);
        var query = scope.Query;
        var figures = await Cases.FiguresAsync(view.Actor, query.Filter, scope.Start, scope.Moment, CancellationToken.None);
        var count = figures.Count(query.Filter);

        // Whoever narrows the list while on its last page would stand behind its end.
        var page = Math.Min(query.Page, Math.Max(1, (count + PageSize - 1) / PageSize));
        scope = scope with { Query = query with { Page = page } };
        IReadOnlyList<ListedCase> rows = count == 0
            ? []
            : await Cases.ListAsync(view.Actor, query.Filter, query.Order, query.IsDescending, (page - 1) * PageSize, PageSize, scope.Start, scope.Moment, CancellationToken.None);
        var (trendOf, trend) = await TrendAsync(scope);
        return new Model(scope, figures, count, rows, trendOf, trend);
    }

    /// <summary>The red-card rate of the unit shown, of 市级 for the departments, else of the city, as the weeks' results have it.</summary>
    private async Task<(Unit? Unit, TrendSpec? Spec)> TrendAsync(RedCardsScope scope)
    {
        var (view, query) = (scope.View, scope.Query);
        var unit = scope.Unit ?? (query.Filter.Kind is UnitKind.Department ? view.Catalogue.Units.FirstOrDefault(unit => unit.Kind is UnitKind.Municipal) : null) ?? view.Catalogue.City;
        var weeks = view.Last(TrendWeeks, scope.Week.Key);
        if (view.Catalogue.FindIndicator(NamedCodes.RedCardRate) is not { } indicator || weeks.Count == 0 || !view.Actor.MayRead(unit)) return (null, null);
        var series = await Snapshots.SeriesAsync(view.Actor, indicator.Code, [unit.Code], weeks[0].Key, scope.Week.Key, CancellationToken.None);
        return (unit, query.Show is "rank" && unit.RankingGroup is not null && indicator.Direction is not Direction.None
            ? TrendComputation.Ranks(indicator, [unit], weeks, series)
            : TrendComputation.Values(view.Catalogue, indicator, [unit], weeks, series));
    }

    private string? Part(string name) => name switch
    {
        "week" => AskedWeek,
        "card" => AskedCard,
        "unit" => AskedUnit,
        "kind" => AskedKind,
        "item" => AskedItem,
        "cause" => AskedCause,
        "age" => AskedAge,
        "flow" => AskedFlow,
        "no" => AskedNumber,
        "differing" => AskedDiffering,
        "sort" => AskedSort,
        "page" => AskedPage,
        "show" => AskedShow,
        "view" => AskedView,
        _ => null,
    };

    private Choice OfCard(string text, Card? card) => new(text, Query.With(Filter with { Card = card }).Address, Filter.Card == card);

    private Choice OfKind(string text, UnitKind? kind) => new(text, Query.With(Filter with { Kind = kind }).Address, Filter.Kind == kind);

    private void Search(ChangeEventArgs change) => Navigation.NavigateTo(Query.With(Filter with { Number = change.Value?.ToString()?.Trim() is { Length: > 0 } number ? number : null }).Address);

    private sealed record Model(RedCardsScope Scope, CaseFigures Figures, int Count, IReadOnlyList<ListedCase> Rows, Unit? TrendOf, TrendSpec? Trend);
}
