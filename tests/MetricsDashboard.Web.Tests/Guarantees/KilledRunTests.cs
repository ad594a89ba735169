using System.Diagnostics;
using System.Globalization;
using System.Text;
using MetricsDashboard.Web.Tests.Browser;
using MetricsDashboard.Web.Tests.Sources;
using Xunit.Abstractions;

namespace MetricsDashboard.Web.Tests.Guarantees;

/// <summary>
/// SIGKILL in the middle of a run that takes in a file of cases, then a new start: the folder's file is taken again without anybody's doing, and
/// what stands in the database is what an undisturbed run leaves.
/// </summary>
public sealed class KilledRunTests(ITestOutputHelper output) : IDisposable
{
    private const int Seed = 20200928;
    private const int Cases = 15_000;
    private const string FileName = "办件 数据.csv";

    /// <summary>Whatever a case is, but not which run brought it.</summary>
    private const string State = """
        SELECT COUNT(*) + SUM(LENGTH(CaseNo || Version || Unit || Status || IFNULL(Card, '') || IFNULL(CompletedAt, '') || ValidFrom || IFNULL(EndedAt, ''))) * 31
            + SUM(Version) * 7 + SUM(UNICODE(SUBSTR(IFNULL(Card, '-'), 1)) * CAST(SUBSTR(CaseNo, 5) AS INTEGER)) FROM
        """;

    private readonly TemporaryDirectory files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public Task Run_KilledAtThreeMoments_IsTheSameAfterTheNextStart() => KillAsync(3);

    [Fact]
    [Trait("Category", "Long")]
    public Task Run_KilledAtFiftyMoments_IsTheSameAfterTheNextStart() => KillAsync(50);

    private async Task KillAsync(int moments)
    {
        await PrepareAsync();
        var (whole, expected) = await MeasureAsync();
        var random = new Random(Seed);
        output.WriteLine($"seed {Seed}, an undisturbed run takes {whole.TotalMilliseconds:0} ms");
        for (var i = 0; i < moments; i++)
        {
            using var data = Copy();
            var share = random.NextDouble();
            await using (var server = await StartAsync(data))
            {
                await server.LineAsync(" begins");
                using var timer = new CancellationTokenSource(whole * share);
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.ExitedAsync(timer.Token));
                await server.KillAsync();
            }

            output.WriteLine($"killed after {share:P0}: {StoredState.Count(data.FullPath, "Cases")} cases");
            await using (var server = await StartAsync(data))
            {
                if (File.Exists(Path.Combine(data.FullPath, "in", FileName))) await server.LineAsync(": Done");
            }

            Assert.Equal(expected, Stored(data));
            Assert.Equal(0, StoredState.Number(data.FullPath, "SELECT COUNT(*) FROM Runs WHERE State = 'Running'"));
        }
    }

    private async Task PrepareAsync()
    {
        using var data = new TemporaryDirectory();
        (await MetricsProcess.RunAsync(data.FullPath, "user", "add", "admin2", "--role", "Administrator")).Succeeded();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={data.File(PreparedHouse.Database)};Pooling=false"))
        {
            connection.Open();
            using var insert = connection.CreateCommand();
            insert.CommandText = """
                INSERT INTO IntakeSources (Id, Name, Kind, Enabled, Schedule, Settings, CreatedBy, CreatedAt, Version, ChangedVersion, Failures)
                VALUES ('01900000-0000-7000-8000-000000000001', '投递文件夹', 'drop-folder', 1, '*/5', '{"values":{"folder":"@folder","quietSeconds":"0"},"fields":{}}', 'admin2', '2020-09-01 00:00:00', 1, 1, 0)
                """;
            insert.ExecuteNonQuery();
        }

        File.Copy(data.File(PreparedHouse.Database), files.File("prepared.db"));
        var rows = CaseHistories.Rows(Cases, Seed).Select(row => string.Join(',', row.Texts)).Prepend(string.Join(',', Domain.Cases.CaseRow.Columns));
        await File.WriteAllTextAsync(files.File(FileName), string.Join('\n', rows) + "\n", Encoding.UTF8);
    }

    /// <summary>A house of its own with the file in its folder, written an hour ago.</summary>
    private TemporaryDirectory Copy()
    {
        var data = new TemporaryDirectory();
        var folder = Directory.CreateDirectory(data.File("in")).FullName;
        File.Copy(files.File("prepared.db"), data.File(PreparedHouse.Database));
        File.Copy(files.File(FileName), Path.Combine(folder, FileName));
        File.SetLastWriteTimeUtc(Path.Combine(folder, FileName), new DateTime(2020, 9, 1, 0, 0, 0, DateTimeKind.Utc));
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={data.File(PreparedHouse.Database)};Pooling=false");
        connection.Open();
        using var update = connection.CreateCommand();
        update.CommandText = "UPDATE IntakeSources SET Settings = REPLACE(Settings, '@folder', $folder)";
        update.Parameters.AddWithValue("$folder", folder);
        update.ExecuteNonQuery();
        return data;
    }

    private async Task<(TimeSpan Duration, string State)> MeasureAsync()
    {
        using var data = Copy();
        await using var server = await StartAsync(data);
        await server.LineAsync(" begins");
        var watch = Stopwatch.StartNew();
        await server.LineAsync(": Done");
        var duration = watch.Elapsed;
        await server.KillAsync();
        return (duration, Stored(data));
    }

    private static Task<ServerProcess> StartAsync(TemporaryDirectory data) => ServerProcess.StartAsync(data.FullPath, ["serve", "--urls", "http://127.0.0.1:0"]);

    private static string Stored(TemporaryDirectory data) => string.Create(
        CultureInfo.InvariantCulture, $"{StoredState.Number(data.FullPath, $"{State} Cases")} {StoredState.Number(data.FullPath, $"{State.Replace("EndedAt", "ValidUntil", StringComparison.Ordinal)} CasePast")} {StoredState.Count(data.FullPath, "CaseItems")}");
}
