using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MetricsDashboard.Web.Tests.Sources;

/// <summary>Does something after a database was given a command, in the middle of what the program is doing.</summary>
internal sealed class WatchedCommands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string file;
    private readonly string beginning;
    private readonly Action then;
    private readonly List<IDisposable> subscriptions = [];

    public WatchedCommands(string file, string beginning, Action then)
    {
        (this.file, this.beginning, this.then) = (file, beginning, then);
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != RelationalEventId.CommandExecuted.Name || value.Value is not CommandExecutedEventData { Command: { } command }) return;
        if (command.Connection?.DataSource == file && command.CommandText.Contains(beginning, StringComparison.Ordinal)) then();
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
}
