using System.Security.Claims;
using MetricsDashboard.Domain.People;

namespace MetricsDashboard.Web.Security;

/// <summary>What a cookie or a token says about its holder, and how it becomes the <see cref="Actor"/> that every store asks for.</summary>
public static class MetricsClaims
{
    public const string Unit = "unit";
    public const string DisplayName = "display-name";
    public const string MustChangePassword = "must-change-password";

    /// <summary>The claims of an actor.</summary>
    public static IEnumerable<Claim> Of(Actor actor)
    {
        yield return new Claim(ClaimTypes.Name, actor.Name);
        yield return new Claim(ClaimTypes.Role, actor.Role.ToString());
        if (actor.Unit is { } unit) yield return new Claim(Unit, unit);
    }

    /// <summary>Who acts.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the caller forgot to require it.</exception>
    public static Actor Actor(this ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.Name) is { } name && Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? new Actor(name, role, user.FindFirstValue(Unit))
            : throw new InvalidOperationException("Nobody is signed in.");
}
