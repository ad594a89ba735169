using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <param name="Until">The last day on which the deputy may review.</param>
public sealed record Deputy(string Person, DateOnly Until, string NamedBy, DateTimeOffset NamedAt);

/// <param name="ReviewsItself">What the unit's reporters send waits for its reviewer.</param>
public sealed record UnitPractice(Unit Unit, bool ReviewsItself, IReadOnlyList<Deputy> Deputies);

/// <summary>How a unit works within itself: whether it reviews what its reporters send, and who stands in for its reviewer.</summary>
public sealed class PracticeStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal PracticeStore(MetricsDatabase database, CatalogueCache cache)
    {
        this.database = database;
        this.cache = cache;
    }

    public Task<UnitPractice> FindAsync(Actor actor, string unit, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var found = Known(await cache.RequireAsync(db, cancellationToken), unit);
            Access.RequireRead(actor, found);
            var reviews = await db.UnitPractices.AsNoTracking().AnyAsync(practice => practice.Unit == unit && practice.ReviewsItself, cancellationToken);
            var deputies = await db.Deputies.AsNoTracking().Where(deputy => deputy.Unit == unit).OrderBy(deputy => deputy.Person).ToListAsync(cancellationToken);
            return new UnitPractice(found, reviews, [.. deputies.Select(deputy => new Deputy(deputy.Person, deputy.Until, deputy.NamedBy, deputy.NamedAt))]);
        },
        cancellationToken);

    /// <summary>Turns the unit's own review on or off. What waits in it when it is turned off stays there until it is reviewed or withdrawn.</summary>
    public Task SetReviewAsync(Actor actor, string unit, bool reviewsItself, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        RequireReviewer(actor, unit);
        return database.WriteAsync(
            async db =>
            {
                Known(await cache.RequireAsync(db, cancellationToken), unit);
                var row = await db.UnitPractices.SingleOrDefaultAsync(practice => practice.Unit == unit, cancellationToken);
                if (row is null) db.UnitPractices.Add(row = new UnitPracticeEntity { Unit = unit, ChangedBy = actor.Name });
                (row.ReviewsItself, row.ChangedBy, row.ChangedAt) = (reviewsItself, actor.Name, now);
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Names one of the unit's own reporters as deputy until a day, or with a day in the past takes the name back.</summary>
    public Task NameDeputyAsync(Actor actor, string unit, string person, DateOnly until, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        RequireReviewer(actor, unit);
        return database.WriteAsync(
            async db =>
            {
                if (!await db.Users.AnyAsync(user => user.UserName == person && user.Unit == unit, cancellationToken))
                    throw new StateConflictException($"本单位没有名为“{person}”的用户。");
                var row = await db.Deputies.SingleOrDefaultAsync(deputy => deputy.Unit == unit && deputy.Person == person, cancellationToken);
                if (row is null) db.Deputies.Add(row = new DeputyEntity { Unit = unit, Person = person, NamedBy = actor.Name });
                (row.Until, row.NamedBy, row.NamedAt) = (until, actor.Name, now);
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    private static void RequireReviewer(Actor actor, string unit) =>
        Access.Require(actor.IsSystem || actor.Role is Role.Administrator || (actor.Role is Role.CountyReviewer && actor.Unit == unit), "只有本单位审核人和管理员可以设置。");

    private static Unit Known(Catalogue catalogue, string unit) => catalogue.FindUnit(unit) ?? throw new StateConflictException($"没有代码为“{unit}”的单位。");
}
