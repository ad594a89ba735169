using System.Reflection;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Testcontainers.MsSql;
using Xunit.Sdk;

namespace MetricsDashboard.Storage.Tests.Worlds;

/// <summary>Runs a theory on the embedded database, always.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StorageProvider.Sqlite]];
}

/// <summary>Runs a theory on SQL Server where METRICS_TEST_SQLSERVER names one or Docker is there; elsewhere it shows as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqlServerAttribute : DataAttribute
{
    public OnSqlServerAttribute()
    {
        if (!SqlServers.IsThere) Skip = "SQL Server: neither METRICS_TEST_SQLSERVER nor Docker is there.";
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StorageProvider.SqlServer]];
}

internal static class SqlServers
{
    private static readonly Lazy<Task<string>> Container = new(async () =>
    {
        var container = new MsSqlBuilder("mcr.microsoft.com/mssql/server:2022-latest").Build();
        await container.StartAsync();
        return container.GetConnectionString();
    });

    private static string? Given => Environment.GetEnvironmentVariable("METRICS_TEST_SQLSERVER") is { Length: > 0 } text ? text : null;

    public static bool IsThere => Given is not null || File.Exists("/var/run/docker.sock") || Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 };

    /// <summary>A new, empty database on the server.</summary>
    public static async Task<string> CreateDatabaseAsync()
    {
        var server = new SqlConnectionStringBuilder(Given ?? await Container.Value) { TrustServerCertificate = true };
        var name = $"metrics_test_{Guid.NewGuid():N}";
        await ExecuteAsync(server.ConnectionString, $"CREATE DATABASE [{name}]; ALTER DATABASE [{name}] SET ALLOW_SNAPSHOT_ISOLATION ON;");
        return new SqlConnectionStringBuilder(server.ConnectionString) { InitialCatalog = name }.ConnectionString;
    }

    public static async Task DropDatabaseAsync(string connectionString)
    {
        var database = new SqlConnectionStringBuilder(connectionString);
        var name = database.InitialCatalog;
        SqlConnection.ClearAllPools();
        await ExecuteAsync(new SqlConnectionStringBuilder(connectionString) { InitialCatalog = "master" }.ConnectionString, $"DROP DATABASE [{name}];");
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new SqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A database of its own for a test.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(CreateTemplateAsync);
    private readonly string? folder;

    private TestDatabase(StorageOptions options, string? folder)
    {
        Options = options;
        this.folder = folder;
    }

    public StorageOptions Options { get; }

    public static async Task<TestDatabase> CreateAsync(StorageProvider provider)
    {
        if (provider is StorageProvider.SqlServer)
        {
            var server = new TestDatabase(new StorageOptions(provider, await SqlServers.CreateDatabaseAsync()), null);
            await MigrateAsync(server.Options);
            return server;
        }

        var template = await Template.Value;
        var folder = Directory.CreateTempSubdirectory("metrics-storage-").FullName;
        var file = Path.Combine(folder, "metrics.db");
        File.Copy(template, file);
        return new TestDatabase(StorageOptions.SqliteFile(file), folder);
    }

    /// <summary>Migrated once; a test on SQLite starts from a copy.</summary>
    private static async Task<string> CreateTemplateAsync()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("metrics-storage-template-").FullName, "metrics.db");
        var options = StorageOptions.SqliteFile(file);
        await MigrateAsync(options);
        using (var connection = new SqliteConnection(options.ConnectionString)) SqliteConnection.ClearPool(connection);
        return file;
    }

    private static async Task MigrateAsync(StorageOptions options)
    {
        await using var services = new ServiceCollection().AddMetricsStorage(options).BuildServiceProvider();
        await MetricsStorage.MigrateAsync(services);
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is null)
        {
            await SqlServers.DropDatabaseAsync(Options.ConnectionString);
            return;
        }

        using (var connection = new SqliteConnection(Options.ConnectionString)) SqliteConnection.ClearPool(connection);
        Directory.Delete(folder, recursive: true);
    }
}
