using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage;
using MetricsDashboard.Web.Api;
using Microsoft.AspNetCore.Diagnostics;

namespace MetricsDashboard.Web.Hosting;

/// <summary>
/// What becomes of an exception at the edge. A refusal by scope or state carries a sentence for its reader; of anything else the reader
/// gets a reference and the log the exception.
/// </summary>
public sealed class FailureHandling(ILogger<FailureHandling> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var isApi = httpContext.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        var answer = exception switch
        {
            AccessDeniedException denied => Answer(isApi, StatusCodes.Status403Forbidden, denied.Message),
            StateConflictException conflict => Answer(isApi, StatusCodes.Status409Conflict, conflict.Message),
            _ when StorageFaults.Passing(exception) is { } sentence => Unavailable(httpContext, isApi, exception, sentence),
            BadHttpRequestException bad => Answer(isApi, bad.StatusCode, "请求的内容不完整或格式不对，请检查后重试。"),
            _ => null,
        };
        if (answer is null)
        {
            log.LogError(exception, "Request failed; reference {Reference}", httpContext.TraceIdentifier);
            answer = Answer(
                isApi,
                StatusCodes.Status500InternalServerError,
                $"刚才的操作没有完成。请稍后重试；仍不成功的，请把编号 {httpContext.TraceIdentifier} 告知管理员。");
        }

        await answer.ExecuteAsync(httpContext);
        return true;
    }

    private IResult Unavailable(HttpContext context, bool isApi, Exception exception, string sentence)
    {
        log.LogError(exception, "Request failed, the database does not do its work; reference {Reference}", context.TraceIdentifier);
        context.Response.Headers.RetryAfter = Problems.RetryAfter;
        return Answer(isApi, StatusCodes.Status503ServiceUnavailable, sentence);
    }

    private static IResult Answer(bool isApi, int status, string sentence) =>
        isApi ? Problems.Of(status, sentence) : Pages.Message(status, Problems.Title(status), sentence, "/", "返回总览");
}
