using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace MetricsDashboard.Web.Components.Sources;

/// <summary>Where the task force and administrators bring files of cases.</summary>
public sealed partial class CaseUploadPage(SourceStore store, IOptions<MetricsOptions> options)
{
    private IReadOnlyList<SourceRow> sources = [];
    private string? failure;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    private long Limit => options.Value.CaseFileLimit / 1024 / 1024;

    protected override async Task OnInitializedAsync()
    {
        var actor = HttpContext.User.Actor();
        if (!TakeCaseFile.MayBring(actor))
        {
            failure = "办件文件只由市专班审核员和管理员上传。";
            HttpContext.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        sources = [.. (await store.ListAsync(actor, HttpContext.RequestAborted)).Where(source => source.Enabled && source.Name != TakeCaseFile.Brought)];
    }
}
