using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

public sealed class CatalogueStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal CatalogueStore(MetricsDatabase database, CatalogueCache cache)
    {
        this.database = database;
        this.cache = cache;
    }

    /// <summary>The newest catalogue, which everybody who signs in may see; null before the first start loaded one.</summary>
    public async Task<Catalogue?> FindAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await cache.FindAsync(db, cancellationToken);
    }

    /// <summary>Loads the catalogue into a database that has none; from then on it is data.</summary>
    public Task SeedAsync(Actor actor, Catalogue catalogue, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.Require(actor.IsSystem || actor.Role is Role.Administrator, "只有管理员可以装载目录。");
        return database.WriteAsync(
            async db =>
            {
                if (await db.CatalogueVersions.AnyAsync(cancellationToken)) throw new StateConflictException("目录已经装载，不能再次装载。");
                db.CatalogueVersions.Add(new CatalogueVersionEntity { Version = catalogue.Version, RecordedAt = now, RecordedBy = actor.Name });
                db.Units.AddRange(catalogue.Units.Select(UnitEntity.Of));
                db.Forms.AddRange(catalogue.Forms.Select(FormEntity.Of));
                db.DataElements.AddRange(catalogue.Elements.Select(DataElementEntity.Of));
                db.Indicators.AddRange(catalogue.Indicators.Select(IndicatorEntity.Of));
                db.Targets.AddRange(catalogue.Targets.Select(TargetEntity.Of));
                db.PublishedFigures.AddRange(catalogue.PublishedFigures.Select(PublishedFigureEntity.Of));
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }
}
