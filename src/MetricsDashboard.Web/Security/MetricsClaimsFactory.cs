using System.Security.Claims;
using MetricsDashboard.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MetricsDashboard.Web.Security;

/// <summary>Puts role, unit and name of an account into its cookie; the security stamp ends the cookie when any of them changes.</summary>
public sealed class MetricsClaimsFactory(UserManager<MetricsUser> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<MetricsUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(MetricsUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ClaimTypes.Role, user.Role.ToString()));
        identity.AddClaim(new Claim(MetricsClaims.DisplayName, user.DisplayName));
        if (user.Unit is { } unit) identity.AddClaim(new Claim(MetricsClaims.Unit, unit));
        if (user.MustChangePassword) identity.AddClaim(new Claim(MetricsClaims.MustChangePassword, "yes"));
        return identity;
    }
}
