using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;
using Microsoft.Extensions.Options;

namespace MetricsDashboard.Web.Api;

/// <summary>Sending and looking up. A file goes the same way as by the page, and is answered at once.</summary>
internal static class SubmissionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("submissions", SendAsync).RequireAuthorization(SignInSetup.TokensOnly).DisableAntiforgery()
            .WithSummary("报送：multipart 字段 file，或 JSON 数组").Produces<IntakeAnswer>().Produces<IntakeAnswer>(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("submissions/{id:guid}", FindAsync).WithSummary("一次报送");
    }

    private static async Task<IResult> SendAsync(
        string? form, string? unit, string? week, bool? dryRun, HttpContext context, Receive receive, Installed installed, BusinessClock clock, IOptions<MetricsOptions> options)
    {
        var query = new ApiQuery(installed.Catalogue);
        var (meantForm, meantUnit, meantWeek) = (query.Form(form), query.Unit(unit), query.Week(week));
        if (query.Refusal is { } refusal) return refusal;
        var (fileName, bytes, fault) = await BodyAsync(context.Request, options.Value.UploadLimit, context.RequestAborted);
        if (fault is not null) return fault;

        var actor = context.User.Actor();
        if (!installed.Catalogue.Units.Any(actor.MaySend)) throw new AccessDeniedException("该令牌的角色不报送报表。");
        if (meantUnit is not null && !actor.MaySend(meantUnit)) throw new AccessDeniedException($"不能为“{meantUnit.Name}”报送。");
        if (dryRun == true)
            return Answer(await receive.TryAsync(new IntakeRequest(actor, meantForm?.Code, meantUnit?.Code, meantWeek), fileName, bytes, clock.Now, context.RequestAborted));

        var upload = new NewUpload(fileName, bytes, meantForm?.Code, meantUnit?.Code, meantWeek, UploadChannel.Api);
        var id = await receive.TakeInAsync(actor, upload, clock.Now, context.RequestAborted);
        return await receive.ProcessAsync(id, clock.Now, context.RequestAborted) is { } outcome
            ? Answer(outcome)
            : Results.Accepted($"/api/v1/submissions/{id}", new { id, status = IntakeStatus.Processing });
    }

    // The id of a submission, or that of the upload that led to several.
    private static async Task<IResult> FindAsync(Guid id, HttpContext context, SubmissionStore submissions, UploadStore uploads)
    {
        var actor = context.User.Actor();
        if (await submissions.FindAsync(actor, id, context.RequestAborted) is { } view) return Results.Ok(SubmissionAnswer.Of(view));
        return await uploads.FindAsync(actor, id, context.RequestAborted) switch
        {
            null => Problems.Missing("没有这次报送。"),
            { Outcome: { } outcome } => Results.Ok(IntakeAnswer.Of(outcome)),
            var waiting => Results.Ok(new { id, status = waiting.Status }),
        };
    }

    private static async Task<(string FileName, byte[] Bytes, IResult? Fault)> BodyAsync(HttpRequest request, long limit, CancellationToken cancellationToken)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellationToken);
            if (form.Files["file"] is not { } file) return ("", [], Problems.Invalid("缺少 multipart 字段 file。"));
            return file.Length > limit
                ? ("", [], Problems.Of(StatusCodes.Status413PayloadTooLarge, RefusedUploads.Sentence(limit)))
                : (Path.GetFileName(file.FileName), await UploadEndpoints.BytesAsync(file, cancellationToken), null);
        }

        if (!request.HasJsonContentType()) return ("", [], Problems.Of(StatusCodes.Status415UnsupportedMediaType, "请以 multipart/form-data（字段 file）或 application/json 报送。"));
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return ("submission.json", body.ToArray(), null);
    }

    private static IResult Answer(IntakeOutcome outcome) => Results.Json(IntakeAnswer.Of(outcome), statusCode: IntakeAnswer.StatusCode(outcome));
}
