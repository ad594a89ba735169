using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class DeliveryStoreTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);
    private static readonly DateTimeOffset Now = World.At(World.W30, 10);
    private static readonly DeliveryChannel[] Both = Enum.GetValues<DeliveryChannel>();

    [Theory, OnSqlite, OnSqlServer]
    public async Task Claim_ByEightWorkersAtOnce_IsOnes(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await QueueAsync(world);
        using var start = new Barrier(8);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            start.SignalAndWait();
            return world.Deliveries.ClaimAsync(Actor.System, id, Now, Lease);
        })));

        Assert.Equal(1, Assert.Single(claims, claim => claim is not null)!.Attempt);
        Assert.Empty(await world.Deliveries.DueAsync(Actor.System, Both, Now + Lease.Subtract(TimeSpan.FromSeconds(1)), 10));
        Assert.Equal(id, Assert.Single(await world.Deliveries.DueAsync(Actor.System, Both, Now + Lease, 10)).Id);
        Assert.Empty(await world.Deliveries.DueAsync(Actor.System, [], Now + Lease, 10));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Fail_AgainAndAgain_WaitsLongerEachTimeAndGivesUp(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await QueueAsync(world);
        var (now, pauses) = (Now, new List<double>());

        for (var attempt = 1; ; attempt++)
        {
            var claimed = (await world.Deliveries.ClaimAsync(Actor.System, id, now, Lease))!;
            Assert.Equal(attempt, claimed.Attempt);
            await world.Deliveries.FailAsync(Actor.System, id, attempt, "连接不上邮件服务器。", retry: true, now);
            var row = await RowAsync(world);
            Assert.Equal("连接不上邮件服务器。", row.LastError);
            if (row.State is DeliveryState.Failed) break;
            pauses.Add((row.NextTryAt - now).TotalMinutes);
            now = row.NextTryAt;
        }

        Assert.Equal([1, 5, 15, 30, 60, 120], pauses);
        Assert.Empty(await world.Deliveries.DueAsync(Actor.System, Both, now.AddDays(9), 10));
        Assert.Null(await world.Deliveries.ClaimAsync(Actor.System, id, now.AddDays(9), Lease));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Fail_ThatAnotherAttemptWouldNotMend_GivesUpAtOnceAndCanBeSentAgainByHand(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await QueueAsync(world);
        await world.Deliveries.ClaimAsync(Actor.System, id, Now, Lease);

        await world.Deliveries.FailAsync(Actor.System, id, 1, "拒收。", retry: false, Now);
        Assert.Equal(DeliveryState.Failed, (await RowAsync(world)).State);

        await world.Deliveries.RetryAsync(World.Drafter, id, Now);
        Assert.Equal((DeliveryState.Queued, 0), ((await RowAsync(world)).State, (await RowAsync(world)).Attempts));
        await Assert.ThrowsAsync<StateConflictException>(() => world.Deliveries.RetryAsync(World.Drafter, id, Now));
    }

    [Fact]
    public async Task Fail_OfAWorkerWhoseLeaseEnded_ChangesNothing()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);
        var id = await QueueAsync(world);
        await world.Deliveries.ClaimAsync(Actor.System, id, Now, Lease);
        await world.Deliveries.ClaimAsync(Actor.System, id, Now + Lease, Lease);

        await world.Deliveries.FailAsync(Actor.System, id, 1, "迟到的失败", retry: true, Now + Lease);

        Assert.Equal((DeliveryState.Sending, 2, null), ((await RowAsync(world)).State, (await RowAsync(world)).Attempts, (await RowAsync(world)).LastError));
    }

    [Fact]
    public async Task Sent_IsNeverTriedAgainWhateverASlowerWorkerSays()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);
        var id = await QueueAsync(world);
        await world.Deliveries.ClaimAsync(Actor.System, id, Now, Lease);
        await world.Deliveries.ClaimAsync(Actor.System, id, Now + Lease, Lease);

        await world.Deliveries.SentAsync(Actor.System, id, Now + Lease);
        await world.Deliveries.FailAsync(Actor.System, id, 2, "失败", retry: true, Now + Lease);

        Assert.Equal((DeliveryState.Sent, Now + Lease), ((await RowAsync(world)).State, (await RowAsync(world)).SentAt));
        Assert.Empty(await world.Deliveries.DueAsync(Actor.System, Both, Now.AddDays(9), 10));
    }

    /// <summary>A worker that dies each time, with the process, does not try for ever.</summary>
    [Fact]
    public async Task Claim_AfterWorkersThatAllDied_EndsAsFailedWithASentence()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);
        var id = await QueueAsync(world);
        for (var i = 0; i < Delivering.MaximumAttempts; i++) Assert.NotNull(await world.Deliveries.ClaimAsync(Actor.System, id, Now + i * Lease, Lease));

        Assert.Null(await world.Deliveries.ClaimAsync(Actor.System, id, Now + Delivering.MaximumAttempts * Lease, Lease));

        Assert.Equal(DeliveryState.Failed, (await RowAsync(world)).State);
        Assert.Contains("确认对方是否收到", (await RowAsync(world)).LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Methods_AsEveryRole_AreOpenToTheTaskForceAlone()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);
        var id = await QueueAsync(world);
        foreach (var role in Enum.GetValues<Role>())
        {
            var actor = new Actor("someone", role, role is Role.CountyReporter or Role.CountyReviewer or Role.Department ? "east" : null);
            var mayRead = role is Role.CityReviewer or Role.Drafter or Role.Administrator;
            Assert.Equal((role, mayRead), (role, await Refusals.IsAllowedAsync(() => world.Deliveries.ListAsync(actor, World.W30))));
            Assert.Equal((role, mayRead), (role, await Refusals.IsAllowedAsync(() => world.Deliveries.RetryAsync(actor, id, Now))));
            Assert.False(await Refusals.IsAllowedAsync(() => world.Deliveries.DueAsync(actor, Both, Now, 1)));
            Assert.False(await Refusals.IsAllowedAsync(() => world.Deliveries.ClaimAsync(actor, id, Now, Lease)));
            Assert.False(await Refusals.IsAllowedAsync(() => world.Deliveries.SentAsync(actor, id, Now)));
            Assert.False(await Refusals.IsAllowedAsync(() => world.Deliveries.FailAsync(actor, id, 1, "x", true, Now)));
        }
    }

    private static async Task<Guid> QueueAsync(World world)
    {
        await world.Reminders.RemindAsync(Actor.System, WorkCalendar.Plain, Now, [DeliveryChannel.Webhook]);
        return (await RowAsync(world)).Id;
    }

    private static async Task<DeliveryRow> RowAsync(World world) => Assert.Single(await world.Deliveries.ListAsync(World.Reviewer, World.W30));
}
