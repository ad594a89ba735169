using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Published;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>省通报全表: where the city stands among all places of the province, and how far the next one is.</summary>
public sealed partial class ProvinceTablesPage : ComponentBase
{
    private readonly Attempt attempt = new();

    private View? view;
    private IReadOnlyList<TableRevision> tables = [];
    private IReadOnlyList<TableRevision> all = [];
    private TableRevision? chosen;
    private ProvinceTable? before;
    private ProvinceStandings? standings;
    private IReadOnlyList<string> remarks = [];
    private Names names = Names.None;
    private string? failure;
    private bool isWithdrawing;

    [SupplyParameterFromQuery(Name = "indicator")]
    public string? AskedIndicator { get; set; }

    [SupplyParameterFromQuery(Name = "period")]
    public string? AskedPeriod { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required ProvinceTableStore Store { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private bool MayEnter => view?.Actor.Role is Role.CityReviewer or Role.Drafter;

    private ReportingWeek LastWeek => view!.WeekOf(null)?.Week ?? Clock.CurrentWeek;

    private IEnumerable<Indicator> Indicators => view!.Catalogue.Indicators.Where(indicator => tables.Any(row => row.Table.Indicator == indicator.Code));

    private IEnumerable<FigurePeriod> Periods => tables.Where(row => row.Table.Indicator == chosen?.Table.Indicator).Select(row => row.Table.Period);

    private IEnumerable<string> Notes =>
        new[] { StandingText.Tied(standings!), MovementText(), StandingText.ToNext(standings!), StandingText.ToBehind(standings!), StandingText.ToMiddle(standings!) }.Where(note => note.Length > 0);

    private List<TableRevision> Earlier =>
        [.. all.Where(row => !row.IsCurrent && row.Table.Indicator == chosen!.Table.Indicator && row.Table.Period == chosen.Table.Period)];

    // A form that stands open is not disturbed.
    private Task FollowAsync() => !isWithdrawing && !attempt.IsBusy ? LoadAsync() : Task.CompletedTask;

    protected override Task OnParametersSetAsync()
    {
        isWithdrawing = false;
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        var loaded = await Views.LoadAsync();
        if (!loaded.Actor.SeesWholeCity)
        {
            failure = "省通报全表供市专班、签发人和领导查看。";
            return;
        }

        all = await Store.ListAsync(loaded.Actor, null, CancellationToken.None);
        tables = [.. all.Where(row => row.IsCurrent && loaded.Catalogue.FindIndicator(row.Table.Indicator) is not null)];
        chosen = tables.FirstOrDefault(row => (AskedIndicator is null || row.Table.Indicator == AskedIndicator) && (AskedPeriod is null || row.Table.Period.Text == AskedPeriod))
            ?? tables.FirstOrDefault(row => AskedIndicator is null || row.Table.Indicator == AskedIndicator);
        before = chosen is null ? null : PublishedImport.Before(tables.Select(row => row.Table), chosen.Table);
        standings = chosen is null ? null : ProvinceStandings.Of(loaded.Catalogue.Indicator(chosen.Table.Indicator), loaded.Catalogue.City, chosen.Table, before);
        remarks = chosen is null ? [] : Remarks(loaded.Catalogue, chosen.Table);
        names = await People.OfAsync(loaded.Actor, all.Select(row => row.RecordedBy), CancellationToken.None);
        view = loaded;
    }

    private static IReadOnlyList<string> Remarks(Catalogue catalogue, ProvinceTable table)
    {
        var own = table.OwnFigure(catalogue.City, null);
        var single = catalogue.PublishedFigures.LastOrDefault(figure => own is not null && PublishedKey.Of(figure) == PublishedKey.Of(own));
        return ProvinceTableRemarks.Of(catalogue.Indicator(table.Indicator), catalogue.City, table, single);
    }

    private string MovementText() => standings!.Ours?.Movement is { } moved && before is { } earlier ? $"位次较{earlier.Period.Name}{ChangeText.Movement(moved)}" : "";

    private void Go(string? indicator, string? period) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["indicator"] = indicator, ["period"] = period }));

    private Task WithdrawAsync(string reason) => attempt.RunAsync(
        async () =>
        {
            await Store.WithdrawAsync(view!.Actor, chosen!.No, reason, Clock.Now, CancellationToken.None);
            isWithdrawing = false;
            attempt.Message = "已撤销这张省通报全表。";
        },
        LoadAsync);
}
