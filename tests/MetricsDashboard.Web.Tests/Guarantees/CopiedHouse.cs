using MetricsDashboard.Web.Tests.Browser;

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

    /// <summary>The prefilled workbook of the county, as the command line writes it.</summary>
    public async Task<FilledWorkbook> WorkbookAsync()
    {
        var path = File("空表.xlsx");
        (await RunAsync("export", "--what", "form", "--week", $"{PreparedHouse.ThisWeek}", "--unit", PreparedHouse.County, "--output", path)).Succeeded();
        return new FilledWorkbook(await System.IO.File.ReadAllBytesAsync(path));
    }

    public void Dispose()
    {
        data.Dispose();
        files.Dispose();
    }
}
