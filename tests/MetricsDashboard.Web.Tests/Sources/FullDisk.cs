using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MetricsDashboard.Web.Tests.Sources;

/// <summary>Lets a database file grow by so many pages and no further: SQLite itself then says that the disk is full.</summary>
internal sealed class FullDisk : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const long Unlimited = 4_294_967_294;
    private readonly string file;
    private readonly List<IDisposable> subscriptions = [];
    private long most = Unlimited;

    public FullDisk(string file)
    {
        this.file = file;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public void LeavePages(int pages)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA page_count";
        most = (long)command.ExecuteScalar()! + pages;
    }

    public void MakeRoom() => most = Unlimited;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != RelationalEventId.ConnectionOpened.Name || value.Value is not ConnectionEndEventData { Connection: SqliteConnection connection } || connection.DataSource != file) return;
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA max_page_count = {most}";
        command.ExecuteNonQuery();
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
}
