using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace MetricsDashboard.Web.Components.Uploads;

public sealed partial class UploadList(UploadStore uploads, PeopleNames people, Installed installed, IOptions<MetricsOptions> options)
{
    private const int Shown = 100;

    private IReadOnlyList<UploadView> rows = [];
    private Names names = Names.None;
    private bool maySend;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    private long Limit => options.Value.UploadLimit / 1024 / 1024;

    protected override async Task OnInitializedAsync()
    {
        var actor = HttpContext.User.Actor();
        maySend = MaySendAnything(actor);
        rows = await uploads.ListAsync(actor, Shown, HttpContext.RequestAborted);
        names = await people.OfAsync(actor, rows.Select(row => row.SentBy), HttpContext.RequestAborted);
    }

    private bool MaySendAnything(Actor actor) => installed.Catalogue.Units.Any(actor.MaySend);
}
