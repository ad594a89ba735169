using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Api;

/// <summary>Cases sent by programs, as many as they have: CSV, JSON Lines, a JSON list or a workbook, in the body or as the multipart field file.</summary>
internal static class CaseEndpoints
{
    private const int MostIssues = 1000;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("cases", SendAsync).RequireAuthorization(SignInSetup.TokensOnly).DisableAntiforgery()
        .WithSummary("办件：CSV、JSON Lines、JSON 数组或 .xlsx，放在请求体或 multipart 字段 file；有错的行拒收，词语不认识的行暂存，其余入库")
        .Produces<IntakeAnswer>().Produces<IntakeAnswer>(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> SendAsync(HttpContext context, TakeCaseFile take, RunStore runs)
    {
        var actor = context.User.Actor();
        if (actor.Role is not Role.Source) throw new AccessDeniedException("办件数据只能用采集接口的令牌提供。");
        var cancellation = context.RequestAborted;
        var source = $"接口 {actor.Name}";
        RunRow? run;
        if (context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync(cancellation);
            if (form.Files["file"] is not { } file) return Problems.Invalid("缺少 multipart 字段 file。");
            await using var content = file.OpenReadStream();
            run = await take.RunAsync(actor, source, Path.GetFileName(file.FileName), content, cancellation);
        }
        else
        {
            run = await take.RunAsync(actor, source, null, context.Request.Body, cancellation);
        }

        if (run is null) return Problems.Of(StatusCodes.Status409Conflict, "上一批办件还在处理，请等它结束后再提供。");
        if (run.State is RunState.Failed)
        {
            context.Response.Headers.RetryAfter = Problems.RetryAfter;
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, run.Message ?? "这一批办件没有存完，请稍后重新发送，已存入的不会重复。");
        }

        return Results.Json(await AnswerAsync(run, runs, cancellation), statusCode: StatusCode(run.State));
    }

    /// <summary>The run as every intake answers.</summary>
    public static async Task<IntakeAnswer> AnswerAsync(RunRow run, RunStore runs, CancellationToken cancellationToken)
    {
        var issues = (await runs.RejectedAsync(Actor.System, run.Id, 0, MostIssues, cancellationToken))
            .Select(row => new IssueAnswer(Severity.Error, IssueCodes.CaseRejected, null, row.Place, null, null, row.Text, row.Message)).ToList();
        if (run.Message is { } message) issues.Insert(0, new IssueAnswer(Severity.Error, IssueCodes.Damaged, null, null, null, null, null, message));
        if (run.Counts.Rejected > MostIssues)
            issues.Add(new IssueAnswer(Severity.Error, IssueCodes.CaseRejected, null, null, null, null, null, $"共拒收{run.Counts.Rejected}行，这里列出前{MostIssues}行，全部见采集批次。"));
        if (run.Counts.Held > 0)
            issues.Add(new IssueAnswer(Severity.Warning, IssueCodes.CaseHeld, null, null, null, null, null, $"有{run.Counts.Held}行含有不认识的单位、原因、牌或状态，已暂存，由市专班对应后自动入库。"));
        var counts = run.Counts;
        return new IntakeAnswer(run.Id, [], Status(run.State), counts.Read, counts.Created, counts.Revised, counts.Unchanged, counts.Held, counts.Rejected, issues);
    }

    private static IntakeStatus Status(RunState state) => state switch
    {
        RunState.Done => IntakeStatus.Stored,
        RunState.Refused => IntakeStatus.Refused,
        RunState.Running => IntakeStatus.Processing,
        _ => IntakeStatus.Failed,
    };

    private static int StatusCode(RunState state) => state switch
    {
        RunState.Done => StatusCodes.Status200OK,
        RunState.Refused => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status503ServiceUnavailable,
    };
}
