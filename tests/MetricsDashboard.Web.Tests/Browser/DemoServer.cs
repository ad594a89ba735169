using System.Net.Http.Headers;

namespace MetricsDashboard.Web.Tests.Browser;

/// <summary>The demonstration, filled once by the program itself, served to every test that looks at it.</summary>
public sealed class DemoServer : IAsyncLifetime, IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly TemporaryDirectory filled = new();
    private ServerProcess? server;
    private SharedBrowser? browser;
    private string? token;
    private string[]? snapshots;

    internal Uri Address => server!.Address;

    public async Task InitializeAsync()
    {
        var launching = SharedBrowser.LaunchAsync();
        (await RunAsync("migrate", "--demo")).Succeeded();
        File.Copy(directory.File("metrics.db"), filled.File("metrics.db"));
        server = await ServerProcess.StartAsync(directory.FullPath, ["serve", "--urls", "http://127.0.0.1:0"]);
        browser = await launching;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        if (server is not null) await server.DisposeAsync();
    }

    public void Dispose()
    {
        directory.Dispose();
        filled.Dispose();
    }

    internal Task<Visitor> VisitAsync(int width = 1440, bool dark = false) => browser!.VisitAsync(Address, width, dark);

    /// <summary>A verb of the command line beside the running server.</summary>
    internal Task<CommandResult> RunAsync(params string[] arguments) => MetricsProcess.RunAsync(directory.FullPath, arguments);

    /// <summary>The demonstration as it was filled, for a test that changes it.</summary>
    internal TemporaryDirectory Copy()
    {
        var copy = new TemporaryDirectory();
        File.Copy(filled.File("metrics.db"), copy.File("metrics.db"));
        return copy;
    }

    /// <summary>The lines of export --what snapshots, without the heading.</summary>
    internal async Task<string[]> SnapshotsAsync()
    {
        if (snapshots is not null) return snapshots;
        using var files = new TemporaryDirectory();
        (await RunAsync("export", "--what", "snapshots", "--output", files.File("snapshots.csv"))).Succeeded();
        var lines = await File.ReadAllLinesAsync(files.File("snapshots.csv"));
        Assert.Equal("week,unit,indicator,numerator,denominator,value,reported,carried,expected,rank,light", lines[0]);
        return snapshots = lines[1..];
    }

    /// <summary>The interface, by a token that may read everything.</summary>
    internal async Task<HttpClient> ApiAsync()
    {
        token ??= (await RunAsync("token", "add", "reader", "--role", "Leader")).Succeeded().Output.Trim();
        var client = new HttpClient { BaseAddress = new Uri(Address, "api/v1/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}

/// <summary>Tests of the demonstration share its server and its browser.</summary>
[CollectionDefinition(Name)]
public sealed class DemoCollection : ICollectionFixture<DemoServer>
{
    public const string Name = "demonstration";
}
