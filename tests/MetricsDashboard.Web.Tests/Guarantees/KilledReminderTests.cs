using System.Diagnostics;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Tests.Browser;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace MetricsDashboard.Web.Tests.Guarantees;

/// <summary>
/// SIGKILL in the middle of chasing, then the job twice more: each step once, with its messages and mails. The server takes chasing up as soon
/// as it starts; the kill comes after a random share of the time that this takes undisturbed. It is the Monday at one, when everything of the
/// week is overdue.
/// </summary>
public sealed class KilledReminderTests(ITestOutputHelper output) : IDisposable
{
    private const int Seed = 20200928;

    private static readonly DateTimeOffset Now = BusinessClock.At(PreparedHouse.ThisWeek.Next.Monday, 13);

    private readonly TemporaryDirectory files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public Task Remind_KilledAtTwoMomentsAndRunTwiceMore_TakesEachStepOnce() => KillAsync(2);

    [Fact]
    [Trait("Category", "Long")]
    public Task Remind_KilledAtTwentyMoments_TakesEachStepOnce() => KillAsync(20);

    private async Task KillAsync(int moments)
    {
        await PrepareAsync();
        var (whole, expected) = await MeasureAsync();
        output.WriteLine($"seed {Seed}, undisturbed chasing takes {whole.TotalMilliseconds:0} ms: {expected}");
        Assert.True(expected is { Reminders: > 10, Messages: 4, Deliveries: 4 }, $"{expected}");
        var random = new Random(Seed);
        for (var i = 0; i < moments; i++)
        {
            using var data = Copy();
            var share = random.NextDouble();

            await ServeAsync(data.FullPath, whole * share);
            var left = Taken.In(data.FullPath);
            output.WriteLine($"killed after {share:P0}: {left}");
            Assert.Contains(left, new[] { new Taken(0, 0, 0), expected });
            await RemindAsync(data.FullPath);
            await RemindAsync(data.FullPath);

            Assert.Equal(expected, Taken.In(data.FullPath));
        }
    }

    /// <summary>The week after is open too, two counties and the city have a contact, and the clock is that of a demonstration, which can stand anywhere.</summary>
    private async Task PrepareAsync()
    {
        await (await PreparedHouse.GetAsync()).CopyToAsync(files);
        await using (var services = Stores(files.FullPath))
        {
            var next = new Timetable(WorkCalendar.Plain, TimetableHours.Standard).Of(new ReportingPeriod(PreparedHouse.ThisWeek.Next));
            await services.GetRequiredService<WeekStore>().OpenAsync(Actor.System, next, Now);
            foreach (var unit in new[] { PreparedHouse.County, PreparedHouse.OtherCounty })
                await services.GetRequiredService<ContactStore>().AddAsync(Actor.System, unit, new ContactDetails("张三", ContactDetails.Reporter, "", "13800000000", $"{unit}@example.cn", ReminderStage.BeforeDue), Now);
            var city = (await services.GetRequiredService<CatalogueStore>().FindAsync(Actor.System))!.City.Code;
            await services.GetRequiredService<ContactStore>().AddAsync(Actor.System, city, new ContactDetails("李四", ContactDetails.Responsible, "", "13800000001", "city@example.cn", ReminderStage.Escalated), Now);
        }

        SqliteConnection.ClearAllPools();
    }

    private TemporaryDirectory Copy()
    {
        var data = new TemporaryDirectory();
        File.Copy(files.File(PreparedHouse.Database), data.File(PreparedHouse.Database));
        using var connection = StoredState.Open(data.FullPath, SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE Installation SET IsDemonstration = 1, DemonstrationAnchor = $anchor";
        command.Parameters.AddWithValue("$anchor", (TimeProvider.System.GetUtcNow() + (BusinessClock.DemonstrationStart - Now)).UtcDateTime);
        command.ExecuteNonQuery();
        return data;
    }

    private async Task<(TimeSpan Duration, Taken Left)> MeasureAsync()
    {
        using var data = Copy();
        var duration = await ServeAsync(data.FullPath, moment: null);
        return (duration, Taken.In(data.FullPath));
    }

    /// <summary>Serves until the reminders are taken, or for so long; then kills.</summary>
    private static async Task<TimeSpan> ServeAsync(string directory, TimeSpan? moment)
    {
        // Nobody listens on the port of the mails: what goes out is another test's.
        var settings = new Dictionary<string, string>
        {
            ["MAIL__HOST"] = "127.0.0.1",
            ["MAIL__PORT"] = "9",
            ["MAIL__SECURITY"] = "None",
            ["MAIL__FROM"] = "zhuanban@example.cn",
        };
        await using var server = await ServerProcess.StartAsync(directory, ["serve", "--urls", "http://127.0.0.1:0"], settings);
        var watch = Stopwatch.StartNew();
        using var timer = new CancellationTokenSource(moment ?? TimeSpan.FromMinutes(3));
        try
        {
            await server.LineAsync("Reminded ").WaitAsync(timer.Token);
        }
        catch (OperationCanceledException) when (moment is not null)
        {
            // The moment has come.
        }

        await server.KillAsync();
        return watch.Elapsed;
    }

    /// <summary>The job again, a while later.</summary>
    private static async Task RemindAsync(string directory)
    {
        await using (var services = Stores(directory))
        {
            var calendar = await services.GetRequiredService<CalendarStore>().FindAsync(Actor.System);
            await services.GetRequiredService<ReminderStore>().RemindAsync(Actor.System, calendar, Now.AddMinutes(10), [DeliveryChannel.Mail]);
        }

        SqliteConnection.ClearAllPools();
    }

    private static ServiceProvider Stores(string directory) =>
        new ServiceCollection().AddMetricsStorage(StorageOptions.SqliteFile(Path.Combine(directory, PreparedHouse.Database))).BuildServiceProvider();

    private sealed record Taken(long Reminders, long Messages, long Deliveries)
    {
        public static Taken In(string directory) =>
            new(StoredState.Count(directory, "Reminders"), StoredState.Count(directory, "Messages"), StoredState.Count(directory, "Deliveries"));
    }
}
