using System.Globalization;
using MetricsDashboard.Web.Components;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Hosting;

/// <summary>The order in which a request passes through the program.</summary>
public static class WebPipeline
{
    public static void UseMetrics(this WebApplication app)
    {
        app.UseContentPolicy();
        app.UseSecurityHeaders(Headers());
        app.UseWhen(IsPage, pages =>
        {
            pages.UseExceptionHandler("/failure", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        });
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    private static bool IsPage(HttpContext context) => !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static HeaderPolicyCollection Headers() => new HeaderPolicyCollection()
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .AddCrossOriginOpenerPolicy(builder => builder.SameOrigin())
        .AddPermissionsPolicyWithDefaultSecureDirectives()
        .RemoveServerHeader();

    /// <summary>Chinese at every edge that formats for people.</summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("zh-CN");
}
