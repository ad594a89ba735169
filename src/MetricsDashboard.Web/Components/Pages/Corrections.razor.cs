using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>更正审批: requests to change what was accepted, and what became of them.</summary>
public sealed partial class Corrections : ComponentBase
{
    /// <summary>So many weeks back decided requests are listed, and a report quotes.</summary>
    private const int WeeksBack = 12;

    private readonly Attempt attempt = new();

    private View? view;
    private IReadOnlyList<CorrectionRow> waiting = [];
    private IReadOnlyList<CorrectionRow> decided = [];
    private ReportRow? report;
    private Names names = Names.None;
    private string? failure;
    private Guid? rejecting;

    [SupplyParameterFromQuery(Name = "week")]
    public string? AskedWeek { get; set; }

    /// <summary>The week of a published report: only what was corrected since.</summary>
    [SupplyParameterFromQuery(Name = "since")]
    public string? Since { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required CorrectionStore Store { get; set; }

    [Inject]
    public required ReportStore Reports { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private bool MayDecide => view?.Actor.Role is Role.CityReviewer;

    private IReadOnlyList<FilterOption> Weeks => [.. view!.Weeks.OrderByDescending(week => week.Week).Select(week => new FilterOption(week.Week.ToString(), View.NameOf(week)))];

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            var loaded = await Views.LoadAsync();
            ReportingWeek? week = ReportingWeek.TryParse(AskedWeek, out var asked) ? asked : null;
            var rows = await Store.ListAsync(loaded.Actor, null, week, CancellationToken.None);
            report = ReportingWeek.TryParse(Since, out var since)
                ? (await Reports.ListAsync(loaded.Actor, CancellationToken.None)).FirstOrDefault(row => row.Week == since && row.State is ReportState.Published)
                : null;
            waiting = [.. rows.Where(row => row.State is CorrectionState.Requested).OrderBy(row => row.RequestedAt)];
            decided = [.. rows.Where(row => row.State is not CorrectionState.Requested && IsListed(loaded, row)).OrderByDescending(row => row.DecidedAt)];
            names = await People.OfAsync(loaded.Actor, rows.SelectMany(row => new[] { row.RequestedBy, row.DecidedBy }), CancellationToken.None);
            view = loaded;
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
    }

    private bool IsListed(View loaded, CorrectionRow row)
    {
        if (report is { } published)
            return row.State is CorrectionState.Approved && row.DecidedAt > published.PublishedAt && row.Week <= published.Week && row.Week >= published.Week.AddWeeks(-WeeksBack);
        return AskedWeek is not null || loaded.Last(WeeksBack, loaded.Weeks.Max(week => week.Week)).Any(week => week.Key == row.Week);
    }

    private Task DecideAsync(CorrectionRow row, bool approve, string? answer) => attempt.RunAsync(
        async () =>
        {
            var decision = await Store.DecideAsync(view!.Actor, row.Id, approve, answer, Clock.Now, CancellationToken.None);
            (attempt.Message, attempt.Refusals) = decision.Message is { } refusal
                ? (null, [refusal])
                : (approve ? $"{Title(row)}已更正为{row.NewValue}，指标已重新计算。" : $"{Title(row)}的更正申请已按不同意办理。", attempt.Refusals);
            rejecting = null;
        },
        LoadAsync);

    // A township is told by its county.
    private static string UnitName(CorrectionRow row) => row.RowUnit.Code == row.Unit.Code ? row.Unit.ShortName : $"{row.Unit.ShortName}{row.RowUnit.ShortName}";

    private static string Title(CorrectionRow row) => $"{UnitName(row)}{row.Element.Name}";
}
