namespace MetricsDashboard.Web.Api;

/// <summary>Errors of the interface, as ProblemDetails with a sentence in Chinese.</summary>
public static class Problems
{
    /// <summary>Seconds after which a program may send again what could not be stored.</summary>
    public const string RetryAfter = "60";

    public static IResult Of(int status, string sentence) => Results.Problem(statusCode: status, title: Title(status), detail: sentence);

    /// <summary>400.</summary>
    public static IResult Invalid(string sentence) => Of(StatusCodes.Status400BadRequest, sentence);

    /// <summary>404.</summary>
    public static IResult Missing(string sentence) => Of(StatusCodes.Status404NotFound, sentence);

    public static string Title(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "请求有误",
        StatusCodes.Status401Unauthorized => "未登录或令牌无效",
        StatusCodes.Status403Forbidden => "无权操作",
        StatusCodes.Status404NotFound => "没有找到",
        StatusCodes.Status405MethodNotAllowed => "方法不支持",
        StatusCodes.Status409Conflict => "当前状态不允许",
        StatusCodes.Status413PayloadTooLarge => "文件太大",
        StatusCodes.Status415UnsupportedMediaType => "内容类型不支持",
        StatusCodes.Status422UnprocessableEntity => "未通过检查",
        StatusCodes.Status503ServiceUnavailable => "暂时不能处理",
        StatusCodes.Status501NotImplemented => "暂不提供",
        _ => "系统出错",
    };
}
