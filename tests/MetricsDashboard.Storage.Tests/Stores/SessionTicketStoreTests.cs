using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class SessionTicketStoreTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Find_RenewedTicket_GivesTheNewestValue(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.SessionTickets.StoreAsync(Actor.System, "key", [1], Now.AddHours(1), Now);
        await world.SessionTickets.StoreAsync(Actor.System, "key", [2], Now.AddHours(2), Now);

        Assert.Equal([2], await world.SessionTickets.FindAsync(Actor.System, "key", Now.AddHours(1)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Find_AfterExpiry_GivesNothing(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.SessionTickets.StoreAsync(Actor.System, "key", [1], Now.AddHours(1), Now);

        Assert.Null(await world.SessionTickets.FindAsync(Actor.System, "key", Now.AddHours(1)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Find_AfterRemoval_GivesNothing(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.SessionTickets.StoreAsync(Actor.System, "key", [1], Now.AddHours(1), Now);
        await world.SessionTickets.RemoveAsync(Actor.System, "key");

        Assert.Null(await world.SessionTickets.FindAsync(Actor.System, "key", Now));
    }
}
