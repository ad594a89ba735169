using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>Whether a unit reviews what its own reporters send, and who may do so.</summary>
internal static class UnitPractices
{
    /// <summary>Of some units those whose review what the actor sends has to pass: not what the unit's own reviewers and deputies send, nor what comes from the city.</summary>
    public static async Task<IReadOnlySet<string>> ReviewingAsync(
        MetricsDb db, Actor actor, IReadOnlyCollection<string> units, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (actor.IsSystem || actor.Role is not (Role.CountyReporter or Role.Department)) return new HashSet<string>();
        var reviewing = await db.UnitPractices.AsNoTracking().Where(practice => practice.ReviewsItself && EF.Parameter(units).Contains(practice.Unit))
            .Select(practice => practice.Unit).ToListAsync(cancellationToken);
        return reviewing.Count == 0 || await IsDeputyAsync(db, actor, now, cancellationToken) ? new HashSet<string>() : reviewing.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>May the actor review what others of the unit sent: its reviewer, or a deputy for the time being?</summary>
    public static async Task<bool> MayReviewAsync(MetricsDb db, Actor actor, string unit, DateTimeOffset now, CancellationToken cancellationToken) =>
        actor.Unit == unit && (actor.Role is Role.CountyReviewer || await IsDeputyAsync(db, actor, now, cancellationToken));

    private static Task<bool> IsDeputyAsync(MetricsDb db, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = ChinaTime.Day(now);
        return db.Deputies.AnyAsync(deputy => deputy.Unit == actor.Unit && deputy.Person == actor.Name && deputy.Until >= today, cancellationToken);
    }
}
