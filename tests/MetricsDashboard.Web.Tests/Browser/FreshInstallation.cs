namespace MetricsDashboard.Web.Tests.Browser;

/// <summary>An installation from an empty directory, without --demo: what an office begins with.</summary>
internal sealed class FreshInstallation(IReadOnlyDictionary<string, string>? settings = null) : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public string Folder => directory.FullPath;

    public string Database => directory.File("metrics.db");

    public Task<ServerProcess> ServeAsync(params (string Name, string Value)[] more)
    {
        var all = new Dictionary<string, string>(settings ?? new Dictionary<string, string>());
        foreach (var (name, value) in more) all[name] = value;
        return ServerProcess.StartAsync(Folder, ["serve", "--urls", "http://127.0.0.1:0"], all);
    }

    /// <summary>A verb of the command line.</summary>
    public Task<CommandResult> RunAsync(params string[] arguments) => MetricsProcess.RunAsync(Folder, arguments, settings);

    /// <summary>Adds an account and returns its one-time password.</summary>
    public async Task<string> AddUserAsync(string name, string role, string? unit = null)
    {
        string[] scope = unit is null ? [] : ["--unit", unit];
        return (await RunAsync(["user", "add", name, "--role", role, .. scope])).Succeeded().Output.Trim();
    }

    public void Dispose() => directory.Dispose();
}
