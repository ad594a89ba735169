using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Api;

/// <summary>The reports: a list, and the files as published or as a preview.</summary>
internal static class ReportFileEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("reports", async (HttpContext context, ReportStore reports) =>
            (await reports.ListAsync(context.User.Actor(), context.RequestAborted)).Select(ReportAnswer.Of)).WithSummary("周报").Produces<IReadOnlyList<ReportAnswer>>();
        api.MapGet("reports/{week}.{format}", FileAsync).WithSummary("周报文件：docx、html");
    }

    private static async Task<IResult> FileAsync(string week, string format, HttpContext context, Publish publish, WeekStore weeks)
    {
        if (format == ReportFormats.Pdf) return Problems.Of(StatusCodes.Status501NotImplemented, ReportFormats.PdfSentence);
        if (!ReportFormats.All.Contains(format)) return Problems.Missing($"没有“{format}”这种格式，可用 docx、html。");
        if (!ReportingWeek.TryParse(week, out var parsed)) return Problems.Invalid($"“{week}”不是统计周，应写作 2020-W39。");
        var actor = context.User.Actor();
        var bytes = await publish.FileAsync(actor, await weeks.KeyOfAsync(actor, parsed, context.RequestAborted), format, context.RequestAborted);
        return Results.File(bytes, ReportFormats.MediaType(format), ReportEndpoints.FileName(parsed, format));
    }

    /// <summary>An issue.</summary>
    internal sealed record ReportAnswer(
        ReportingWeek Week, ReportingWeek LastWeek, int Issue, int TotalIssue, ReportState State, string DraftedBy, DateTimeOffset DraftedAt, DateOnly? IssuedOn,
        string? PublishedBy, DateTimeOffset? PublishedAt)
    {
        public static ReportAnswer Of(ReportRow row) => new(
            row.Week, row.Period.Last, row.Issue, row.TotalIssue, row.State, row.DraftedBy, BusinessClock.Local(row.DraftedAt), row.IssuedOn,
            row.PublishedBy, row.PublishedAt is { } at ? BusinessClock.Local(at) : null);
    }
}
