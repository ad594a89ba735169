using System.Diagnostics;
using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Ingestion.Formats.Cases;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MetricsDashboard.Benchmarks;

/// <summary>
/// Half a million cases from CSV and XLSX, each run in a process of its own with 300 MB of heap, against the floor: the same reader, then prepared
/// inserts of its texts into a bare table in one transaction. Prints ratios; nothing is judged here.
/// </summary>
internal static class CasesLoad
{
    public const string Name = "cases";
    private const string HeapLimit = "0x12C00000";
    private const int Repetitions = 3;

    public static async Task RunAsync(string[] arguments)
    {
        if (arguments is ["floor", var floorFile]) Console.WriteLine(Seconds(Floor(floorFile)));
        else if (arguments is ["take", var file]) Console.WriteLine(Seconds(await TakeAsync(file)));
        else await CompareAsync(arguments is [var rows] ? int.Parse(rows, CultureInfo.InvariantCulture) : 500_000);
    }

    private static async Task CompareAsync(int rows)
    {
        var directory = Directory.CreateTempSubdirectory("metrics-cases-");
        try
        {
            foreach (var kind in new[] { "csv", "xlsx" })
            {
                var (small, large) = (Path.Combine(directory.FullName, $"small.{kind}"), Path.Combine(directory.FullName, $"large.{kind}"));
                Write(small, rows / 10);
                Write(large, rows);
                var (floors, takes, smalls) = (new List<double>(), new List<double>(), new List<double>());
                for (var i = 0; i < Repetitions; i++)
                {
                    floors.Add(await ChildAsync("floor", large));
                    takes.Add(await ChildAsync("take", large));
                    smalls.Add(await ChildAsync("take", small));
                }

                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{rows} cases from {kind}: floor {floors.Min():0.00} s, taken in {takes.Min():0.00} s, ratio {takes.Min() / floors.Min():0.00}; a tenth in {smalls.Min():0.00} s, growth {takes.Min() / smalls.Min():0.0}-fold"));
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task<double> ChildAsync(string what, string file)
    {
        var info = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(info.FileName) == "dotnet") info.ArgumentList.Add(typeof(CasesLoad).Assembly.Location);
        foreach (var argument in new[] { Name, what, file }) info.ArgumentList.Add(argument);
        info.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        using var process = Process.Start(info)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? double.Parse(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1], CultureInfo.InvariantCulture) : throw new InvalidOperationException($"{what} of {file} ended with {process.ExitCode}: {output}");
    }

    private static TimeSpan Floor(string file)
    {
        var directory = Directory.CreateTempSubdirectory("metrics-floor-");
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(directory.FullName, "bare.db"), Pooling = false }.ToString());
        connection.Open();
        Execute(connection, $"PRAGMA journal_mode = WAL; CREATE TABLE Bare ({string.Join(", ", CaseRow.Columns.Select(column => column + " TEXT"))})");
        var watch = Stopwatch.StartNew();
        using (var transaction = connection.BeginTransaction())
        using (var command = connection.CreateCommand())
        using (var stream = File.OpenRead(file))
        {
            command.Transaction = transaction;
            command.CommandText = $"INSERT INTO Bare VALUES ({string.Join(", ", CaseRow.Columns.Select(column => "@" + column))})";
            var parameters = CaseRow.Columns.Select(column => command.Parameters.Add(new SqliteParameter("@" + column, ""))).ToList();
            command.Prepare();
            foreach (var entry in CaseFiles.Read(stream, new CaseLayout()))
            {
                var texts = entry.Row!.Texts;
                for (var i = 0; i < parameters.Count; i++) parameters[i].Value = texts[i];
                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        watch.Stop();
        connection.Close();
        directory.Delete(recursive: true);
        return watch.Elapsed;
    }

    private static async Task<TimeSpan> TakeAsync(string file)
    {
        var directory = Directory.CreateTempSubdirectory("metrics-take-");
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Metrics:DataDirectory"] = directory.FullName });
        builder.Services.AddMetrics(builder.Configuration);
        using var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FirstStart>().RunAsync(demonstration: false, new Progress<string>(), default);
        await using var stream = File.OpenRead(file);
        var watch = Stopwatch.StartNew();
        var run = await scope.ServiceProvider.GetRequiredService<TakeCaseFile>().RunAsync(Actor.System, "省电子监察平台", "办件", stream, default);
        watch.Stop();
        if (run is not { Counts: { Rejected: 0, Held: 0, Created: > 0 } }) throw new InvalidOperationException($"Not every case was stored: {run?.Message} {run?.Counts}");
        SqliteConnection.ClearAllPools();
        directory.Delete(recursive: true);
        return watch.Elapsed;
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(int count)
    {
        string[] units = ["410421", "410422", "410423", "410425", "410481", "410402", "410403", "410411", "410404", "410472", "410471"];
        for (var i = 0; i < count; i++)
        {
            var accepted = new DateTime(2025, 1, 6, 9, 0, 0).AddMinutes(i % 400_000);
            var isOpen = i % 3 == 0;
            yield return
            [
                $"4104{i:0000000000}", "1", units[i % units.Length], $"{units[i % units.Length]}-{i % 40:000}", $"行政许可事项第{i % 40}项", Text(accepted), Text(accepted.AddDays(10)), Text(accepted.AddDays(30)),
                isOpen ? "" : Text(accepted.AddDays(5)), i % 50 == 0 ? "red" : "none", i % 50 == 0 ? "overdue" : "", isOpen ? "open" : "completed", Text(accepted.AddDays(6)),
            ];
        }
    }

    private static void Write(string path, int count)
    {
        if (path.EndsWith(".csv", StringComparison.Ordinal))
        {
            File.WriteAllLines(path, Rows(count).Select(row => string.Join(',', row)).Prepend(string.Join(',', CaseRow.Columns)), new UTF8Encoding(false));
            return;
        }

        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var sheet = book.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(sheet))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteStartElement(new SheetData());
            foreach (var row in Rows(count).Prepend(CaseRow.Columns))
            {
                writer.WriteStartElement(new Row());
                foreach (var text in row) writer.WriteElement(new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) });
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "办件" }));
    }

    private static string Text(DateTime moment) => moment.ToString("s", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
