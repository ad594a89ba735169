using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Controls;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>总览: a scope's main indicators of a week, and what needs attention.</summary>
public sealed partial class Overview : ComponentBase
{
    private const int TrendWeeks = 12;

    private Model? model;
    private string? empty;
    private string? failure;
    private int turn;

    [SupplyParameterFromQuery(Name = "week")]
    public string? AskedWeek { get; set; }

    [SupplyParameterFromQuery(Name = "unit")]
    public string? AskedUnit { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required SnapshotStore Snapshots { get; set; }

    [Inject]
    public required DutyStore Duties { get; set; }

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
        if (view.WeekOf(AskedWeek) is not { } week) return (null, "还没有统计周。第一个统计周开放报送后，这里会显示指标。");
        if (view.ScopeOf(AskedUnit, week.Week) is not { } scope) return (null, "您的角色没有可以查看的单位。");
        var history = await Snapshots.SeriesAsync(view.Actor, null, [scope.Code], week.Week.AddWeeks(1 - TrendWeeks), week.Week, CancellationToken.None);
        var before = view.Before(week);
        var results = await Snapshots.WeeksAsync(view.Actor, before, week.Week, CancellationToken.None);
        var current = results.FirstOrDefault(result => result.Week == week.Week) ?? new WeekResults(week.Period, []);
        var previous = results.FirstOrDefault(result => result.Week == before);
        var tables = await ProvinceTables.ListAsync(view.Actor, null, CancellationToken.None);
        var duties = await Duties.OfWeekAsync(view.Actor, week.Week, null, CancellationToken.None);
        var reporting = ReportingOf(duties);
        var shown = reporting.Where(unit => UnitsBehind.IsWithin(view.Catalogue, unit.Unit, scope)).ToList();
        return (new Model(
            view, week, scope, view.Scopes(week.Week),
            Headline(week, scope, shown, current),
            CardFacts.Of(view.Catalogue, scope, current, previous, history, [.. view.Last(TrendWeeks, week.Week).Select(entry => entry.Key)], [.. tables.Where(row => row.IsCurrent).Select(row => row.Table)]),
            Attention.Of(view.Catalogue, scope, current, previous, week.IsOpen ? [] : reporting)), null);
    }

    private static List<UnitDuties> ReportingOf(IReadOnlyList<DutyRow> duties) =>
    [
        .. duties.Where(duty => duty.Form.SuppliedBy is SuppliedBy.Unit)
            .GroupBy(duty => duty.Unit.Code)
            .Select(unit => new UnitDuties(
                unit.First().Unit,
                unit.Count(),
                unit.Count(duty => duty.State is SubmissionState.Accepted),
                unit.Count(duty => duty.State is SubmissionState.Submitted),
                [.. unit.Where(duty => duty.State is not (SubmissionState.Accepted or SubmissionState.Submitted)).Select(duty => duty.Form.Name)])),
    ];

    private static string Headline(WeekRow week, Unit scope, List<UnitDuties> reporting, WeekResults current)
    {
        var when = week.IsOpen ? $"{WeekText.Period(week.Period)}正在报送" : $"截至{WeekText.Day(week.Period.Sunday)}";
        var text = $"{when}，{scope.ShortName}{UnitDuties.Sentence(reporting)}";
        var lights = current.All.Where(snapshot => snapshot.Unit == scope.Code && snapshot.Light is not null && snapshot.Coverage.Reported > 0).Select(snapshot => snapshot.Light!.Value).ToList();
        if (lights.Count == 0) return text;
        var met = lights.Count(light => light is Light.Green);
        return met == lights.Count
            ? $"{text}设定目标的{lights.Count}项指标{(lights.Count == 1 ? "已" : "全部")}达标。"
            : $"{text}设定目标的{lights.Count}项指标中，{met}项达标，{lights.Count - met}项未达到目标。";
    }

    private sealed record Model(
        View View,
        WeekRow Week,
        Unit Scope,
        IReadOnlyList<Unit> Scopes,
        string Headline,
        IReadOnlyList<IGrouping<string, CardFacts>> Cards,
        IReadOnlyList<Attention> Attention);
}
