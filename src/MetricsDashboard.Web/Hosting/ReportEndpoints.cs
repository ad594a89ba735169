using System.Globalization;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Reporting.Formats;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Layout;
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

    // Issue numbers begin anew each January: without the year the newest report of that number is meant.
    private static async Task<IResult> IssueAsync(int issue, int? year, HttpContext context, ReportStore reports, Publish publish)
    {
        var actor = context.User.Actor();
        var found = (await reports.ListAsync(actor, context.RequestAborted))
            .Where(row => row.Issue == issue && (year is null || row.Period.Sunday.Year == year)).MaxBy(row => row.Week);
        if (found is null) return Results.NotFound();
        var document = await publish.ShowAsync(actor, found.Week, context.RequestAborted);
        bool? dark = ChosenTheme.Of(context) switch { ChosenTheme.Dark => true, ChosenTheme.Light => false, _ => null };
        PageLink[] links = [new("下载 Word", $"/reports/{found.Week}.docx"), new("返回周报列表", "/weekly")];
        return Results.Content(HtmlWriter.Write(document, links, dark: dark), ReportFormats.MediaType(ReportFormats.Html));
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
