using System.Diagnostics;
using System.Text.RegularExpressions;
using MetricsDashboard.Benchmarks;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Web.Tests.Browser;
using Xunit.Abstractions;

namespace MetricsDashboard.Web.Tests.Guarantees;

/// <summary>
/// SIGKILL in the middle of an import, then a new start: all or nothing, then finished. The kill comes after a random share of the time
/// that an undisturbed import takes from the moment at which it says that it has the file.
/// </summary>
public sealed partial class KilledImportTests(ITestOutputHelper output) : IDisposable
{
    private const int Seed = 20200927;
    private const string Sender = "collector";

    /// <summary>30,000 values in 250 forms.</summary>
    private static readonly SyntheticCity City = new(Counties: 50, Townships: 26, Forms: 4, Elements: 20);

    // Far ahead, so that the calendar's own jobs have nothing to open or close.
    private static readonly ReportingWeek Week = new(2090, 10);

    private readonly TemporaryDirectory files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public Task Import_KilledAtThreeMoments_IsFinishedByTheNextStart() => KillAsync(3);

    [Fact]
    [Trait("Category", "Long")]
    public Task Import_KilledAtTwentyMoments_IsFinishedByTheNextStart() => KillAsync(20);

    private async Task KillAsync(int moments)
    {
        await PrepareAsync();
        var (whole, sum) = await MeasureAsync();
        var random = new Random(Seed);
        output.WriteLine($"seed {Seed}, an undisturbed import takes {whole.TotalMilliseconds:0} ms");
        for (var i = 0; i < moments; i++)
        {
            using var data = new TemporaryDirectory();
            File.Copy(files.File("prepared.db"), data.File(PreparedHouse.Database));
            var share = random.NextDouble();

            var (upload, _) = await ImportAsync(data.FullPath, whole * share);
            var (submissions, values) = (StoredState.Count(data.FullPath, "Submissions"), StoredState.Count(data.FullPath, "SubmissionValues"));
            output.WriteLine($"killed after {share:P0}: {submissions} submissions, {values} values");
            Assert.Contains((submissions, values), new[] { (0L, 0L), (City.Submissions, City.Rows) });

            await using (var server = await ServerProcess.StartAsync(data.FullPath, ["serve", "--urls", "http://127.0.0.1:0"], Settings()))
            {
                if (submissions == 0) Assert.EndsWith("Stored", await server.LineAsync($"{upload} processed: "), StringComparison.Ordinal);
            }

            Assert.Equal(sum, Sum(data.FullPath));
            Assert.Equal((City.Submissions, City.Rows), (StoredState.Count(data.FullPath, "Submissions"), StoredState.Count(data.FullPath, "SubmissionValues")));
            Assert.Equal(City.Submissions, StoredState.Number(data.FullPath, "SELECT COUNT(*) FROM Duties WHERE Round = 1"));
            Assert.Equal(1, StoredState.Number(data.FullPath, "SELECT COUNT(*) FROM Uploads WHERE Outcome LIKE '%\"Stored\"%'"));
        }
    }

    private async Task PrepareAsync()
    {
        City.WriteCatalogue(files.File("seed"));
        await File.WriteAllBytesAsync(files.File("本周.csv"), City.Figures(Week, Seed));
        using var data = new TemporaryDirectory();
        using var process = Process.Start(MetricsProcess.Info(data.FullPath, ["user", "add", Sender, "--role", "CityReviewer"], Settings()))!;
        process.StandardInput.Close();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, errors);
        File.Copy(data.File(PreparedHouse.Database), files.File("prepared.db"));
    }

    /// <summary>How long an undisturbed import takes from the line that says that it has the file, and what it leaves.</summary>
    private async Task<(TimeSpan Duration, long Sum)> MeasureAsync()
    {
        using var data = new TemporaryDirectory();
        File.Copy(files.File("prepared.db"), data.File(PreparedHouse.Database));
        var (_, duration) = await ImportAsync(data.FullPath, moment: null);
        Assert.Equal(City.Rows, StoredState.Count(data.FullPath, "SubmissionValues"));
        return (duration, Sum(data.FullPath));
    }

    private async Task<(string Upload, TimeSpan Duration)> ImportAsync(string directory, TimeSpan? moment)
    {
        using var process = Process.Start(MetricsProcess.Info(directory, ["import", files.File("本周.csv"), "--as", Sender], Settings()))!;
        process.StandardInput.Close();
        var said = await process.StandardError.ReadLineAsync();
        var watch = Stopwatch.StartNew();
        Assert.True(said is not null && Number().IsMatch(said), said + await ErrorsAsync(process));
        using var timer = new CancellationTokenSource(moment ?? TimeSpan.FromMinutes(3));
        try
        {
            await process.WaitForExitAsync(timer.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        return (Number().Match(said!).Value, watch.Elapsed);
    }

    private static async Task<string> ErrorsAsync(Process process) => process.HasExited ? await process.StandardError.ReadToEndAsync() : "";

    private Dictionary<string, string> Settings() => new() { ["METRICS__SEEDDIRECTORY"] = files.File("seed"), ["METRICS__FIRSTWEEK"] = Week.ToString() };

    private static long Sum(string directory) => StoredState.Number(directory, "SELECT SUM(Value) FROM SubmissionValues");

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Number();
}
