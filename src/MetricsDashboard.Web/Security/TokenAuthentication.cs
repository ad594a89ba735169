using System.Security.Claims;
using System.Text.Encodings.Web;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Api;
using MetricsDashboard.Web.Clock;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace MetricsDashboard.Web.Security;

/// <summary><c>Authorization: Bearer mdt_…</c>. A refusal answers with ProblemDetails and never says what was wrong with the token.</summary>
public sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TokenStore tokens, BusinessClock clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";

    private const string Prefix = "Bearer ";

    /// <summary>Does the request carry a token, good or bad?</summary>
    public static bool IsOffered(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsOffered(Request)) return AuthenticateResult.NoResult();
        var token = Request.Headers.Authorization.ToString()[Prefix.Length..].Trim();
        // Tokens live by the true clock: a demonstration does not lengthen them by six years.
        if (await tokens.FindAsync(Actor.System, token, clock.RealNow, Context.RequestAborted) is not { } actor) return AuthenticateResult.Fail("Unknown or expired token.");
        var principal = new ClaimsPrincipal(new ClaimsIdentity(MetricsClaims.Of(actor), SchemeName));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = SchemeName;
        return Problems.Of(StatusCodes.Status401Unauthorized, "请在 Authorization 请求头中提供有效的令牌。").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.Of(StatusCodes.Status403Forbidden, "该令牌的角色不能进行此项操作。").ExecuteAsync(Context);
}
