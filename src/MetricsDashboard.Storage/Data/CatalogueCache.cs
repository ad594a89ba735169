using MetricsDashboard.Domain.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>
/// The newest catalogue, read again only when its version or a published figure changed. A published figure is no new version: no result
/// depends on it, so no edition is frozen for its sake.
/// </summary>
internal sealed class CatalogueCache
{
    private volatile Known? newest;

    /// <summary>The catalogue; null where none was loaded yet.</summary>
    public async Task<Catalogue?> FindAsync(MetricsDb db, CancellationToken cancellationToken)
    {
        var version = await db.CatalogueVersions.MaxAsync(row => (int?)row.Version, cancellationToken);
        if (version is not { } wanted) return null;
        var figures = await db.PublishedFigures.MaxAsync(row => (int?)row.No, cancellationToken);
        if (newest is { } known && known.Catalogue.Version == wanted && known.Figures == figures) return known.Catalogue;
        var units = await db.Units.AsNoTracking().ToListAsync(cancellationToken);
        var elements = await db.DataElements.AsNoTracking().OrderBy(row => row.Order).ToListAsync(cancellationToken);
        var forms = await db.Forms.AsNoTracking().ToListAsync(cancellationToken);
        var indicators = await db.Indicators.AsNoTracking().ToListAsync(cancellationToken);
        var targets = await db.Targets.AsNoTracking().OrderBy(row => row.No).ToListAsync(cancellationToken);
        var published = await db.PublishedFigures.AsNoTracking().OrderBy(row => row.No).ToListAsync(cancellationToken);
        var catalogue = new Catalogue(
            wanted,
            units.Select(row => row.ToUnit()),
            elements.Select(row => row.ToElement()),
            forms.Select(row => row.ToForm()),
            indicators.Select(row => row.ToIndicator()),
            targets.Select(row => row.ToTarget()),
            PublishedRows.Current(published).Select(row => row.ToFigure()));
        newest = new Known(catalogue, published.Count == 0 ? null : published[^1].No);
        return catalogue;
    }

    /// <exception cref="InvalidOperationException">No catalogue was loaded yet.</exception>
    public async Task<Catalogue> RequireAsync(MetricsDb db, CancellationToken cancellationToken) =>
        await FindAsync(db, cancellationToken) ?? throw new InvalidOperationException("The catalogue has not been loaded yet.");

    /// <summary>A catalogue, and the last entry of a published figure that it holds: they are only ever added.</summary>
    private sealed record Known(Catalogue Catalogue, int? Figures);
}
