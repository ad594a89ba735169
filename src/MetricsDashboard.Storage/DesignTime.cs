using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace MetricsDashboard.Storage;

/// <summary>What db/add-migration builds the contexts with; no database is opened.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteMetricsDb>
{
    public SqliteMetricsDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteMetricsDb>().UseSqlite("Data Source=design.db").Options);
}

internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerMetricsDb>
{
    public SqlServerMetricsDb CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<SqlServerMetricsDb>();
        MetricsStorage.UseSqlServer(builder, "Server=design;Database=Metrics");
        return new SqlServerMetricsDb(builder.Options);
    }
}
