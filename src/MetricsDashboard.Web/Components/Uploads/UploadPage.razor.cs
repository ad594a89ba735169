using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace MetricsDashboard.Web.Components.Uploads;

public sealed partial class UploadPage(UploadStore uploads, Preview previews, MarkedCopies copies, PeopleNames people, Installed installed)
{
    private const int ShownIssues = 2000;

    private UploadView? view;
    private PreviewedUpload? preview;
    private bool hasMarkedCopy;
    private Names names = Names.None;
    private bool mayMap;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var actor = HttpContext.User.Actor();
        view = await uploads.FindAsync(actor, Id, HttpContext.RequestAborted);
        if (view is null)
        {
            HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        mayMap = actor.Role is Role.CityReviewer or Role.CityReporter && view.SentBy == actor.Name;
        names = await people.OfAsync(actor, [view.SentBy, view.DecidedBy], HttpContext.RequestAborted);
        if (view.Status is IntakeStatus.Checked) preview = await previews.LoadAsync(actor, view, HttpContext.RequestAborted);
        if (view.Status is IntakeStatus.Refused) hasMarkedCopy = await copies.AreThereAsync(actor, view, HttpContext.RequestAborted);
    }

    private static (string Name, int Count)[] Counts(IntakeCounts counts) =>
    [
        ("读取", counts.Read), ("新增", counts.Created), ("修改", counts.Revised), ("未变", counts.Unchanged), ("暂存", counts.Held), ("拒收", counts.Rejected),
    ];

    private string UnitName(string code) => installed.Catalogue.FindUnit(code)?.Name ?? code;

    private string FormName(string code) => installed.Catalogue.FindForm(code)?.Name ?? code;
}
