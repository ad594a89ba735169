using MetricsDashboard.Domain.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>The newest catalogue, read again only when its version changed.</summary>
internal sealed class CatalogueCache
{
    private volatile Catalogue? newest;

    /// <summary>The catalogue; null where none was loaded yet.</summary>
    public async Task<Catalogue?> FindAsync(MetricsDb db, CancellationToken cancellationToken)
    {
        var version = await db.CatalogueVersions.MaxAsync(row => (int?)row.Version, cancellationToken);
        if (version is not { } wanted) return null;
        if (newest is { } known && known.Version == wanted) return known;
        var units = await db.Units.AsNoTracking().ToListAsync(cancellationToken);
        var elements = await db.DataElements.AsNoTracking().OrderBy(row => row.Order).ToListAsync(cancellationToken);
        var forms = await db.Forms.AsNoTracking().ToListAsync(cancellationToken);
        var indicators = await db.Indicators.AsNoTracking().ToListAsync(cancellationToken);
        var targets = await db.Targets.AsNoTracking().OrderBy(row => row.No).ToListAsync(cancellationToken);
        var published = await db.PublishedFigures.AsNoTracking().OrderBy(row => row.No).ToListAsync(cancellationToken);
        return newest = new Catalogue(
            wanted,
            units.Select(row => row.ToUnit()),
            elements.Select(row => row.ToElement()),
            forms.Select(row => row.ToForm()),
            indicators.Select(row => row.ToIndicator()),
            targets.Select(row => row.ToTarget()),
            published.Select(row => row.ToFigure()));
    }

    /// <exception cref="InvalidOperationException">No catalogue was loaded yet.</exception>
    public async Task<Catalogue> RequireAsync(MetricsDb db, CancellationToken cancellationToken) =>
        await FindAsync(db, cancellationToken) ?? throw new InvalidOperationException("The catalogue has not been loaded yet.");
}
