using System.Globalization;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Hosting;

/// <summary>The report as its readers open it: a static page under its issue number, and its files under the week.</summary>
public static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/reports/{issue:int}", IssueAsync);
        app.MapGet("/reports/{week}.docx", (string week, HttpContext context, Publish publish) => FileAsync(week, ReportFormats.Docx, context, publish));
        app.MapGet("/reports/{week}.html", (string week, HttpContext context, Publish publish) => FileAsync(week, ReportFormats.Html, context, publish));
    }

    // The running number 总第N期: that of the year begins anew each January, and a link must not change its meaning.
    private static async Task<IResult> IssueAsync(int issue, HttpContext context, ReportStore reports, Publish publish)
    {
        var actor = context.User.Actor();
        return await reports.FindIssueAsync(actor, issue, context.RequestAborted) is { } report
            ? Results.Bytes(await publish.FileAsync(actor, report.Week, ReportFormats.Html, context.RequestAborted), ReportFormats.MediaType(ReportFormats.Html))
            : Results.NotFound();
    }

    private static async Task<IResult> FileAsync(string week, string format, HttpContext context, Publish publish)
    {
        if (!ReportingWeek.TryParse(week, out var parsed)) return Results.NotFound();
        var bytes = await publish.FileAsync(context.User.Actor(), parsed, format, context.RequestAborted);
        return Results.File(bytes, ReportFormats.MediaType(format), format == ReportFormats.Html ? null : FileName(parsed, format));
    }

    internal static string FileName(ReportingWeek week, string format) =>
        string.Create(CultureInfo.InvariantCulture, $"工作周报_{week.Monday:yyyyMMdd}-{week.Sunday:yyyyMMdd}.{format}");
}
