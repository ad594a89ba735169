using System.Security.Cryptography;
using System.Text;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>API tokens: mdt_, ten characters that find the row, 43 that only their SHA-256 is kept of.</summary>
public sealed class TokenStore
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int IdLength = 10;
    private const int SecretLength = 43;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal TokenStore(MetricsDatabase database, CatalogueCache cache)
    {
        this.database = database;
        this.cache = cache;
    }

    /// <summary>Issues a token and returns it in the clear, the only time that it is known.</summary>
    public async Task<string> AddAsync(Actor actor, string name, Role role, string? unit, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        RequireAdministrator(actor);
        var id = RandomNumberGenerator.GetString(Alphabet, IdLength);
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        await database.WriteAsync(
            async db =>
            {
                if (unit is not null && (await cache.RequireAsync(db, cancellationToken)).FindUnit(unit) is null)
                    throw new StateConflictException($"没有代码为“{unit}”的单位。");
                db.ApiTokens.Add(new ApiTokenEntity
                {
                    Id = id,
                    Hash = Hash(secret),
                    Name = name,
                    Role = role,
                    Unit = unit,
                    CreatedBy = actor.Name,
                    CreatedAt = now,
                    ExpiresAt = now + Lifetime,
                });
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        return $"mdt_{id}_{secret}";
    }

    /// <summary>Whom a token speaks for; null for a token that is unknown, wrong, expired or revoked.</summary>
    public async Task<Actor?> FindAsync(Actor actor, string token, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        if (token.Length != 4 + IdLength + 1 + SecretLength || !token.StartsWith("mdt_", StringComparison.Ordinal) || token[4 + IdLength] != '_') return null;
        var id = token.Substring(4, IdLength);
        var hash = Hash(token[(5 + IdLength)..]);
        await using var db = await database.CreateContextAsync(cancellationToken);
        var row = await db.ApiTokens.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

        // An unknown id costs the same comparison as a known one.
        var isSame = CryptographicOperations.FixedTimeEquals(hash, row?.Hash ?? new byte[hash.Length]);
        return row is not null && isSame && row.RevokedAt is null && now < row.ExpiresAt ? new Actor(row.Name, row.Role, row.Unit) : null;
    }

    public async Task<IReadOnlyList<TokenRow>> ListAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        RequireAdministrator(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await db.ApiTokens.AsNoTracking().OrderBy(row => row.CreatedAt)
            .Select(row => new TokenRow(row.Id, row.Name, row.Role, row.Unit, row.CreatedBy, row.CreatedAt, row.ExpiresAt, row.RevokedAt))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Ends a token; false where there is none that still works.</summary>
    public Task<bool> RevokeAsync(Actor actor, string id, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        RequireAdministrator(actor);
        return database.WriteAsync(
            async db => await db.ApiTokens.Where(row => row.Id == id && row.RevokedAt == null)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.RevokedAt, now), cancellationToken) > 0,
            cancellationToken);
    }

    private static void RequireAdministrator(Actor actor) => Access.Require(actor.IsSystem || actor.Role is Role.Administrator, "只有管理员可以管理接口令牌。");

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.ASCII.GetBytes(secret));
}
