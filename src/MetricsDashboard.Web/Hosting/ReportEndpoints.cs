using System.Globalization;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Hosting;

/// <summary>The report as its readers open it: a static page under its issue number, and its files under the week.</summary>
public static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/reports/{issue:int}", IssueAsync);
        app.MapGet("/reports/{week}.docx", (string week, HttpContext context, Publish publish, BusinessClock clock) => FileAsync(week, ReportFormats.Docx, context, publish, clock));
        app.MapGet("/reports/{week}.html", (string week, HttpContext context, Publish publish, BusinessClock clock) => FileAsync(week, ReportFormats.Html, context, publish, clock));
    }

    // Issue numbers begin anew each year; the newest report of that number is meant unless the year is given.
    private static async Task<IResult> IssueAsync(int issue, int? year, HttpContext context, ReportStore reports, Publish publish, BusinessClock clock)
    {
        var actor = context.User.Actor();
        var row = (await reports.ListAsync(actor, context.RequestAborted))
            .Where(row => row.Issue == issue && (year is null || row.Week.Sunday.Year == year)).MaxBy(row => row.Week.Key);
        return row is null
            ? Results.NotFound()
            : Results.Bytes(await publish.FileAsync(actor, row.Week, ReportFormats.Html, clock.Now, context.RequestAborted), ReportFormats.MediaType(ReportFormats.Html));
    }

    private static async Task<IResult> FileAsync(string week, string format, HttpContext context, Publish publish, BusinessClock clock)
    {
        if (!ReportingWeek.TryParse(week, out var parsed)) return Results.NotFound();
        var bytes = await publish.FileAsync(context.User.Actor(), parsed, format, clock.Now, context.RequestAborted);
        return Results.File(bytes, ReportFormats.MediaType(format), format == ReportFormats.Html ? null : FileName(parsed, format));
    }

    internal static string FileName(ReportingWeek week, string format) =>
        string.Create(CultureInfo.InvariantCulture, $"工作周报_{week.Monday:yyyyMMdd}-{week.Sunday:yyyyMMdd}.{format}");
}
