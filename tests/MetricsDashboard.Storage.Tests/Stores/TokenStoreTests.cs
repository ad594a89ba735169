using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class TokenStoreTests
{
    private static readonly DateTimeOffset Now = World.At(World.W30, 1);
    private static readonly Actor Administrator = new("admin", Role.Administrator);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Find_IssuedToken_GivesItsActorUntilItExpires(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var token = await world.Tokens.AddAsync(Administrator, "监察系统", Role.Department, "dept", Now);
        Assert.Matches("^mdt_[a-z0-9]{10}_[A-Za-z0-9_-]{43}$", token);
        Assert.Equal(new Actor("监察系统", Role.Department, "dept"), await world.Tokens.FindAsync(Actor.System, token, Now.AddDays(364)));
        Assert.Null(await world.Tokens.FindAsync(Actor.System, token, Now.AddDays(365)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Find_AlteredToken_GivesNobody(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var token = await world.Tokens.AddAsync(Actor.System, "监察系统", Role.Source, null, Now);
        Assert.Null(await world.Tokens.FindAsync(Actor.System, token[..^1] + (token[^1] == 'A' ? 'B' : 'A'), Now));
        Assert.Null(await world.Tokens.FindAsync(Actor.System, "mdt_aaaaaaaaaa" + token[14..], Now));
        Assert.Null(await world.Tokens.FindAsync(Actor.System, "", Now));
        Assert.Null(await world.Tokens.FindAsync(Actor.System, "mdt_中" + token[5..], Now));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Revoke_Token_EndsIt(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var token = await world.Tokens.AddAsync(Actor.System, "监察系统", Role.Source, null, Now);
        var row = Assert.Single(await world.Tokens.ListAsync(Administrator));
        Assert.True(await world.Tokens.RevokeAsync(Administrator, row.Id, Now));
        Assert.False(await world.Tokens.RevokeAsync(Administrator, row.Id, Now));
        Assert.Null(await world.Tokens.FindAsync(Actor.System, token, Now));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Add_ByReviewerOrForUnknownUnit_IsRefused(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Tokens.AddAsync(World.Reviewer, "x", Role.Source, null, Now));
        await Assert.ThrowsAsync<StateConflictException>(() => world.Tokens.AddAsync(Administrator, "x", Role.Department, "nowhere", Now));
        Assert.Empty(await world.Tokens.ListAsync(Administrator));
    }
}
