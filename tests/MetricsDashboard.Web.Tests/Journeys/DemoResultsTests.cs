using MetricsDashboard.Web.Tests.Browser;
using Microsoft.Data.Sqlite;

namespace MetricsDashboard.Web.Tests.Journeys;

/// <summary>The demonstration's results are what its observations say: computed a second time by others' hands, and again by the program.</summary>
[Collection(DemoCollection.Name)]
public sealed class DemoResultsTests(DemoServer demo)
{
    [Fact]
    public async Task ExportSnapshots_OfTheDemonstration_EqualsTheIndependentRecomputation()
    {
        using var files = new TemporaryDirectory();
        var observations = files.File("observations.csv");
        (await demo.RunAsync("export", "--what", "observations", "--output", observations)).Succeeded();
        var exported = (await demo.SnapshotsAsync()).Order(StringComparer.Ordinal).ToList();
        var weeks = exported.Select(line => line[..8]).Distinct().ToList();

        var seed = Path.Combine(MetricsProcess.Repository, "db", "seed");
        var recomputed = new IndependentRecomputation(seed, observations, demonstration: true).Lines(weeks).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(13, weeks.Count);
        Assert.Empty(exported.Except(recomputed).Take(10).Concat(recomputed.Except(exported).Take(10)));
        Assert.Equal(recomputed.Count, exported.Count);
    }

    [Fact]
    public async Task RecomputeCheck_OfTheDemonstration_FindsNoDifference() =>
        Assert.Equal(0, (await demo.RunAsync("recompute", "--check")).ExitCode);

    [Fact]
    public async Task Recompute_AfterAllSnapshotsWereDeleted_ExportsTheSameBytes()
    {
        using var copy = demo.Copy();
        var before = await ExportAsync(copy, "before.csv");
        await DeleteSnapshotsAsync(copy.File("metrics.db"));
        Assert.Equal(1, (await MetricsProcess.RunAsync(copy.FullPath, "recompute", "--check")).ExitCode);

        (await MetricsProcess.RunAsync(copy.FullPath, "recompute")).Succeeded();

        Assert.Equal(before, await ExportAsync(copy, "after.csv"));
    }

    private static async Task<byte[]> ExportAsync(TemporaryDirectory data, string name)
    {
        (await MetricsProcess.RunAsync(data.FullPath, "export", "--what", "snapshots", "--output", data.File(name))).Succeeded();
        return await File.ReadAllBytesAsync(data.File(name));
    }

    private static async Task DeleteSnapshotsAsync(string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        await using var delete = connection.CreateCommand();
        delete.CommandText = "DELETE FROM Snapshots";
        Assert.True(await delete.ExecuteNonQueryAsync() > 20_000);
    }
}
