using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MetricsDashboard.Storage.Data;

/// <summary>
/// Settings of SQLite that belong to a connection: wait for another process's write instead of failing at once, and keep up to 16 MB of pages, where
/// 2 MB would read those of hundreds of thousands of cases again and again.
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA busy_timeout = 90000; PRAGMA cache_size = -16384; PRAGMA foreign_keys = ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
