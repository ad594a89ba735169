using System.Security.Cryptography;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace MetricsDashboard.Web.Security;

/// <summary>Sessions live in the database, so that any node can serve them and signing out ends them everywhere.</summary>
public sealed class DatabaseTickets(SessionTicketStore tickets, BusinessClock clock) : ITicketStore
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await RenewAsync(key, ticket);
        return key;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => tickets.StoreAsync(
        Actor.System, key, TicketSerializer.Default.Serialize(ticket), ticket.Properties.ExpiresUtc ?? clock.RealNow + Longest, clock.RealNow);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key) =>
        await tickets.FindAsync(Actor.System, key, clock.RealNow) is { } value ? TicketSerializer.Default.Deserialize(value) : null;

    public Task RemoveAsync(string key) => tickets.RemoveAsync(Actor.System, key);
}
