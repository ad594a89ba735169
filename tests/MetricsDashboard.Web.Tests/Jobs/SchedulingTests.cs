using System.Globalization;
using Hangfire;
using Hangfire.InMemory;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Jobs;

namespace MetricsDashboard.Web.Tests.Jobs;

public sealed class SchedulingTests
{
    [Fact]
    public void Restore_JobThatWasRemoved_SchedulesItAgain()
    {
        using var storage = new InMemoryStorage();
        RecurringWork.Restore(storage);
        new RecurringJobManager(storage).RemoveIfExists("close-week");

        var restored = RecurringWork.Restore(storage);

        Assert.Equal(["close-week"], restored);
    }

    [Fact]
    public void Restore_JobThatWasDisabledByErrors_SchedulesItAgain()
    {
        using var storage = new InMemoryStorage();
        RecurringWork.Restore(storage);
        using (var connection = storage.GetConnection())
        using (var transaction = connection.CreateWriteTransaction())
        {
            transaction.SetRangeInHash("recurring-job:sweep", [new("NextExecution", ""), new("Error", "storage failed")]);
            transaction.Commit();
        }

        var restored = RecurringWork.Restore(storage);

        Assert.Equal(["sweep"], restored);
    }

    [Fact]
    public void Restore_EveryJobAlive_ChangesNothing()
    {
        using var storage = new InMemoryStorage();
        RecurringWork.Restore(storage);

        Assert.Empty(RecurringWork.Restore(storage));
    }

    [Fact]
    public void Now_OfADemonstration_RunsOnFromItsAnchor()
    {
        var time = new StoppedTime(new DateTimeOffset(2026, 11, 23, 1, 30, 0, TimeSpan.Zero));
        var clock = new BusinessClock(time);

        clock.RunDemonstration(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

        Assert.Equal("2020-09-29T09:30:00+08:00", clock.Now.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        Assert.Equal("2020-W40", clock.CurrentWeek.ToString());
    }

    /// <summary>The dashboard shows the ids; its script knows a name for each.</summary>
    [Fact]
    public void Entries_OnTheDashboard_HaveChineseNames()
    {
        using var stream = typeof(RecurringWork).Assembly.GetManifestResourceStream("MetricsDashboard.Web.Jobs.dashboard.js")!;
        using var reader = new StreamReader(stream);
        var script = reader.ReadToEnd();

        Assert.All(RecurringWork.Entries, entry => Assert.Matches($"\"{entry.Id}\": \"\\p{{IsCJKUnifiedIdeographs}}", script));
    }

    [Theory]
    [InlineData("2020-12-31T15:59:59Z", "2020-12-31")]
    [InlineData("2020-12-31T16:00:00Z", "2021-01-01")]
    public void Today_AroundMidnight_IsShanghais(string moment, string expected)
    {
        var clock = new BusinessClock(new StoppedTime(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)));

        Assert.Equal(expected, clock.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private sealed class StoppedTime(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
