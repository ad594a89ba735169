using System.Globalization;
using MetricsDashboard.Web.Api;
using MetricsDashboard.Web.Components;
using MetricsDashboard.Web.Jobs;
using MetricsDashboard.Web.Security;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace MetricsDashboard.Web.Hosting;

/// <summary>The order in which a request passes through the program, and where it ends.</summary>
public static class WebPipeline
{
    /// <summary>Chinese at every edge that formats for people.</summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("zh-CN");

    public static void UseMetrics(this WebApplication app)
    {
        app.UseContentPolicy();
        app.UseSecurityHeaders(Headers());
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask, SuppressDiagnosticsCallback = _ => true });
        app.UseWhen(IsPage, pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseWhen(context => !IsPage(context), api => api.UseStatusCodePages(context =>
            Problems.Of(context.HttpContext.Response.StatusCode, Problems.Title(context.HttpContext.Response.StatusCode) + "。").ExecuteAsync(context.HttpContext)));
        app.UseUploadLimit();
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseAuthentication();
        app.UsePasswordChangeFirst();
        app.UseAuthorization();
        app.UseStartPage();
        app.UseAntiforgery();
        app.UseRefusedForms();

        app.MapStaticAssets().AllowAnonymous();
        // Pages that stand alone, such as a report, name no icon; browsers then ask for this one.
        app.MapGet("/favicon.ico", () => Results.Redirect("/favicon.svg")).AllowAnonymous();
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = (context, report) => context.Response.WriteAsync(string.Join('\n', report.Entries.Values.Select(entry => entry.Description))) }).AllowAnonymous();
        app.MapMetricsApi();
        app.MapUploads();
        app.MapCityFiles();
        app.MapRuns();
        app.MapCaseFiles();
        app.MapReports();
        app.MapCases();
        app.MapMetricsJobs();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    private static bool IsPage(HttpContext context) => !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/hangfire", StringComparison.OrdinalIgnoreCase);

    private static HeaderPolicyCollection Headers() => new HeaderPolicyCollection()
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .AddCrossOriginOpenerPolicy(builder => builder.SameOrigin())
        .AddPermissionsPolicy(policy =>
        {
            policy.AddCamera().None();
            policy.AddGeolocation().None();
            policy.AddMicrophone().None();
            policy.AddPayment().None();
            policy.AddUsb().None();
        })
        .RemoveServerHeader();
}
