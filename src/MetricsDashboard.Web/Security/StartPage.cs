using MetricsDashboard.Domain.People;

namespace MetricsDashboard.Web.Security;

/// <summary>The overview is where people begin; to an auditor, who reads no figures, it would be an empty page.</summary>
public static class StartPage
{
    public const string Account = "/account";

    public static IApplicationBuilder UseStartPage(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path != "/" || !context.User.IsInRole(nameof(Role.Auditor))) return next(context);
        context.Response.Redirect(Account);
        return Task.CompletedTask;
    });
}
