using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage;
using MetricsDashboard.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace MetricsDashboard.Web.Security;

/// <summary>Who gets in and how: cookies for people, tokens for programs, nothing for anybody else.</summary>
public static class SignInSetup
{
    /// <summary>Only 管理员.</summary>
    public const string Administrators = "administrators";

    /// <summary>A token, not a cookie: what changes something through the interface cannot be triggered from another site.</summary>
    public const string TokensOnly = "tokens-only";

    private const string CookieOrToken = "cookie-or-token";

    public static void AddMetricsIdentity(this IServiceCollection services, StorageOptions storage) => services
        .AddIdentityCore<MetricsUser>(options =>
        {
            options.Password.RequiredLength = 10;
            options.Password.RequiredUniqueChars = 5;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            options.User.AllowedUserNameCharacters = "";
            options.ClaimsIdentity.UserNameClaimType = System.Security.Claims.ClaimTypes.Name;
        })
        .AddErrorDescriber<ChineseIdentityErrors>()
        .AddClaimsPrincipalFactory<MetricsClaimsFactory>()
        .AddMetricsIdentityStores(storage)
        .Services.AddScoped<People>();

    public static void AddMetricsSignIn(this IServiceCollection services)
    {
        services.AddScoped<SignInManager<MetricsUser>>();
        services.AddScoped<ISecurityStampValidator, SecurityStampValidator<MetricsUser>>();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddHttpContextAccessor();
        services.AddAuthentication(CookieOrToken)
            .AddPolicyScheme(CookieOrToken, null, options => options.ForwardDefaultSelector = context =>
                TokenAuthentication.IsOffered(context.Request) ? TokenAuthentication.SchemeName : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null)
            .AddCookie(IdentityConstants.ApplicationScheme, Cookie);
        services.AddSingleton<ITicketStore, DatabaseTickets>();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<ITicketStore>((options, tickets) => options.SessionStore = tickets);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Administrators, policy => policy.RequireRole(nameof(Role.Administrator)))
            .AddPolicy(TokensOnly, policy => policy.AddAuthenticationSchemes(TokenAuthentication.SchemeName).RequireAuthenticatedUser());
        services.AddScoped<AuthenticationStateProvider, CircuitSignIn>();
        services.AddScoped<ActorAccessor>();
    }

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.LoginPath = "/account/sign-in";
        options.LogoutPath = "/account/sign-out";
        options.AccessDeniedPath = "/forbidden";
        options.ReturnUrlParameter = "returnUrl";
        options.Cookie.Name = "metrics.session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.SlidingExpiration = true;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        options.Events.OnSigningIn = context =>
        {
            // Leaders read on the phone, once or twice a week.
            if (context.Principal?.IsInRole(nameof(Role.Leader)) == true) context.Properties.ExpiresUtc = context.Properties.IssuedUtc?.AddDays(7);
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToLogin = context => Redirect(context, StatusCodes.Status401Unauthorized, "请先登录，或在 Authorization 请求头中提供有效的令牌。");
        options.Events.OnRedirectToAccessDenied = context => Redirect(context, StatusCodes.Status403Forbidden, "您的角色不能进行此项操作。");
    }

    // A program wants a status and a sentence, not a sign-in page.
    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> context, int status, string sentence)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) return Problems.Of(status, sentence).ExecuteAsync(context.HttpContext);
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
