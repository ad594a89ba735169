using MetricsDashboard.Web.Api;

namespace MetricsDashboard.Web.Security;

/// <summary>With a one-time password nothing opens but the page that changes it.</summary>
public static class PasswordChangeFirst
{
    private static readonly PathString[] Open = ["/account/sign-in", "/account/sign-out", "/account/password", "/not-found", "/forbidden", "/healthz", "/readyz"];

    public static IApplicationBuilder UsePasswordChangeFirst(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.User.HasClaim(claim => claim.Type == MetricsClaims.MustChangePassword)) return next(context);
        if (Array.Exists(Open, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)) || IsAsset(context)) return next(context);
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            return Problems.Of(StatusCodes.Status403Forbidden, "首次登录须先修改一次性密码。").ExecuteAsync(context);
        var wanted = context.Request.Path + context.Request.QueryString;
        context.Response.Redirect("/account/password?returnUrl=" + Uri.EscapeDataString(wanted));
        return Task.CompletedTask;
    });

    private static bool IsAsset(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null;
}
