using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Pages;

/// <summary>审核: what waits for the city task force, accepted one by one or together.</summary>
public sealed partial class ReviewList : ComponentBase
{
    private readonly HashSet<Guid> chosen = [];

    private View? view;
    private IReadOnlyList<SubmissionRow> rows = [];
    private Names names = Names.None;
    private AcceptOutcome? result;
    private string? failure;
    private bool busy;

    [Inject]
    public required Views Views { get; set; }

    [Inject]
    public required SubmissionStore Submissions { get; set; }

    [Inject]
    public required Accept Acceptance { get; set; }

    [Inject]
    public required PeopleNames People { get; set; }

    [Inject]
    public required BusinessClock Clock { get; set; }

    private List<Guid> Acceptable => [.. rows.Where(row => view!.Actor.MayReview(row.SentBy)).Select(row => row.Id)];

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            var loaded = await Views.LoadAsync();
            rows = await Submissions.QueueAsync(loaded.Actor, null, CancellationToken.None);
            names = await People.OfAsync(loaded.Actor, rows.Select(row => row.SentBy), CancellationToken.None);
            chosen.IntersectWith(rows.Select(row => row.Id));
            view = loaded;
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
    }

    private void Choose(Guid id, bool isChosen)
    {
        if (isChosen) chosen.Add(id);
        else chosen.Remove(id);
    }

    private void ChooseAll()
    {
        var all = Acceptable;
        if (chosen.Count == all.Count) chosen.Clear();
        else chosen.UnionWith(all);
    }

    private async Task AcceptChosen()
    {
        // A second click finds the work under way; one that overtakes it finds the submissions accepted and says so.
        if (busy || chosen.Count == 0) return;
        busy = true;
        try
        {
            result = await Acceptance.RunAsync(view!.Actor, [.. chosen], Clock.Now, CancellationToken.None);
            chosen.Clear();
            await LoadAsync();
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
        }
        finally
        {
            busy = false;
        }
    }
}
