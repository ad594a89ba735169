using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace MetricsDashboard.Storage;

public enum StorageProvider
{
    Sqlite,
    SqlServer,
}

public sealed record StorageOptions(StorageProvider Provider, string ConnectionString)
{
    private const int PatienceSeconds = 90;

    /// <summary>Reads Database:Provider and ConnectionStrings:Metrics; the embedded default is one SQLite file in the data directory.</summary>
    public static StorageOptions Read(IConfiguration configuration, string dataDirectory)
    {
        var provider = configuration["Database:Provider"] is { Length: > 0 } name
            ? Enum.TryParse<StorageProvider>(name, ignoreCase: true, out var known) && Enum.IsDefined(known)
                ? known
                : throw new InvalidOperationException($"配置 Database:Provider 的值“{name}”应为 Sqlite 或 SqlServer。")
            : StorageProvider.Sqlite;
        var connection = configuration.GetConnectionString("Metrics");
        if (!string.IsNullOrWhiteSpace(connection)) return new StorageOptions(provider, provider is StorageProvider.Sqlite ? Patient(connection) : connection);
        return provider is StorageProvider.Sqlite
            ? SqliteFile(Path.Combine(dataDirectory, "metrics.db"))
            : throw new InvalidOperationException("使用 SQL Server 时必须配置 ConnectionStrings:Metrics。");
    }

    /// <summary>The same database for reading alone: an embedded file is not touched, not even by a checkpoint when it is closed.</summary>
    public StorageOptions ReadOnly() => Provider is StorageProvider.Sqlite
        ? this with { ConnectionString = new SqliteConnectionStringBuilder(ConnectionString) { Mode = SqliteOpenMode.ReadOnly }.ToString() }
        : this;

    /// <summary>
    /// The same database for a look that changes no byte of an embedded database's directory: neither the file, nor its log, nor the log's
    /// index, and none of them appears. For moments only: a process that begins to write meanwhile is not noticed.
    /// </summary>
    public StorageOptions Untouched()
    {
        if (Provider is not StorageProvider.Sqlite) return this;
        var builder = new SqliteConnectionStringBuilder(ReadOnly().ConnectionString);
        var file = FilePath(builder.DataSource);
        // Without a log nobody has the file open, and a reader must not begin one; beside a log the reader keeps out of its index.
        if (!File.Exists(file + "-wal")) builder.DataSource = new Uri(file).AbsoluteUri + "?immutable=1";
        else if (File.Exists(file + "-shm")) builder.DataSource = new Uri(file).AbsoluteUri + "?readonly_shm=1";
        return this with { ConnectionString = builder.ToString() };
    }

    /// <summary>False where the embedded file was never created. Whether a server answers is seen when it is asked.</summary>
    public bool Exists() => Provider is not StorageProvider.Sqlite || File.Exists(FilePath(new SqliteConnectionStringBuilder(ConnectionString).DataSource));

    public static StorageOptions SqliteFile(string path) => new(StorageProvider.Sqlite, Patient(new SqliteConnectionStringBuilder { DataSource = path }.ToString()));

    /// <summary>Another process, a backup for instance, may hold the file for a minute; unless the setting says how long to wait for it.</summary>
    private static string Patient(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        if (!builder.ShouldSerialize("Default Timeout")) builder.DefaultTimeout = PatienceSeconds;
        return builder.ToString();
    }

    private static string FilePath(string source) =>
        source.StartsWith("file:", StringComparison.Ordinal) ? new Uri(source).LocalPath : Path.GetFullPath(source);
}
