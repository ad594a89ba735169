namespace MetricsDashboard.Web.Security;

/// <summary>
/// One content-security policy on every response, the job dashboard's and the error pages' included (design.md 5a). It is assigned
/// when the response starts, because Blazor and the dashboard set headers of their own on the way.
/// </summary>
public static class ContentPolicy
{
    public const string Value =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    public static IApplicationBuilder UseContentPolicy(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.ContentSecurityPolicy = Value;
            return Task.CompletedTask;
        });
        return next(context);
    });
}
