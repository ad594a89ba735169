using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Published;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>公布值: what others published, with its documents and its history, and the form to enter it.</summary>
public sealed partial class PublishedPage : ComponentBase
{
    private readonly Attempt attempt = new();

    private View? view;
    private IReadOnlyList<PublishedRevision> history = [];
    private List<PublishedRevision> shown = [];
    private List<PublishedRevision> gone = [];
    private Names names = Names.None;
    private string? failure;
    private int? edited;
    private int? withdrawn;
    private int saved;

    [SupplyParameterFromQuery(Name = "indicator")]
    public string? AskedIndicator { get; set; }

    [SupplyParameterFromQuery(Name = "period")]
    public string? AskedPeriod { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required PublishedFigureStore Store { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private bool MayEnter => view?.Actor.Role is Role.CityReviewer or Role.Drafter;

    private ReportingWeek LastWeek => view!.WeekOf(null)?.Week ?? Clock.CurrentWeek;

    private IReadOnlyList<FilterOption> Indicators =>
        [.. view!.Catalogue.Indicators.Where(indicator => history.Any(row => row.Figure.Indicator == indicator.Code)).Select(indicator => new FilterOption(indicator.Code, indicator.Name))];

    private IReadOnlyList<FilterOption> Periods =>
    [
        .. history.Select(row => FigurePeriod.Of(row.Figure)).Distinct().OrderByDescending(period => period).Select(period => new FilterOption(period.Text, period.FullName)),
    ];

    private PublishedEntry New => new("")
    {
        Indicator = AskedIndicator ?? "",
        Unit = view!.Catalogue.City.Code,
        PeriodKind = nameof(PeriodKind.Week),
        Received = Clock.CurrentWeek.ToString(),
    };

    // A form that stands open is not disturbed.
    private Task FollowAsync() => edited is null && withdrawn is null && !attempt.IsBusy ? LoadAsync() : Task.CompletedTask;

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var loaded = await Views.LoadAsync();
        if (!loaded.Actor.SeesWholeCity)
        {
            failure = "公布值由市专班录入，供市专班、签发人和领导查看；各指标页也列有公布值。";
            return;
        }

        history = await Store.HistoryAsync(loaded.Actor, CancellationToken.None);
        shown = [.. history.Where(row => row.IsCurrent && IsAsked(row)).OrderByDescending(row => FigurePeriod.Of(row.Figure)).ThenBy(row => loaded.Catalogue.Indicator(row.Figure.Indicator).Order)];
        gone = [.. history.Where(row => row.IsWithdrawn && IsAsked(row))];
        names = await People.OfAsync(loaded.Actor, history.Select(row => row.RecordedBy), CancellationToken.None);
        view = loaded;
    }

    private bool IsAsked(PublishedRevision row) =>
        (AskedIndicator is null || row.Figure.Indicator == AskedIndicator) && (AskedPeriod is null || row.Figure.Period == AskedPeriod);

    private Indicator IndicatorOf(PublishedRevision row) => view!.Catalogue.Indicator(row.Figure.Indicator);

    private string Name(PublishedRevision row) => PublishedPlan.NameOf(view!.Catalogue, row.Figure);

    private static string Period(PublishedRevision row) =>
        FigurePeriod.Of(row.Figure).FullName + (row.Figure.IsBaseline ? $"（基期“{row.Figure.Label}”）" : "");

    private string Summary(PublishedRevision row) => $"{Period(row)}，{PublishedText.Value(IndicatorOf(row), row.Figure)}，{PublishedText.Rank(row.Figure)}，{row.Figure.Document ?? "没有来源文件"}";

    private string Who(PublishedRevision row) => row.RecordedBy is { } by ? $"{names.Of(by)}，{Moments.Text(row.RecordedAt!.Value)}" : "随指标目录装载";

    /// <summary>The states before one, the newest first, each with the one that replaced it.</summary>
    private List<(PublishedRevision After, PublishedRevision Old)> Before(PublishedRevision row)
    {
        var found = new List<(PublishedRevision, PublishedRevision)>();
        for (var after = row; after.Replaces is { } no && history.FirstOrDefault(other => other.No == no) is { } old; after = old) found.Add((after, old));
        return found;
    }

    private void Edit(int no) => (edited, withdrawn) = (no, null);

    /// <summary>A week is typed as one of its days: its number is no name that people use.</summary>
    private static PublishedEntry Texts(PublishedRevision row) => PublishedEntry.Of(row.Figure) is var entry && row.Figure.PeriodKind is PeriodKind.Week
        ? entry with { Period = FigurePeriod.Of(row.Figure).First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }
        : entry;

    private Task AddAsync(SentFigure sent) => attempt.RunAsync(
        async () =>
        {
            if (Read(sent) is not { } figure) return;
            await Store.AddAsync(view!.Actor, figure, Clock.Now, CancellationToken.None);
            saved++;
            attempt.Message = $"已录入{PublishedPlan.NameOf(view.Catalogue, figure)}。";
        },
        LoadAsync);

    private Task CorrectAsync(PublishedRevision row, SentFigure sent) => attempt.RunAsync(
        async () =>
        {
            if (Read(sent) is not { } figure) return;
            await Store.CorrectAsync(view!.Actor, row.No, figure, sent.Reason, Clock.Now, CancellationToken.None);
            edited = null;
            attempt.Message = $"已更正{PublishedPlan.NameOf(view.Catalogue, figure)}。";
        },
        LoadAsync);

    private Task WithdrawAsync(PublishedRevision row, string reason) => attempt.RunAsync(
        async () =>
        {
            await Store.WithdrawAsync(view!.Actor, row.No, reason, Clock.Now, CancellationToken.None);
            withdrawn = null;
            attempt.Message = $"已撤销{Name(row)}。";
        },
        LoadAsync);

    /// <summary>The figure, or null with every fault told.</summary>
    private PublishedFigure? Read(SentFigure sent)
    {
        var (figure, faults) = sent.Entry.Read(view!.Catalogue, Clock.Today);
        IReadOnlyList<string> all = PublishedRules.Document(sent.Entry.Document) is { } missing && sent.Entry.Document.Trim().Length == 0 ? [.. faults, missing] : faults;
        if (all.Count == 0) return figure;
        attempt.Refusals = all;
        return null;
    }
}
