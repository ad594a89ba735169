using MetricsDashboard.Domain.Submissions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

internal sealed class SqliteDatabase(IDbContextFactory<SqliteMetricsDb> contexts, StorageOptions options) : MetricsDatabase
{
    private readonly WriteGate gate = WriteGate.Of(options.ConnectionString);

    public override async Task<MetricsDb> CreateContextAsync(CancellationToken cancellationToken) => await contexts.CreateDbContextAsync(cancellationToken);

    public override async Task<T> ReadAsync<T>(Func<MetricsDb, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = Connection(db).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, cancellationToken);
        return await work(db);
    }

    public override async Task<T> WriteAsync<T>(Func<MetricsDb, Task<T>> work, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = Connection(db).BeginTransaction(deferred: false);
        await db.Database.UseTransactionAsync(transaction, cancellationToken);
        var result = await work(db);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    public override Task InsertAsync<T>(MetricsDb db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken) =>
        ExecuteAsync(db, rows, _ => "", cancellationToken);

    public override Task MergeAsync<T>(MetricsDb db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken) =>
        ExecuteAsync(
            db,
            rows,
            table => $" ON CONFLICT ({Names(table.Keys)}) DO UPDATE SET {string.Join(", ", table.Others.Select(column => $"\"{column.Name}\" = excluded.\"{column.Name}\""))}",
            cancellationToken);

    public override async Task<IReadOnlySet<string>> InsertNewAsync<T>(MetricsDb db, IReadOnlyCollection<T> rows, Func<T, string> key, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        await ExecuteAsync(
            db,
            rows,
            table => $" ON CONFLICT ({Names(table.Keys)}) DO NOTHING",
            cancellationToken,
            (row, written) =>
            {
                if (written == 0) known.Add(key(row));
            });
        return known;
    }

    public override async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) return;
        await using var alone = Alone(file);

        // A process that was killed while it migrated left EF Core's lock behind, for which the next one would wait for ever.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\";", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellationToken);
    }

    /// <summary>The operating system frees this lock however the process ends.</summary>
    private static FileStream Alone(string file)
    {
        try
        {
            return new FileStream(file + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException fault)
        {
            throw new StateConflictException("另一个进程正在升级数据库，请稍后再启动。", fault);
        }
    }

    private static SqliteConnection Connection(SqliteMetricsDb db) => (SqliteConnection)db.Database.GetDbConnection();

    private static Task ExecuteAsync<T>(
        MetricsDb db, IReadOnlyCollection<T> rows, Func<BulkTable, string> onConflict, CancellationToken cancellationToken, Action<T, int>? after = null)
        where T : class
    {
        if (rows.Count == 0) return Task.CompletedTask;
        var table = BulkTable.Of<T>(db);
        using var insert = new SqliteInsert(
            (SqliteConnection)db.Database.GetDbConnection(),
            $"INSERT INTO \"{table.Name}\" ({Names(table.Columns)}) VALUES ({string.Join(", ", table.Columns.Select(_ => "?"))}){onConflict(table)}");
        var bind = SqliteBinding.Of<T>(table);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            bind(insert, row);
            var written = insert.Run();
            after?.Invoke(row, written);
        }

        return Task.CompletedTask;
    }

    private static string Names(IEnumerable<BulkColumn> columns) => string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
}
