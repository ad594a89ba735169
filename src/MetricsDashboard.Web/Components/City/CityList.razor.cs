using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace MetricsDashboard.Web.Components.City;

/// <summary>城市报表: where files of other systems are sent, and what was said of their columns.</summary>
public sealed partial class CityList(
    UploadStore uploads, IntakeMappingStore mappings, WeekStore store, PeopleNames people, Installed installed, BusinessClock clock, IOptions<MetricsOptions> options)
{
    private IReadOnlyList<WeekRow> weeks = [];
    private IReadOnlyList<Form> forms = [];
    private IReadOnlyList<UploadView> unmapped = [];
    private IReadOnlyList<SavedMapping> saved = [];
    private Names names = Names.None;
    private ReportingWeek? current;
    private string? failure;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    private long Limit => options.Value.UploadLimit / 1024 / 1024;

    protected override async Task OnInitializedAsync()
    {
        var (actor, aborted) = (HttpContext.User.Actor(), HttpContext.RequestAborted);
        try
        {
            saved = await mappings.ListAsync(actor, aborted);
        }
        catch (AccessDeniedException denied)
        {
            failure = denied.Message;
            HttpContext.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var view = new View(actor, installed.Catalogue, await store.ListAsync(actor, aborted));
        weeks = [.. view.Weeks.Where(week => week.IsOpen).OrderByDescending(week => week.Week)];
        current = view.Current(clock.Now)?.Week;
        forms = [.. installed.Catalogue.Forms.Where(form => weeks.Any(week => installed.Catalogue.AskedUnits(form, week.Week).Any(actor.MaySend)))];
        unmapped = await uploads.ListOwnAsync(actor, IntakeStatus.Unmapped, aborted);
        names = await people.OfAsync(actor, unmapped.Select(row => row.SentBy).Concat(saved.Select(row => row.SavedBy)), aborted);
    }

    private string FormName(string code) => installed.Catalogue.FindForm(code)?.Name ?? code;

    private static string Supplier(SuppliedBy by) => by switch
    {
        SuppliedBy.Unit => "各单位自行报送（市专班代报）",
        SuppliedBy.City => "市级统一报送",
        _ => "系统采集",
    };
}
