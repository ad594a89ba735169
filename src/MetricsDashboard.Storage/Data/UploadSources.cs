using MetricsDashboard.Domain.Submissions.Mappings;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>What an upload knows of the system that its table comes from.</summary>
internal static class UploadSources
{
    /// <summary>The mapping that an upload is read with; null where there is none.</summary>
    public static async Task<ColumnMapping?> MappingAsync(MetricsDb db, Guid? id, CancellationToken cancellationToken)
    {
        if (id is null) return null;
        var row = await db.IntakeMappings.AsNoTracking().Where(mapping => mapping.Id == id)
            .Join(db.IntakeSources, mapping => mapping.SourceId, source => source.Id, (mapping, source) => new { mapping, source.Name }).SingleAsync(cancellationToken);
        return MappingJson.Read(row.mapping, row.Name);
    }

    /// <summary>The names of all sources, which are few.</summary>
    public static Task<Dictionary<Guid, string>> NamesAsync(MetricsDb db, CancellationToken cancellationToken) =>
        db.IntakeSources.AsNoTracking().Select(source => new { source.Id, source.Name }).ToDictionaryAsync(source => source.Id, source => source.Name, cancellationToken);
}
