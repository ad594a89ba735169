using MetricsDashboard.Web.Tests.Browser;

namespace MetricsDashboard.Web.Tests.Journeys;

/// <summary>
/// The demonstration in the middle of its open week, to be changed at will: everybody but two counties has sent, and nothing is
/// reviewed. The second county has a reporter of its own.
/// </summary>
public sealed class OpenWeek(DemoServer demo) : IAsyncLifetime
{
    public const string SecondReporter = "yexian";
    public const string SecondCounty = "410422";
    private const string FirstCounty = "410421";
    private const string LastWeek = "2020-W39";
    private const string ThisWeek = "2020-W40";

    private TemporaryDirectory city = null!;
    private ServerProcess server = null!;
    private SharedBrowser browser = null!;

    /// <summary>Of the second county's reporter.</summary>
    public string OneTimePassword { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var launching = SharedBrowser.LaunchAsync();
        city = demo.Copy();
        await File.WriteAllLinesAsync(city.File("week.csv"), await SentAsync());
        (await MetricsProcess.RunAsync(city.FullPath, "import", city.File("week.csv"), "--as", "demo-collector")).Succeeded();
        OneTimePassword = (await MetricsProcess.RunAsync(city.FullPath, "user", "add", SecondReporter, "--role", "CountyReporter", "--unit", SecondCounty)).Succeeded().Output.Trim();
        server = await ServerProcess.StartAsync(city.FullPath, ["serve", "--urls", "http://127.0.0.1:0"]);
        browser = await launching;
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        await server.DisposeAsync();
        city.Dispose();
    }

    internal Task<Visitor> VisitAsync(int width = 1440, bool dark = false) => browser.VisitAsync(server.Address, width, dark);

    /// <summary>What a unit reported last week.</summary>
    public static async Task<long> LastAsync(string unit, string element)
    {
        var line = (await LastWeekAsync()).Single(line => line.StartsWith($"{unit},{LastWeek},{element},", StringComparison.Ordinal));
        return long.Parse(line.Split(',')[3], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Last week's figures again as this week's; without those of the two counties and their townships.</summary>
    private static async Task<IEnumerable<string>> SentAsync() =>
        (await LastWeekAsync()).Where(line => !line.StartsWith(FirstCounty, StringComparison.Ordinal) && !line.StartsWith(SecondCounty, StringComparison.Ordinal))
        .Select(line => line.Replace($",{LastWeek},", $",{ThisWeek},", StringComparison.Ordinal));

    private static Task<string[]> LastWeekAsync() => File.ReadAllLinesAsync(Path.Combine(MetricsProcess.Repository, "db", "samples", "demo", LastWeek + ".csv"));
}
