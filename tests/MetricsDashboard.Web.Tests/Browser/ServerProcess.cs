using System.Collections.Concurrent;
using System.Diagnostics;

namespace MetricsDashboard.Web.Tests.Browser;

/// <summary>A running server. It is up when it says so on its own console, and it ends with the test.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly ConcurrentQueue<(string Mark, TaskCompletionSource<string> Said)> waiting = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process) => this.process = process;

    public Uri Address { get; private set; } = null!;

    public string Console => string.Join('\n', lines);

    public static async Task<ServerProcess> StartAsync(string dataDirectory, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings = null)
    {
        var process = new Process { StartInfo = MetricsProcess.Info(dataDirectory, arguments, settings), EnableRaisingEvents = true };
        var server = new ServerProcess(process);
        process.OutputDataReceived += (_, line) => server.Take(line.Data);
        process.ErrorDataReceived += (_, line) => server.Take(line.Data);
        process.Exited += (_, _) => server.listening.TrySetException(new InvalidOperationException("The server ended before it listened:\n" + server.Console));
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        server.Address = await server.listening.Task.WaitAsync(TimeSpan.FromMinutes(3));
        return server;
    }

    /// <summary>Waits until the console says something.</summary>
    public async Task<string> LineAsync(string mark)
    {
        var said = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Enqueue((mark, said));
        foreach (var line in lines.Where(line => line.Contains(mark, StringComparison.Ordinal))) said.TrySetResult(line);
        return await said.Task.WaitAsync(TimeSpan.FromMinutes(3));
    }

    /// <summary>Ends when the server does, or when the token says so.</summary>
    public Task ExitedAsync(CancellationToken cancellationToken) => process.WaitForExitAsync(cancellationToken);

    /// <summary>SIGKILL: no goodbye, no flush.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null) return;
        lines.Enqueue(line);
        foreach (var (_, said) in waiting.Where(entry => line.Contains(entry.Mark, StringComparison.Ordinal))) said.TrySetResult(line);
        const string mark = "Now listening on: ";
        var at = line.IndexOf(mark, StringComparison.Ordinal);
        if (at >= 0) listening.TrySetResult(new Uri(line[(at + mark.Length)..].Trim().Trim('"')));
    }
}
