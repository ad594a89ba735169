using MetricsDashboard.Web.Api;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace MetricsDashboard.Web.Hosting;

/// <summary>
/// Refuses a file that is too large before anything of it is read, with a sentence rather than a broken connection. A request without a
/// length is cut off at the same size.
/// </summary>
public static class RefusedUploads
{
    // Multipart headings and the form's other fields stand around the file.
    private const long Envelope = 64 * 1024;

    public static IApplicationBuilder UseUploadLimit(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await next(context);
            return;
        }

        var limit = Limit(context);
        if (context.Request.ContentLength > limit + Envelope)
        {
            var sentence = Sentence(limit, IsOfCases(context));
            var refusal = context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
                ? Problems.Of(StatusCodes.Status413PayloadTooLarge, sentence)
                : Pages.Message(StatusCodes.Status413PayloadTooLarge, "文件太大", sentence, Back(context), "返回上传页面");
            await refusal.ExecuteAsync(context);
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limit + Envelope;
        await next(context);
    });

    /// <summary>
    /// A form without its anti-forgery token: a page that stood open too long, a forgery, or a body that was cut off for its size before
    /// the token was read.
    /// </summary>
    public static IApplicationBuilder UseRefusedForms(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } refused) return next(context);
        var limit = Limit(context);
        var isTooLarge = refused.Error?.InnerException is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge };
        return (isTooLarge
            ? Pages.Message(StatusCodes.Status413PayloadTooLarge, "文件太大", Sentence(limit, IsOfCases(context)), Back(context), "返回上传页面")
            : Pages.Message(StatusCodes.Status400BadRequest, "页面已过期", "页面打开时间过长或登录状态已变化，请返回后刷新页面再提交。", "/", "返回总览")).ExecuteAsync(context);
    });

    private static long Limit(HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<MetricsOptions>>().Value;
        return IsOfCases(context) ? options.CaseFileLimit : options.UploadLimit;
    }

    private static string Back(HttpContext context) => IsOfCases(context) ? "/runs/upload" : "/uploads";

    private static bool IsOfCases(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api/v1/cases", StringComparison.OrdinalIgnoreCase) || context.Request.Path.StartsWithSegments("/cases", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a sender is told.</summary>
    public static string Sentence(long limit, bool isOfCases = false) =>
        $"文件超过 {limit / 1024 / 1024} MB，未接收。{(isOfCases ? "请按月份或单位分成几个文件" : "请删去无关的工作表、图片后重新上传")}。";
}
