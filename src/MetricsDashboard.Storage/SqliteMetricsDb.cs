using MetricsDashboard.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage;

/// <summary>The embedded database. Text compares binary by default, which is what codes need.</summary>
internal sealed class SqliteMetricsDb(DbContextOptions<SqliteMetricsDb> options) : MetricsDb(options)
{
    /// <summary>Identity and data protection save through the context itself, so the gate has to stand here too.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        using var turn = await WriteGate.Of(Database.GetConnectionString()!).EnterAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        if (Database.CurrentTransaction is not null) return base.SaveChanges(acceptAllChangesOnSuccess);
        using var turn = WriteGate.Of(Database.GetConnectionString()!).Enter();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }
}
