using System.Data;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace MetricsDashboard.Storage.Data;

/// <summary>Copies rows into a table of the same name and columns. Its own type, so that all SQL around it can be recorded without a server.</summary>
internal delegate Task BulkCopy(MetricsDb db, DataTable rows, CancellationToken cancellationToken);

internal sealed class SqlServerDatabase(IDbContextFactory<SqlServerMetricsDb> contexts, BulkCopy copy) : MetricsDatabase
{
    private const int BatchSize = 10_000;

    /// <summary>A database that nobody prepared with create-database.sql is prepared here, because every transaction needs it.</summary>
    internal const string AllowSnapshots =
        "IF EXISTS (SELECT 1 FROM sys.databases WHERE database_id = DB_ID() AND snapshot_isolation_state = 0) ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON;";

    public override async Task<MetricsDb> CreateContextAsync(CancellationToken cancellationToken) => await contexts.CreateDbContextAsync(cancellationToken);

    public override Task<T> ReadAsync<T>(Func<MetricsDb, Task<T>> work, CancellationToken cancellationToken) => TransactAsync(work, cancellationToken);

    public override Task<T> WriteAsync<T>(Func<MetricsDb, Task<T>> work, CancellationToken cancellationToken) => TransactAsync(work, cancellationToken);

    public override Task InsertAsync<T>(MetricsDb db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
    {
        var table = BulkTable.Of<T>(db);
        return CopyAsync(db, table, table.Name, rows, cancellationToken);
    }

    public override async Task MergeAsync<T>(MetricsDb db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0) return;
        var table = BulkTable.Of<T>(db);
        var columns = string.Join(", ", table.Columns.Select(column => $"[{column.Name}]"));
        var staging = $"#{table.Name}";
        await ExecuteAsync(db, $"SELECT TOP (0) {columns} INTO [{staging}] FROM [{table.Name}];", cancellationToken);
        await CopyAsync(db, table, staging, rows, cancellationToken);
        await ExecuteAsync(
            db,
            $"""
            MERGE [{table.Name}] AS [target] USING [{staging}] AS [source]
            ON {string.Join(" AND ", table.Keys.Select(column => $"[target].[{column.Name}] = [source].[{column.Name}]"))}
            WHEN MATCHED THEN UPDATE SET {string.Join(", ", table.Others.Select(column => $"[{column.Name}] = [source].[{column.Name}]"))}
            WHEN NOT MATCHED THEN INSERT ({columns}) VALUES ({string.Join(", ", table.Columns.Select(column => $"[source].[{column.Name}]"))});
            """,
            cancellationToken);
        await ExecuteAsync(db, $"DROP TABLE [{staging}];", cancellationToken);
    }

    public override async Task<IReadOnlySet<string>> InsertNewAsync<T>(MetricsDb db, IReadOnlyCollection<T> rows, Func<T, string> key, CancellationToken cancellationToken)
    {
        var known = rows.Select(key).ToHashSet(StringComparer.Ordinal);
        if (rows.Count == 0) return known;
        var table = BulkTable.Of<T>(db);
        var columns = string.Join(", ", table.Columns.Select(column => $"[{column.Name}]"));
        var keyColumn = table.Keys.Single().Name;
        var staging = $"#New{table.Name}";
        await ExecuteAsync(db, $"SELECT TOP (0) {columns} INTO [{staging}] FROM [{table.Name}];", cancellationToken);
        await CopyAsync(db, table, staging, rows, cancellationToken);
        var insert =
            $"""
            INSERT INTO [{table.Name}] ({columns}) OUTPUT [inserted].[{keyColumn}] AS [Value]
            SELECT {columns} FROM [{staging}] AS [source] WHERE NOT EXISTS (SELECT 1 FROM [{table.Name}] AS [target] WHERE [target].[{keyColumn}] = [source].[{keyColumn}]);
            """;
        var inserted = await db.Database.SqlQueryRaw<string>(insert).ToListAsync(cancellationToken);
        await ExecuteAsync(db, $"DROP TABLE [{staging}];", cancellationToken);
        known.ExceptWith(inserted);
        return known;
    }

    public override async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await ExecuteAsync(db, AllowSnapshots, cancellationToken);
    }

    /// <summary>The copy itself: the one thing that only a server can do.</summary>
    public static async Task CopyAsync(MetricsDb db, DataTable rows, CancellationToken cancellationToken)
    {
        using var bulk = new SqlBulkCopy(
            (SqlConnection)db.Database.GetDbConnection(), SqlBulkCopyOptions.CheckConstraints, (SqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
        bulk.DestinationTableName = $"[{rows.TableName}]";
        foreach (DataColumn column in rows.Columns) bulk.ColumnMappings.Add(column.ColumnName, column.ColumnName);
        await bulk.WriteToServerAsync(rows, cancellationToken);
    }

    private static Task<int> ExecuteAsync(MetricsDb db, string sql, CancellationToken cancellationToken) => db.Database.ExecuteSqlRawAsync(sql, cancellationToken);

    private async Task CopyAsync<T>(MetricsDb db, BulkTable table, string destination, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        foreach (var batch in rows.Chunk(BatchSize))
        {
            using var data = new DataTable(destination) { Locale = CultureInfo.InvariantCulture };
            foreach (var column in table.Columns) data.Columns.Add(column.Name, column.ProviderType);
            foreach (var row in batch) data.Rows.Add([.. table.Columns.Select(column => column.Read(row) ?? DBNull.Value)]);
            await copy(db, data, cancellationToken);
        }
    }

    private async Task<T> TransactAsync<T>(Func<MetricsDb, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var strategist = await contexts.CreateDbContextAsync(cancellationToken);
        return await strategist.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                // A context of its own for every attempt: nothing tracked by a failed one survives.
                await using var db = await contexts.CreateDbContextAsync(token);
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Snapshot, token);
                var result = await work(db);
                await transaction.CommitAsync(token);
                return result;
            },
            cancellationToken);
    }
}
