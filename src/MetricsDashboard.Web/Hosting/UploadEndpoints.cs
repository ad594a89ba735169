using Hangfire;
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

        var upload = new NewUpload(Path.GetFileName(file.FileName), await BytesAsync(file, context.RequestAborted), Given(form), Given(unit), meant, UploadChannel.Web);
        var id = await receive.TakeInAsync(actor, upload, clock.Now, context.RequestAborted);
        QueuedUploads.Enqueue(jobs, id);
        return Pages.SeeOther($"/uploads/{id}");
    }

    private static async Task<IResult> FileAsync(Guid id, HttpContext context, UploadStore uploads) =>
        await uploads.FileAsync(context.User.Actor(), id, context.RequestAborted) is { } file
            ? Results.File(file.Bytes, "application/octet-stream", file.FileName)
            : Results.NotFound();

    internal static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static IResult Refuse(int status, string heading, string sentence) => Pages.Message(status, heading, sentence, "/uploads", "返回上传记录");
}
