using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace MetricsDashboard.Web.Tests.Browser;

/// <summary>The program itself as its own process, with a data directory of its own: what a user starts, and what a test may kill.</summary>
internal static class MetricsProcess
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "MetricsDashboard.Web.dll");

    /// <summary>The root of the repository, where the README's commands are given.</summary>
    public static string Repository { get; } = typeof(MetricsProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static ProcessStartInfo Info(string dataDirectory, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings = null)
    {
        var info = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = dataDirectory,
        };
        info.ArgumentList.Add(Program);
        foreach (var argument in arguments) info.ArgumentList.Add(argument);
        info.Environment["METRICS__DATADIRECTORY"] = dataDirectory;
        info.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        info.Environment.Remove("DOTNET_ENVIRONMENT");
        foreach (var (name, value) in settings ?? new Dictionary<string, string>()) info.Environment[name] = value;
        return info;
    }

    /// <summary>Runs a verb of the command line to its end.</summary>
    public static Task<CommandResult> RunAsync(string dataDirectory, params string[] arguments) => RunAsync(dataDirectory, arguments, settings: null);

    /// <summary>Runs a verb of the command line with settings to its end.</summary>
    public static async Task<CommandResult> RunAsync(string dataDirectory, string[] arguments, IReadOnlyDictionary<string, string>? settings)
    {
        using var process = Process.Start(Info(dataDirectory, arguments, settings))!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandResult(process.ExitCode, await output, await errors);
    }
}

/// <summary>How a command ended.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit {ExitCode}\n{Output}\n{Errors}");
        return this;
    }
}
