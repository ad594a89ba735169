using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Tests.Worlds;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Schema;

/// <summary>The embedded database from nothing, and after a process that was killed while it migrated.</summary>
public sealed class MigratingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("metrics-migrating-").FullName;

    private StorageOptions Options => StorageOptions.SqliteFile(Path.Combine(folder, "new", "metrics.db"));

    [Fact]
    public async Task Migrate_WithoutFolder_CreatesADatabaseInWalMode()
    {
        await MigrateAsync();
        await MigrateAsync();
        Assert.Equal("wal", Scalar("PRAGMA journal_mode;"));
    }

    [Fact]
    public async Task Migrate_WithALockLeftBehind_DoesNotWaitForIt()
    {
        Directory.CreateDirectory(Path.Combine(folder, "new"));
        Scalar("CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2020-07-27');");
        await MigrateAsync();
        Assert.Equal(1L, Scalar("SELECT COUNT(*) FROM sqlite_master WHERE name = 'Observations';"));
    }

    [Fact]
    public async Task Migrate_WhileAnotherProcessDoes_SaysSo()
    {
        Directory.CreateDirectory(Path.Combine(folder, "new"));
        using var other = new FileStream(Path.Combine(folder, "new", "metrics.db.migrating"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        await Assert.ThrowsAsync<StateConflictException>(MigrateAsync);
    }

    [Fact]
    public async Task Context_OfSqlite_EnforcesForeignKeys()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);
        await Assert.ThrowsAsync<SqliteException>(() => world.Database.WriteAsync(
            async db =>
            {
                await world.Database.InsertAsync(db, [new Entities.DutyEntity { Week = 202030, Unit = "nowhere", Form = "items" }], CancellationToken.None);
                return true;
            },
            CancellationToken.None));
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(Options.ConnectionString)) SqliteConnection.ClearPool(connection);
        Directory.Delete(folder, recursive: true);
    }

    private async Task MigrateAsync()
    {
        await using var services = new ServiceCollection().AddMetricsStorage(Options).BuildServiceProvider();
        await MetricsStorage.MigrateAsync(services);
    }

    private object? Scalar(string sql)
    {
        using var connection = new SqliteConnection(Options.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
