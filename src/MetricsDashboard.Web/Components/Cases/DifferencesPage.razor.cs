using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Pages;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Cases;

/// <summary>红黄牌差异: where a source's card is not what the thresholds give, and why.</summary>
public sealed partial class DifferencesPage : ComponentBase
{
    private const int Most = 300;

    private Model? model;
    private string? failure;
    private int turn;

    [SupplyParameterFromQuery(Name = "unit")]
    public string? AskedUnit { get; set; }

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required TodayStore Store { get; set; }

    [Inject]
    public required CardThresholdsStore Thresholds { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private int Total => model!.Found.Counts.Sum(row => row.Count);

    private Unit? Unit => model!.Catalogue.FindUnit(AskedUnit);

    private bool MaySeeThresholds => model!.Actor.Role is Role.CityReviewer or Role.Drafter or Role.Administrator;

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var mine = ++turn;
        try
        {
            var view = await Views.LoadAsync();
            var found = await Store.DifferencesAsync(view.Actor, AskedUnit is { Length: > 0 } unit ? unit : null, Most, Clock.Now, CancellationToken.None);
            var thresholds = await Thresholds.FindAsync(view.Actor, CancellationToken.None);
            if (mine == turn) (model, failure) = (new Model(view.Actor, view.Catalogue, found, thresholds), null);
        }
        catch (AccessDeniedException denied)
        {
            if (mine == turn) failure = denied.Message;
        }
    }

    private sealed record Model(Actor Actor, Catalogue Catalogue, CardDifferences Found, CardThresholds Thresholds);
}
