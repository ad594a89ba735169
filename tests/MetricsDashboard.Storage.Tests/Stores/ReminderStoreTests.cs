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

    /// <summary>Eight workers that a scheduler woke at once, on one node or several: one takes the steps, the others find them taken.</summary>
    [Theory, OnSqlite, OnSqlServer]
    public async Task Remind_ByEightWorkersAtOnce_TakesEachStepOnce(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await AddContactAsync(world, "east", "east@example.cn", ReminderStage.BeforeDue);
        using var start = new Barrier(8);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            start.SignalAndWait();
            return world.Reminders.RemindAsync(Actor.System, WorkCalendar.Plain, World.At(World.W30, 10), Enum.GetValues<DeliveryChannel>());
        })));

        var kept = await world.Reminders.ListAsync(World.Reviewer, World.W30);
        Assert.Equal(kept.Select(row => row.Unit.Code).Order(), taken.SelectMany(rows => rows).Select(row => row.Unit.Code).Order());
        Assert.Equal(kept.Count, kept.Select(row => row.Unit.Code).Distinct().Count());
        Assert.Equal([(DeliveryChannel.Mail, "east@example.cn"), (DeliveryChannel.Webhook, null)],
            (await world.Deliveries.ListAsync(World.Reviewer, World.W30)).Select(row => (row.Channel, row.Recipient)).OrderBy(row => row.Channel));
    }

    [Fact]
    public async Task Remind_WithoutAChannel_QueuesNothing()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);
        await AddContactAsync(world, "east", "east@example.cn", ReminderStage.BeforeDue);

        Assert.NotEmpty(await world.Reminders.RemindAsync(Actor.System, WorkCalendar.Plain, World.At(World.W30, 10)));

        Assert.Empty(await world.Deliveries.ListAsync(World.Reviewer, World.W30));
    }

    /// <summary>Who fills in from the first step on, who answers for it from the second, the city of all units at once at the third.</summary>
    [Fact]
    public async Task Remind_ByMail_EscalatesAsTheContactsAskedFor()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);
        await AddContactAsync(world, "east", "reporter@example.cn", ReminderStage.BeforeDue);
        await AddContactAsync(world, "east", "chief@example.cn", ReminderStage.Overdue);
        await AddContactAsync(world, "west", "silent@example.cn", null);
        await AddContactAsync(world, "city", "city@example.cn", ReminderStage.Escalated);

        foreach (var hour in new[] { 8, 10, 12 }) await world.Reminders.RemindAsync(Actor.System, WorkCalendar.Plain, World.At(World.W30, hour), [DeliveryChannel.Mail]);

        var sent = (await world.Deliveries.ListAsync(World.Reviewer, World.W30)).GroupBy(row => row.CreatedAt).OrderBy(step => step.Key).Select(step => string.Join(',', step.Select(row => row.Recipient)));
        Assert.Equal(["reporter@example.cn", "chief@example.cn,reporter@example.cn", "chief@example.cn,city@example.cn,reporter@example.cn"], sent);
        var summary = (await world.Deliveries.ListAsync(World.Reviewer, World.W30)).Single(row => row.Recipient == "city@example.cn");
        Assert.Equal("4个单位逾期未报送（7月20日—7月26日）", summary.Subject);
    }

    [Fact]
    public async Task Remind_Escalated_TellsTheCityOfAllUnitsInOneMessage()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);
        await using (var db = await world.Database.CreateContextAsync(CancellationToken.None))
        {
            db.Users.AddRange(new MetricsUser { UserName = "reviewer", Role = Role.CityReviewer }, new MetricsUser { UserName = "east-reporter", Role = Role.CountyReporter, Unit = "east" });
            await db.SaveChangesAsync();
        }

        var taken = await world.Reminders.RemindAsync(Actor.System, WorkCalendar.Plain, World.At(World.W30, 12));

        var message = Assert.Single(await world.Messages.ListAsync(World.Reviewer, 10));
        Assert.Equal(("4个单位逾期未报送（7月20日—7月26日）", "/reporting/chasing?week=2020-W30"), (message.Subject, message.Link));
        Assert.Equal("东县逾期未报送（7月20日—7月26日）", Assert.Single(await world.Messages.ListAsync(East, 10)).Subject);
        Assert.Equal(2, taken.Single(row => row.Unit.Code == "east").Recipients);
    }

    [Fact]
    public async Task Remind_ByWebhook_SaysAStepOfAllUnitsInOneMessage()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);

        await world.Reminders.RemindAsync(Actor.System, WorkCalendar.Plain, World.At(World.W30, 8), [DeliveryChannel.Webhook]);

        var row = Assert.Single(await world.Deliveries.ListAsync(World.Reviewer, World.W30));
        var claimed = (await world.Deliveries.ClaimAsync(Actor.System, row.Id, World.At(World.W30, 8), TimeSpan.FromMinutes(1)))!;
        Assert.Equal("以下4个单位还有报表没有报送，请于7月27日10:00前报送：某局（1张）、东县（2张）、西县（2张）、北县（2张）。", claimed.Text);
        Assert.Null(claimed.Recipient);
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

    private static Task AddContactAsync(World world, string unit, string email, ReminderStage? from) =>
        world.Contacts.AddAsync(World.Reviewer, unit, new ContactDetails("张三", ContactDetails.Reporter, "", "13800000000", email, from), World.At(World.W30, 1));
}
