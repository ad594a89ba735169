using Hangfire;
using Hangfire.Storage;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Jobs;
using MetricsDashboard.Web.Tests.Sources;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace MetricsDashboard.Web.Tests.Jobs;

public sealed class WatchdogTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly MinuteTime time = new();
    private IntakeHouse house = null!;

    public async Task InitializeAsync() => house = await IntakeHouse.CreateAsync(new DateTimeOffset(2020, 9, 28, 8, 0, 0, TimeSpan.FromHours(8)), new ReportingWeek(2020, 39), timeoutSeconds: 1);

    public async Task DisposeAsync() => await house.DisposeAsync();

    /// <summary>A start while the database is locked: what was unfinished is queued as soon as it is free, and once.</summary>
    [Fact]
    public async Task Watch_DatabaseLockedAtTheStart_TriesAgainEveryMinute()
    {
        await using var other = new SqliteConnection($"Data Source={house.Database};Pooling=false");
        other.Open();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        using var watchdog = Watchdog();
        await watchdog.StartAsync(default);
        Assert.True(SpinWait.SpinUntil(AreAllScheduled, Patience));
        Assert.Empty(house.Queued);
        other.Close();

        time.Tick();
        Assert.True(SpinWait.SpinUntil(() => house.Queued.Count > 0, Patience));
        time.Tick();
        await watchdog.StopAsync(default);

        Assert.Equal([nameof(CatchUpJob)], house.Queued);
    }

    [Fact]
    public async Task Watch_RecurringJobsThatWereLost_AreRestoredWithinAMinute()
    {
        using var watchdog = Watchdog();
        await watchdog.StartAsync(default);
        Assert.True(SpinWait.SpinUntil(AreAllScheduled, Patience));
        var manager = new RecurringJobManager(house.Get<JobStorage>());
        foreach (var entry in RecurringWork.Entries) manager.RemoveIfExists(entry.Id);

        time.Tick();

        Assert.True(SpinWait.SpinUntil(AreAllScheduled, Patience));
        await watchdog.StopAsync(default);
    }

    private bool AreAllScheduled()
    {
        using var connection = house.Get<JobStorage>().GetConnection();
        return connection.GetRecurringJobs().Count == RecurringWork.Entries.Count;
    }

    private Watchdog Watchdog() => new(
        house.Get<JobStorage>(), house.Get<UploadStore>(), house.Get<RunStore>(), house.Get<CaseFileInbox>(), house.Get<StorageOptions>(), house.Get<IBackgroundJobClient>(), house.Get<BusinessClock>(), time, NullLogger<Watchdog>.Instance);

    /// <summary>One periodic timer, whose minutes pass when a test says so.</summary>
    private sealed class MinuteTime : TimeProvider
    {
        private TimerCallback? callback;
        private object? state;

        public void Tick() => callback!(state);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (this.callback, this.state) = (callback, state);
            return new Ticking();
        }

        private sealed class Ticking : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
