using Hangfire;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Jobs;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace MetricsDashboard.Web.Hosting;

/// <summary>
/// Uploading by form: stored first, queued second, and the browser is sent on to the result's page. Never through the circuit, so a
/// phone that falls asleep loses nothing.
/// </summary>
public static class UploadEndpoints
{
    public static void MapUploads(this IEndpointRouteBuilder app)
    {
        app.MapPost("/uploads", TakeInAsync).WithFormOptions(bufferBodyLengthLimit: long.MaxValue, multipartBodyLengthLimit: long.MaxValue);
        app.MapGet("/uploads/{id:guid}/file", FileAsync);
        app.MapGet("/uploads/{id:guid}/marked", MarkedAsync);
        app.MapPost("/uploads/{id:guid}/send", SendAsync);
        app.MapPost("/uploads/{id:guid}/discard", DiscardAsync);
    }

    private static async Task<IResult> TakeInAsync(
        HttpContext context,
        IFormFile? file,
        [FromForm] string? form,
        [FromForm] string? unit,
        [FromForm] string? week,
        Receive receive,
        IBackgroundJobClient jobs,
        BusinessClock clock,
        Installed installed,
        IOptions<MetricsOptions> options)
    {
        var actor = context.User.Actor();
        if (!installed.Catalogue.Units.Any(actor.MaySend)) return Refuse(StatusCodes.Status403Forbidden, "无权报送", "您的角色不报送报表。");
        if (file is null) return Refuse(StatusCodes.Status400BadRequest, "没有文件", "没有选择文件，请选择后再上传。");
        if (file.Length > options.Value.UploadLimit) return Refuse(StatusCodes.Status413PayloadTooLarge, "文件太大", RefusedUploads.Sentence(options.Value.UploadLimit));
        ReportingWeek? meant = null;
        if (!string.IsNullOrWhiteSpace(week))
        {
            if (!ReportingWeek.TryParse(week, out var parsed)) return Refuse(StatusCodes.Status400BadRequest, "统计周有误", $"“{week}”不是统计周。");
            meant = parsed;
        }

        var upload = new NewUpload(Path.GetFileName(file.FileName), await BytesAsync(file, context.RequestAborted), Given(form), Given(unit), meant, UploadChannel.Web) { Hold = true };
        var id = await receive.TakeInAsync(actor, upload, clock.Now, context.RequestAborted);
        QueuedUploads.Enqueue(jobs, id);
        return Pages.SeeOther($"/uploads/{id}");
    }

    private static async Task<IResult> FileAsync(Guid id, HttpContext context, UploadStore uploads) =>
        await uploads.FileAsync(context.User.Actor(), id, context.RequestAborted) is { } file
            ? Results.File(file.Bytes, "application/octet-stream", file.FileName)
            : Results.NotFound();

    private static async Task<IResult> MarkedAsync(Guid id, HttpContext context, UploadStore uploads, MarkedCopies copies)
    {
        var actor = context.User.Actor();
        return await uploads.FindAsync(actor, id, context.RequestAborted) is { } upload && await copies.WriteAsync(actor, upload, context.RequestAborted) is { } file
            ? Results.File(file.Bytes, "application/octet-stream", file.FileName)
            : Results.NotFound();
    }

    private static async Task<IResult> SendAsync(
        Guid id, [FromForm] IFormCollection fields, HttpContext context, UploadStore uploads, IBackgroundJobClient jobs, BusinessClock clock)
    {
        var actor = context.User.Actor();
        if (await uploads.FindAsync(actor, id, context.RequestAborted) is not { } view) return Results.NotFound();
        var issues = view.Outcome?.Issues ?? [];
        var explanations = issues.Select((issue, i) => WarningExplanation.Of(issue, fields[ExplanationField(i)].ToString().ReplaceLineEndings("\n").Trim()))
            .Where(explanation => explanation.Text.Length > 0).ToList();
        try
        {
            var missing = await uploads.SendAsync(actor, id, explanations, clock.Now, context.RequestAborted);
            if (missing.Count > 0) return Refuse(StatusCodes.Status422UnprocessableEntity, "还缺说明", MissingText(missing), id);
        }
        catch (StateConflictException conflict)
        {
            return Refuse(StatusCodes.Status409Conflict, "没有报送", conflict.Message, id);
        }

        QueuedUploads.Enqueue(jobs, id);
        return Pages.SeeOther($"/uploads/{id}");
    }

    private static async Task<IResult> DiscardAsync(Guid id, [FromForm] IFormCollection fields, HttpContext context, UploadStore uploads, BusinessClock clock)
    {
        try
        {
            await uploads.DiscardAsync(context.User.Actor(), id, clock.Now, context.RequestAborted);
        }
        catch (StateConflictException conflict)
        {
            return Refuse(StatusCodes.Status409Conflict, "没有放弃", conflict.Message, id);
        }

        return Pages.SeeOther($"/uploads/{id}");
    }

    /// <summary>The field in which the explanation of an issue stands, by its place in the list of issues.</summary>
    public static string ExplanationField(int issue) => $"explanation-{issue}";

    private static string MissingText(IReadOnlyList<IntakeIssue> missing)
    {
        var names = missing.Select(issue => (issue.Unit ?? "") + (issue.Element is { } element ? Quotation.Of(element) : "") is { Length: > 0 } name ? name : issue.Message).Distinct().ToList();
        return $"没有报送：还有{missing.Count}条提醒没有写说明（{string.Join("、", names.Take(5))}{(names.Count > 5 ? "等" : "")}）。已经写的说明已保存，请返回补上后再确认报送。";
    }

    internal static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static IResult Refuse(int status, string heading, string sentence, Guid id) => Pages.Message(status, heading, sentence, $"/uploads/{id}", "返回这个文件");

    private static IResult Refuse(int status, string heading, string sentence) => Pages.Message(status, heading, sentence, "/uploads", "返回上传记录");
}
