using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>What was fixed when this database came into being.</summary>
public sealed class InstallationStore
{
    private readonly MetricsDatabase database;

    internal InstallationStore(MetricsDatabase database) => this.database = database;

    public async Task<Installation?> FindAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await FindAsync(db, cancellationToken);
    }

    public Task CreateAsync(Actor actor, Installation installation, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        return database.WriteAsync(
            async db =>
            {
                if (await db.Installations.AnyAsync(cancellationToken)) throw new StateConflictException("系统已经初始化，首个统计周不能更改。");
                db.Installations.Add(new InstallationEntity
                {
                    Id = 1,
                    FirstWeek = installation.FirstWeek.Key,
                    IsDemonstration = installation.IsDemonstration,
                    InstalledAt = installation.InstalledAt,
                    DemonstrationAnchor = installation.DemonstrationAnchor,
                });
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    internal static async Task<Installation?> FindAsync(MetricsDb db, CancellationToken cancellationToken) =>
        await db.Installations.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } row
            ? new Installation(ReportingWeek.FromKey(row.FirstWeek), row.IsDemonstration, row.InstalledAt, row.DemonstrationAnchor)
            : null;
}
