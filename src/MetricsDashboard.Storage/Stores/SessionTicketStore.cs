using System.Security.Cryptography;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>
/// Sessions of people who are signed in: the cookie carries a key alone, so that a session can be ended here and every node knows it. Only
/// the key's hash is stored; whoever reads the table cannot sign in with it.
/// </summary>
public sealed class SessionTicketStore
{
    private readonly MetricsDatabase database;

    internal SessionTicketStore(MetricsDatabase database) => this.database = database;

    /// <summary>Keeps a session's ticket, new or renewed, and forgets those that have expired.</summary>
    public Task StoreAsync(Actor actor, string key, byte[] value, DateTimeOffset expiresAt, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        var id = Hash(key);
        return database.WriteAsync(
            async db =>
            {
                await db.SessionTickets.Where(ticket => ticket.Id == id || ticket.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
                db.SessionTickets.Add(new SessionTicketEntity { Id = id, Value = value, ExpiresAt = expiresAt });
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>The ticket; null where there is none or it has expired.</summary>
    public async Task<byte[]?> FindAsync(Actor actor, string key, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        var id = Hash(key);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await db.SessionTickets.Where(ticket => ticket.Id == id && ticket.ExpiresAt > now).Select(ticket => ticket.Value).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Ends a session.</summary>
    public Task RemoveAsync(Actor actor, string key, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        var id = Hash(key);
        return database.WriteAsync(db => db.SessionTickets.Where(ticket => ticket.Id == id).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)));
}
