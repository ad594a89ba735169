using System.Globalization;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Controls;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Sources;

/// <summary>One run, with the rows that it rejected.</summary>
public sealed partial class RunPage : ComponentBase
{
    private const int Shown = 100;

    private readonly Attempt attempt = new();
    private Actor? actor;
    private RunRow? run;
    private IReadOnlyList<RejectedRow> rejected = [];
    private Names names = Names.None;
    private string? failure;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    public required ActorAccessor Actors { get; set; }

    [Inject]
    public required RunStore Runs { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            var someone = await Actors.ActorAsync();
            run = await Runs.FindAsync(someone, Id, CancellationToken.None);
            if (run is not null)
            {
                rejected = run.Counts.Rejected > 0 ? await Runs.RejectedAsync(someone, Id, 0, Shown, CancellationToken.None) : [];
                names = await People.OfAsync(someone, [run.StartedBy, run.CancelledBy], CancellationToken.None);
            }

            actor = someone;
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private static string Second(DateTimeOffset moment) => $"{Moments.Text(moment)}:{BusinessClock.Local(moment):ss}";
}
