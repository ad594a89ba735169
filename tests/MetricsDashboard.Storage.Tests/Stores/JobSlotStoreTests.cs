using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Tests.Worlds;
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
}
