using MetricsDashboard.Domain.People;
using Microsoft.AspNetCore.Components.Authorization;

namespace MetricsDashboard.Web.Security;

/// <summary>Who sits before an interactive page. Endpoints have the request's user at hand and do without.</summary>
public sealed class ActorAccessor(AuthenticationStateProvider authentication)
{
    public async Task<Actor> ActorAsync() => (await authentication.GetAuthenticationStateAsync()).User.Actor();
}
