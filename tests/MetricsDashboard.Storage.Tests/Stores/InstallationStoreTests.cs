using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class InstallationStoreTests
{
    private static readonly Installation Demo = new(World.W30, true, World.At(World.W30, 0), World.At(World.W30, 3));

    [Theory, OnSqlite, OnSqlServer]
    public async Task Create_InEmptyDatabase_IsFound(StorageProvider provider)
    {
        await using var world = await World.CreateEmptyAsync(provider);
        Assert.Null(await world.Installation.FindAsync(Actor.System));
        await world.Installation.CreateAsync(Actor.System, Demo);
        Assert.Equal(Demo, await world.Installation.FindAsync(World.Leader));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Create_Twice_IsRefusedAndKeepsTheFirstWeek(StorageProvider provider)
    {
        await using var world = await World.CreateEmptyAsync(provider);
        await world.Installation.CreateAsync(Actor.System, Demo);
        await Assert.ThrowsAsync<StateConflictException>(() => world.Installation.CreateAsync(Actor.System, Demo with { FirstWeek = World.W30.Next }));
        Assert.Equal(World.W30, (await world.Installation.FindAsync(Actor.System))!.FirstWeek);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Create_ByPerson_IsDenied(StorageProvider provider)
    {
        await using var world = await World.CreateEmptyAsync(provider);
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Installation.CreateAsync(World.Reviewer, Demo));
    }
}
