using MetricsDashboard.Web.Commands;
using MetricsDashboard.Web.Tests.Browser;
using Microsoft.Data.Sqlite;

namespace MetricsDashboard.Web.Tests.Guarantees;

/// <summary>A copy of the prepared installation for one test alone, and the command line in it.</summary>
internal sealed class CopiedHouse : IDisposable
{
    private readonly TemporaryDirectory data = new();
    private readonly TemporaryDirectory files = new();

    private CopiedHouse(PreparedHouse prepared) => Prepared = prepared;

    public PreparedHouse Prepared { get; }

    public string DataDirectory => data.FullPath;

    public static async Task<CopiedHouse> CreateAsync()
    {
        var house = new CopiedHouse(await PreparedHouse.GetAsync());
        await house.Prepared.CopyToAsync(house.data);
        return house;
    }

    /// <summary>A file beside the installation, never in its data directory.</summary>
    public string File(string name) => files.File(name);

    public async Task<string> FileAsync(string name, byte[] bytes)
    {
        await System.IO.File.WriteAllBytesAsync(File(name), bytes);
        return File(name);
    }

    public Task<CommandResult> RunAsync(params string[] arguments) => MetricsProcess.RunAsync(DataDirectory, arguments);

    /// <summary>The same command line within this process, where a test needs many commands and no death of theirs.</summary>
    public async Task<CommandResult> RunInsideAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await CommandLine.RunAsync([.. arguments, $"--Metrics:DataDirectory={DataDirectory}"], output, errors);
        SqliteConnection.ClearAllPools();
        return new CommandResult(code, output.ToString(), errors.ToString());
    }

    public void Dispose()
    {
        data.Dispose();
        files.Dispose();
    }
}
