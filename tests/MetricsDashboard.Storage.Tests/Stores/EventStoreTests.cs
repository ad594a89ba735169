using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class EventStoreTests
{
    private static readonly DateTimeOffset Now = World.At(World.W30, 33);
    private static readonly DateOnly Day = new(2020, 7, 22);

    [Theory, OnSqlite, OnSqlServer]
    public async Task List_OfDays_HoldsTheCitysForAllAndAUnitsForItsReaders(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var store = world.Service<EventStore>();
        await store.AddAsync(World.Reviewer, Day.AddDays(1), " 东区整改 ", null, "east", Now);
        await store.AddAsync(World.Reviewer, Day, "全市现场会", null, "city", Now);
        await store.AddAsync(World.Reviewer, Day.AddDays(2), "更晚的事", null, null, Now);

        async Task<IEnumerable<string>> Seen(Actor actor) => (await store.ListAsync(actor, Day, Day.AddDays(1))).Select(row => row.Text);

        Assert.Equal(["全市现场会", "东区整改"], await Seen(World.Leader));
        Assert.Equal(["全市现场会", "东区整改"], await Seen(World.County("east")));
        Assert.Equal(["全市现场会"], await Seen(World.County("west")));
        Assert.Equal(["全市现场会"], await Seen(new Actor("auditor", Role.Auditor)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Withdraw_OfAnEvent_HidesItOnce(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var store = world.Service<EventStore>();
        var id = await store.AddAsync(World.Reviewer, Day, "现场会", null, null, Now);

        await store.WithdrawAsync(World.Reviewer, id, Now);

        Assert.Empty(await store.ListAsync(World.Reviewer, Day, Day));
        await Assert.ThrowsAsync<StateConflictException>(() => store.WithdrawAsync(World.Reviewer, id, Now));
    }

    [Theory]
    [InlineData(2020, " ", null, null, "请写明是什么事")]
    [InlineData(1999, "现场会", null, null, "日期应在")]
    [InlineData(2020, "现场会", "nothing", null, "没有指标“nothing”")]
    [InlineData(2020, "现场会", null, "nowhere", "没有单位“nowhere”")]
    public async Task Add_OfWhatCannotBe_IsRefusedWithASentence(int year, string text, string? indicator, string? unit, string sentence)
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);

        var refused = await Assert.ThrowsAsync<StateConflictException>(
            () => world.Service<EventStore>().AddAsync(World.Reviewer, new DateOnly(year, 7, 22), text, indicator, unit, Now));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_OfATextLongerThanTheColumn_IsRefused()
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);

        await Assert.ThrowsAsync<StateConflictException>(() => world.Service<EventStore>().AddAsync(World.Reviewer, Day, new string('会', 101), null, null, Now));
    }
}
