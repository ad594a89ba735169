using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using MetricsDashboard.Web.Components.Layout;

namespace MetricsDashboard.Web.Hosting;

/// <summary>Answers of endpoints that people see without a page behind them.</summary>
public static class Pages
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>303 See Other: after a POST the browser loads a page, and loading that again repeats nothing.</summary>
    public static IResult SeeOther(string address) => new SeeOtherResult(address);

    /// <summary>A heading, a sentence and a way back.</summary>
    public static IResult Message(int status, string heading, string sentence, string backHref, string backText) =>
        new MessageResult(status, heading, sentence, backHref, backText);

    private static string Text(string? theme, string heading, string sentence, string backHref, string backText) =>
        $"""
        <!DOCTYPE html>
        <html lang="zh-CN"{(theme is null ? "" : $" data-theme=\"{theme}\"")}>
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Html.Encode(heading)}</title><link rel="stylesheet" href="/app.css"></head>
        <body><div class="plain"><header class="plain-bar"><a class="brand" href="/">政务服务指标看板</a></header>
        <main class="content"><h1>{Html.Encode(heading)}</h1><p>{Html.Encode(sentence)}</p><p><a href="{Html.Encode(backHref)}">{Html.Encode(backText)}</a></p></main></div></body>
        </html>
        """;

    private sealed class MessageResult(int status, string heading, string sentence, string backHref, string backText) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            Results.Content(Text(ChosenTheme.Of(httpContext), heading, sentence, backHref, backText), "text/html", Encoding.UTF8, status).ExecuteAsync(httpContext);
    }

    private sealed class SeeOtherResult(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
