using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <param name="Account">The sign-in name, which everything that the person writes is kept under.</param>
/// <param name="DisplayName">What the person is called; the account again where nobody gave a name.</param>
public sealed record PersonRow(string Account, string DisplayName, Role Role, string? Unit);

/// <summary>Who stands behind an account. Accounts themselves are the framework's business.</summary>
public sealed class PersonStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal PersonStore(MetricsDatabase database, CatalogueCache cache) => (this.database, this.cache) = (database, cache);

    /// <summary>The people behind accounts; those without a person (programs, the system) are left out. Whoever may see what somebody did may see who it was.</summary>
    public async Task<IReadOnlyList<PersonRow>> FindAsync(Actor actor, IReadOnlyCollection<string> accounts, CancellationToken cancellationToken = default)
    {
        Access.Require(actor.IsSystem || actor.Name.Length > 0, "请先登录。");
        await using var db = await database.CreateContextAsync(cancellationToken);
        var people = db.Users.AsNoTracking().Where(user => user.UserName != null);
        if (Codes.ForQuery(accounts) is { } wanted) people = people.Where(user => wanted.Contains(user.UserName));
        var rows = await people.Select(user => new PersonRow(user.UserName!, user.DisplayName, user.Role, user.Unit)).ToListAsync(cancellationToken);
        var isWanted = Codes.Matching(accounts);
        return [.. rows.Where(row => isWanted(row.Account))];
    }

    /// <summary>The unit that a person wants to see first; null where none was chosen.</summary>
    public async Task<string?> HomeAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await db.Users.Where(user => user.UserName == actor.Name).Select(user => user.HomeUnit).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Remembers which unit a person wants to see first.</summary>
    /// <param name="unit">One that the person may look at; null forgets it.</param>
    public Task ChooseHomeAsync(Actor actor, string? unit, CancellationToken cancellationToken = default) => database.WriteAsync(
        async db =>
        {
            if (unit is not null)
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                Access.RequireRead(actor, catalogue.FindUnit(unit) ?? throw new StateConflictException($"没有代码为“{unit}”的单位。"));
            }

            return await db.Users.Where(user => user.UserName == actor.Name).ExecuteUpdateAsync(update => update.SetProperty(user => user.HomeUnit, unit), cancellationToken);
        },
        cancellationToken);

    /// <summary>The people of a unit, by account: for those who belong to it and those who know every unit's people.</summary>
    public async Task<IReadOnlyList<PersonRow>> OfUnitAsync(Actor actor, string unit, CancellationToken cancellationToken = default)
    {
        Access.Require(actor.IsSystem || actor.Unit == unit || actor.Role is Role.CityReviewer or Role.Drafter or Role.Administrator, "您没有查看这个单位人员的权限。");
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().Where(user => user.Unit == unit && user.UserName != null).OrderBy(user => user.UserName)
            .Select(user => new PersonRow(user.UserName!, user.DisplayName, user.Role, user.Unit)).ToListAsync(cancellationToken);
    }
}
