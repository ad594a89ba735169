using System.Globalization;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Charts;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>这个数是怎么来的: the formula with its values, each unit's part, and each value's submission, file, sheet and cell.</summary>
public sealed partial class Explain : ComponentBase
{
    private Model? model;
    private string? empty;
    private string? failure;
    private int turn;

    [SupplyParameterFromQuery(Name = "indicator")]
    public string? AskedIndicator { get; set; }

    [SupplyParameterFromQuery(Name = "unit")]
    public string? AskedUnit { get; set; }

    [SupplyParameterFromQuery(Name = "week")]
    public string? AskedWeek { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required SnapshotStore Snapshots { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    protected override async Task OnParametersSetAsync()
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
        if (view.Catalogue.FindIndicator(AskedIndicator) is not { } indicator) return (null, "没有这个指标，地址可能有误。");
        if (view.Catalogue.FindUnit(AskedUnit) is not { } unit) return (null, "没有这个单位，地址可能有误。");
        if (view.WeekOf(AskedWeek) is not { } week) return (null, "还没有统计周。");
        var explanation = await Snapshots.ExplainAsync(view.Actor, indicator.Code, unit.Code, week.Week, CancellationToken.None);
        if (explanation is null) return (null, $"{unit.ShortName}{View.NameOf(week)}没有{indicator.Name}的结果。");
        var accounts = explanation.Parts.SelectMany(part => part.Values).SelectMany(value => new[] { value, value.Other }).OfType<ExplainedValue>()
            .SelectMany(value => new[] { value.SentBy, value.Observation.RecordedBy });
        return (new Model(view, explanation, await People.OfAsync(view.Actor, accounts, CancellationToken.None), WithValues(explanation)), null);
    }

    private static string WithValues(Explanation explanation)
    {
        var (indicator, snapshot) = (explanation.Indicator, explanation.Snapshot);
        var result = snapshot.Value is { } value ? FigureText.Table(value, indicator) + indicator.Unit : FigureText.None;
        return snapshot.Denominator is { } below
            ? string.Create(CultureInfo.InvariantCulture, $"= {snapshot.Numerator?.ToString(CultureInfo.InvariantCulture) ?? FigureText.None} ÷ {below} × 100% = {result}")
            : $"= {result}";
    }

    private static string StateText(ExplainedPart part) => part.State switch
    {
        PartState.Reported when part.Values.Count > 0 && part.Values.All(value => value.Cases is not null) => "由办件数据统计",
        PartState.Reported => "已报送",
        PartState.Carried => "*沿用以前数值",
        _ => "未报送，未计入",
    };

    private static string NumeratorLabel(Explanation shown) => shown.Snapshot.Denominator is null ? "数值" : "分子";

    private static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? FigureText.None;

    private bool SeesRuns => model!.View.Actor.Role is Role.CityReviewer or Role.Drafter or Role.Administrator;

    private static bool Differs(ExplainedValue value) => value.Other is { } other && other.Observation.Value != value.Observation.Value;

    private sealed record Model(View View, Explanation Explanation, Names Names, string WithValues)
    {
        public string Coverage => TrendComputation.CoverageNote(Explanation.Snapshot.Coverage);

        public string WeekName => View.NameOf(Explanation.Week);
    }
}
