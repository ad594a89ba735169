using MetricsDashboard.Web.Api;
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

        var limit = context.RequestServices.GetRequiredService<IOptions<MetricsOptions>>().Value.UploadLimit;
        if (context.Request.ContentLength > limit + Envelope)
        {
            var sentence = Sentence(limit);
            var refusal = context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
                ? Problems.Of(StatusCodes.Status413PayloadTooLarge, sentence)
                : Pages.Message(StatusCodes.Status413PayloadTooLarge, "文件太大", sentence, "/uploads", "返回上传记录");
            await refusal.ExecuteAsync(context);
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limit + Envelope;
        await next(context);
    });

    /// <summary>What a sender is told.</summary>
    public static string Sentence(long limit) => $"文件超过 {limit / 1024 / 1024} MB，未接收。请删去无关的工作表、图片后重新上传。";
}
