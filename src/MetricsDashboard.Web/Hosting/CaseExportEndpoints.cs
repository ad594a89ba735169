using MetricsDashboard.Ingestion.Workbooks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Cases;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Hosting;

/// <summary>The list of 红牌成因 as a file, under the same parameters as the page.</summary>
public static class CaseExportEndpoints
{
    public static void MapCases(this IEndpointRouteBuilder app) => app.MapGet(RedCardsQuery.ExportAddress, ExportAsync);

    private static async Task<IResult> ExportAsync(HttpContext context, CaseExport export, WeekStore weeks, Installed installed, BusinessClock clock)
    {
        var actor = context.User.Actor();
        var view = new View(actor, installed.Catalogue, await weeks.ListAsync(actor, context.RequestAborted));
        var now = clock.Now;
        var scope = RedCardsScope.Of(view, RedCardsQuery.Parse(name => context.Request.Query[name]), now);

        // Not straight into the answer: whatever fails on the way is then told, instead of a file that ends in the middle.
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            await export.WriteAsync(actor, scope, file, now, context.RequestAborted);
            file.Position = 0;
            return Results.Stream(file, ListWorkbook.MediaType, CaseExport.FileName(scope));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
