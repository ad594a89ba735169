using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Tests.Worlds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class JobSlotStoreTests
{
    [Theory, OnSqlite, OnSqlServer]
    public async Task TryTake_SlotOfAJob_SucceedsOnce(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        Assert.True(await world.JobSlots.TryTakeAsync(Actor.System, "close-week", "2020-W30", World.At(World.W30, 17)));
        Assert.False(await world.JobSlots.TryTakeAsync(Actor.System, "close-week", "2020-W30", World.At(World.W30, 18)));
        Assert.True(await world.JobSlots.TryTakeAsync(Actor.System, "open-week", "2020-W30", World.At(World.W30, 18)));
        Assert.True(await world.JobSlots.TryTakeAsync(Actor.System, "close-week", "2020-W31", World.At(World.W30, 18)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task TryTake_AfterALongTime_ForgetsOldSlots(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.JobSlots.TryTakeAsync(Actor.System, "sweep", "old", World.At(World.W30, 0));
        await world.JobSlots.TryTakeAsync(Actor.System, "sweep", "young", World.At(World.W30, 0).AddDays(2));
        await world.JobSlots.TryTakeAsync(Actor.System, "sweep", "new", World.At(World.W30, 0).AddDays(41));
        Assert.Equal(["new", "young"], await world.Database.ReadAsync(db => db.JobSlots.Select(row => row.Slot).Order().ToListAsync(), CancellationToken.None));
    }
}
