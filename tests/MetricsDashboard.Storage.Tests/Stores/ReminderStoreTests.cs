using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class ReminderStoreTests
{
    private static readonly Actor East = World.County("east");

    /// <summary>Due on Monday at 10:00, the unit's review until 12:00: each step once, however often the job comes by.</summary>
    [Theory, OnSqlite, OnSqlServer]
    public async Task Remind_ThroughTheMorning_TakesEachStepOnce(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var stages = new List<ReminderStage>();
        foreach (var hours in new[] { 7.9, 8.0, 8.1, 9.9, 10.0, 10.1, 11.9, 12.0, 12.1, 16.9 })
        {
            stages.AddRange((await world.Reminders.RemindAsync(Actor.System, WorkCalendar.Plain, World.At(World.W30, hours)))
                .Where(row => row.Unit.Code == "east").Select(row => row.Stage));
        }

        Assert.Equal([ReminderStage.BeforeDue, ReminderStage.Overdue, ReminderStage.Escalated], stages);
    }

    [Fact]
    public async Task Remind_AfterAStandstill_TakesTheNewestStepAlone()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);

        var sent = await world.Reminders.RemindAsync(Actor.System, WorkCalendar.Plain, World.At(World.W30, 13));

        Assert.All(sent, row => Assert.Equal(ReminderStage.Escalated, row.Stage));
        Assert.Empty(await world.Reminders.RemindAsync(Actor.System, WorkCalendar.Plain, World.At(World.W30, 14)));
    }

    [Fact]
    public async Task Remind_UnitThatReportedEverything_IsLeftAlone()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);
        await world.FillAsync(World.W30, (_, _) => 5, "west");

        var sent = await world.Reminders.RemindAsync(Actor.System, WorkCalendar.Plain, World.At(World.W30, 10));

        Assert.Contains(sent, row => row.Unit.Code == "west");
        Assert.DoesNotContain(sent, row => row.Unit.Code == "east");
    }

    [Fact]
    public async Task Remind_UnitWithAnExtension_GoesByItsOwnTime()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);
        await world.Duties.ExtendAsync(World.Reviewer, World.W30, "east", World.At(World.W30, 16), "机房停电", World.At(World.W30, 1));

        Assert.DoesNotContain(await world.Reminders.RemindAsync(Actor.System, WorkCalendar.Plain, World.At(World.W30, 13)), row => row.Unit.Code == "east");
        var sent = await world.Reminders.RemindAsync(Actor.System, WorkCalendar.Plain, World.At(World.W30, 14));
        Assert.Equal(ReminderStage.BeforeDue, sent.Single(row => row.Unit.Code == "east").Stage);
    }

    [Fact]
    public async Task Remind_AfterTheLock_IsSilent()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);

        Assert.Empty(await world.Reminders.RemindAsync(Actor.System, WorkCalendar.Plain, World.At(World.W30, 17)));
    }

    [Fact]
    public async Task Remind_OnADayOff_IsSilent()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);
        var calendar = new WorkCalendar([new CalendarDay(World.W30.Next.Monday, DayKind.Holiday, "放假")]);

        Assert.Empty(await world.Reminders.RemindAsync(Actor.System, calendar, World.At(World.W30, 13)));
    }

    [Fact]
    public async Task Call_ByTheTaskForce_IsKept()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);

        await world.Reminders.CallAsync(World.Reviewer, World.W30, "east", "已联系，答应11时前报送", World.At(World.W30, 11));

        Assert.Equal("已联系，答应11时前报送", Assert.Single(await world.Reminders.CallsAsync(World.Drafter, World.W30)).Text);
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Reminders.CallAsync(East, World.W30, "east", "x", World.At(World.W30, 11)));
    }
}
