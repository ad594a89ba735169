using BenchmarkDotNet.Attributes;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Formats;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MetricsDashboard.Benchmarks;

/// <summary>
/// Importing a long CSV of 100,000 rows the way the program does it (kept in the queue, claimed, read, checked, stored), against the
/// floor below which nobody gets: the same reader, then prepared inserts of its rows into a bare table in one transaction, nothing else.
/// Every iteration begins with a fresh copy of an installation whose week is open.
/// </summary>
[MemoryDiagnoser]
public class ImportBenchmark
{
    private const string BareTable = "CREATE TABLE Bare (SubmissionId TEXT NOT NULL, Element TEXT NOT NULL, Unit TEXT NOT NULL, Value INTEGER, RawText TEXT NOT NULL, Sheet TEXT, Cell TEXT)";
    private const string BareInsert = "INSERT INTO Bare VALUES (@submission, @element, @unit, @value, @text, @sheet, @cell)";
    private static readonly SyntheticCity City = SyntheticCity.HundredThousand;
    private static readonly ReportingWeek Week = new(2090, 10);
    private static readonly Actor Sender = new("collector", Role.CityReviewer);
    private readonly string directory = Directory.CreateTempSubdirectory("metrics-benchmark-").FullName;
    private byte[] prepared = [];
    private byte[] file = [];
    private Catalogue catalogue = null!;
    private Microsoft.Extensions.Hosting.IHost host = null!;
    private AsyncServiceScope scope;
    private DateTimeOffset now;

    [GlobalSetup]
    public async Task PrepareAsync()
    {
        City.WriteCatalogue(Path.Combine(directory, "seed"));
        file = City.Figures(Week, seed: 1);
        Open();
        await scope.ServiceProvider.GetRequiredService<FirstStart>().RunAsync(demonstration: false, new Progress<string>(), default);
        catalogue = scope.ServiceProvider.GetRequiredService<Installed>().Catalogue;
        now = scope.ServiceProvider.GetRequiredService<BusinessClock>().RealNow;
        await CloseAsync();
        prepared = await File.ReadAllBytesAsync(Database);
    }

    [IterationSetup(Target = nameof(ReceiveAsync))]
    public void OpenCopy()
    {
        DeleteDatabase();
        File.WriteAllBytes(Database, prepared);
        Open();
        scope.ServiceProvider.GetRequiredService<CatalogueStore>().FindAsync(Actor.System).GetAwaiter().GetResult();
    }

    [IterationCleanup(Target = nameof(ReceiveAsync))]
    public void CloseCopy() => CloseAsync().GetAwaiter().GetResult();

    [IterationSetup(Target = nameof(Floor))]
    public void OpenBare()
    {
        DeleteDatabase();
        using var connection = Connect();
        Execute(connection, "PRAGMA journal_mode = WAL");
        Execute(connection, BareTable);
    }

    [GlobalCleanup]
    public void Clean()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
    }

    /// <summary>The same reader, prepared inserts, one transaction.</summary>
    [Benchmark(Baseline = true)]
    public int Floor()
    {
        var content = IntakeReader.Read(file, "本周.csv", catalogue, new IntakeRequest(Sender));
        using var connection = Connect();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = BareInsert;
        var parameters = new[] { "@submission", "@element", "@unit", "@value", "@text", "@sheet", "@cell" }.Select(name => command.Parameters.Add(new SqliteParameter(name, DBNull.Value))).ToList();
        command.Prepare();
        var submission = Guid.CreateVersion7(now);
        foreach (var entry in content.Entries)
        {
            parameters[0].Value = submission;
            parameters[1].Value = entry.Element;
            parameters[2].Value = entry.Unit;
            parameters[3].Value = long.Parse(entry.Text, System.Globalization.CultureInfo.InvariantCulture);
            parameters[4].Value = entry.Text;
            parameters[5].Value = DBNull.Value;
            parameters[6].Value = entry.Place.Cell;
            command.ExecuteNonQuery();
        }

        transaction.Commit();
        return content.Entries.Count == City.Rows ? content.Entries.Count : throw new InvalidOperationException("The floor has not stored every row.");
    }

    /// <summary>What an upload goes through.</summary>
    [Benchmark]
    public async Task<int> ReceiveAsync()
    {
        var receive = scope.ServiceProvider.GetRequiredService<Receive>();
        var id = await receive.TakeInAsync(Sender, new NewUpload("本周.csv", file, null, null, null, UploadChannel.CommandLine), now, default);
        var outcome = await receive.ProcessAsync(id, now, default);
        return outcome is { Status: IntakeStatus.Stored } && outcome.Counts.Created == City.Rows ? outcome.Counts.Created : throw new InvalidOperationException("The import has not stored every row.");
    }

    private string Database => Path.Combine(directory, "metrics.db");

    private void Open()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Metrics:DataDirectory"] = directory,
            ["Metrics:FirstWeek"] = Week.ToString(),
            ["Metrics:SeedDirectory"] = Path.Combine(directory, "seed"),
        });
        builder.Services.AddMetrics(builder.Configuration);
        host = builder.Build();
        scope = host.Services.CreateAsyncScope();
    }

    private async Task CloseAsync()
    {
        await scope.DisposeAsync();
        host.Dispose();
        SqliteConnection.ClearAllPools();
    }

    private void DeleteDatabase()
    {
        foreach (var path in Directory.EnumerateFiles(directory, "metrics.db*")) File.Delete(path);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
