using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Components.Reporting;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Units;

/// <summary>单位: everything of one county or department in a week, for its own leaders too: it prints on one sheet or two.</summary>
public sealed partial class UnitPage : ComponentBase
{
    private const int PeriodsShown = 12;
    private const int MostNamed = 5;

    private readonly Attempt attempt = new();

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
    public required PersonStore People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

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
        if (view.WeekOf(AskedWeek) is not { } week) return (null, "还没有统计周。");
        var units = view.Scopes(week.Week).Where(unit => CaseVocabulary.HasCases(unit)).ToList();
        if (AskedUnit is not null && !units.Exists(unit => unit.Code == AskedUnit)) return (null, "没有这个单位，或者您没有查看它的权限。");
        if ((units.Find(unit => unit.Code == (AskedUnit ?? view.Home)) ?? units.FirstOrDefault()) is not { } unit) return (null, "您的角色没有可以查看的单位。");
        var before = view.Before(week);
        var series = await Snapshots.SeriesAsync(view.Actor, null, [unit.Code], before, week.Week, CancellationToken.None);
        var current = new WeekResults(week.Period, series.Where(result => result.Week == week.Week));
        var previous = new WeekResults(view.PeriodOf(before), series.Where(result => result.Week == before));
        var standings = await Snapshots.StandingsAsync(view.Actor, unit.Code, week.Week, CancellationToken.None);
        var periods = view.Weeks.Where(row => row.Week <= week.Week).OrderBy(row => row.Week).TakeLast(PeriodsShown).ToList();
        var duties = (await Duties.OfWeeksAsync(view.Actor, periods[0].Week, week.Week, CancellationToken.None)).Where(duty => duty.Unit.Code == unit.Code).ToList();
        var figures = UnitFigure.Of(view.Catalogue, unit, current, previous, standings);
        var line = ReportingTable.Of(periods, duties, Clock.Now).Groups.SelectMany(group => group.Lines).FirstOrDefault();
        return (new Model(
            view, week, unit, units, HeadlineOf(unit, week, figures), [.. figures.GroupBy(figure => Theme.Of(figure.Indicator))],
            Named(figures, Strength.Strong), Named(figures, Strength.Weak), periods, line), null);
    }

    private static List<UnitFigure> Named(IReadOnlyList<UnitFigure> figures, Strength strength) =>
        [.. figures.Where(figure => figure.Strength == strength).OrderByDescending(figure => figure.Distance)];

    private static string HeadlineOf(Unit unit, WeekRow week, IReadOnlyList<UnitFigure> figures)
    {
        var text = $"截至{WeekText.Day(week.Period.Sunday)}，{unit.ShortName}参加排名的指标{figures.Count(figure => figure.Median != FigureText.None)}项";
        var (strong, weak) = (Named(figures, Strength.Strong).Count, Named(figures, Strength.Weak).Count);
        text += $"，强项{strong}项，短板{weak}项";
        var lights = figures.Where(figure => figure.Light is not null).ToList();
        return lights.Count == 0 ? $"{text}。" : $"{text}；设定目标的{lights.Count}项中达标{lights.Count(figure => figure.Light is Light.Green)}项。";
    }

    private string OfIndicator(string indicator) => Addresses.Indicator(indicator, model!.Unit.Code, model.Week.Week);

    private Task ChooseHomeAsync(string? unit) => attempt.RunAsync(
        async () =>
        {
            await People.ChooseHomeAsync(model!.View.Actor, unit, CancellationToken.None);
            attempt.Message = unit is null ? "已取消，各页面先显示全市。" : $"已记住，以后打开各页面时先显示{model.Unit.ShortName}。";
        },
        ReloadAsync);

    private sealed record Model(
        View View, WeekRow Week, Unit Unit, IReadOnlyList<Unit> Units, string Headline, IReadOnlyList<IGrouping<string, UnitFigure>> Rows,
        IReadOnlyList<UnitFigure> Strong, IReadOnlyList<UnitFigure> Weak, IReadOnlyList<WeekRow> Periods, ReportingLine? Reporting)
    {
        public bool HasTargets => Rows.Any(theme => theme.Any(row => row.Target.Length > 0));

        /// <summary>Who has a unit sees no other first.</summary>
        public bool MayChooseHome => View.Actor.SeesWholeCity;

        public bool HasCases => View.Actor.Role is not Role.CityReporter;

        public bool SeesContacts => View.Actor.Role is Role.CityReviewer or Role.Drafter or Role.Administrator;

        /// <summary>按时报送率91.67%（应报36件次，按时33件次）.</summary>
        public string OnTime => Reporting is not { OnTime: { Denominator: > 0 } rate }
            ? "已关闭的统计周里没有应由本单位报送的报表。"
            : $"近{Periods.Count}期按时报送率{rate.Percent(2):F2}%（应报{rate.Denominator}件次，按时{rate.Numerator}件次）。";
    }
}
