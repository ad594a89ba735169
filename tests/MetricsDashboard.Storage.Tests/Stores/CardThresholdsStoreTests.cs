using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;
using static MetricsDashboard.Storage.Tests.Worlds.TakenIn;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class CardThresholdsStoreTests
{
    private static readonly DateTimeOffset Now = World.At(World.W30, 33);
    private static readonly DateOnly Today = new(2020, 7, 28);
    private static readonly Actor Administrator = new("admin", Role.Administrator);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Change_OfAnAdministrator_HoldsFromThenOnAndIsKept(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var store = world.Service<CardThresholdsStore>();
        Assert.Equal(CardThresholds.Standard, await store.FindAsync(World.Leader));

        await store.ChangeAsync(Administrator, 0, new CardThresholds(2, true, null), "省平台口径", Now);
        await store.ChangeAsync(Administrator, 1, new CardThresholds(2, true, 5), "省平台口径调整", Now.AddDays(1));

        Assert.Equal(new CardThresholds(2, true, 5), await store.FindAsync(World.Leader));
        Assert.Equal([(2, "省平台口径调整"), (1, "省平台口径")], (await store.HistoryAsync(World.Reviewer)).Select(row => (row.No, row.Reason)));
    }

    [Theory]
    [InlineData(0, 31, null, "依据", "预警应填0至30个工作日")]
    [InlineData(0, 1, 0, "依据", "红牌应填1至250个工作日")]
    [InlineData(0, 2, null, " ", "请填写修改的原因或依据")]
    [InlineData(0, 1, null, "依据", "与现在的阈值相同")]
    [InlineData(3, 2, null, "依据", "别人刚刚改过")]
    public async Task Change_ThatCannotBe_IsRefusedWithASentence(int no, int warning, int? red, string reason, string sentence)
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);

        var refused = await Assert.ThrowsAsync<StateConflictException>(() => world.Service<CardThresholdsStore>().ChangeAsync(Administrator, no, new CardThresholds(warning, false, red), reason, Now));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Change_OfThresholdsOrCalendar_AsksForTheCardsUntilTheyAreSettled(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var store = world.Service<CardThresholdsStore>();
        Assert.Empty(await store.AskedAsync(World.Leader));

        await store.ChangeAsync(Administrator, 0, new CardThresholds(2, true, null), "省平台口径", Now);
        var first = await store.AskedAsync(World.Leader);
        await world.Calendars.SetAsync(Administrator, [new CalendarDay(Today, DayKind.Holiday, "防汛")], Now);
        await world.Calendars.RemoveAsync(Administrator, Today, Now);
        Assert.False(await world.Calendars.RemoveAsync(Administrator, Today, Now));
        Assert.Equal((1, 3), (first.Count, (await store.AskedAsync(World.Leader)).Count));

        await store.SettleAsync(Actor.System, first);
        Assert.Equal(2, (await store.AskedAsync(World.Leader)).Count);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Derive_OtherThresholds_MoveTheCardsOfWatchedCases(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var store = world.Service<CardThresholdsStore>();
        await world.TakeInAsync(Now, Open("E-1", "east", "2020-07-22", "2020-08-20"), Open("E-2", "east", "2020-09-22", "2020-10-24"), Completed("E-3", "east", "2020-07-10", "2020-07-20", "2020-07-09", version: 1));
        Assert.Empty(await RedAsync(world));

        await store.ChangeAsync(Administrator, 0, new CardThresholds(1, false, 3), "超承诺时限满3个工作日发红牌", Now);

        Assert.Equal(2, await store.DeriveAsync(Actor.System));
        Assert.Equal(["E-1"], await RedAsync(world));
        Assert.Equal(0, await store.DeriveAsync(Actor.System));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Derive_HolidayInserted_MovesTheCard(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var store = world.Service<CardThresholdsStore>();
        await store.ChangeAsync(Administrator, 0, new CardThresholds(1, false, 3), "超承诺时限满3个工作日发红牌", Now);
        await world.TakeInAsync(Now, Open("E-1", "east", "2020-07-22", "2020-08-20"));
        Assert.Equal(["E-1"], await RedAsync(world));

        await world.Calendars.SetAsync(Administrator, [new CalendarDay(new DateOnly(2020, 7, 24), DayKind.Holiday, "防汛")], Now);
        Assert.Equal(1, await store.DeriveAsync(Actor.System));
        Assert.Empty(await RedAsync(world));

        await world.Calendars.RemoveAsync(Administrator, new DateOnly(2020, 7, 24), Now);
        Assert.Equal(1, await store.DeriveAsync(Actor.System));
        Assert.Equal(["E-1"], await RedAsync(world));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Derive_ThenCount_ChangesTheOpenWeekEvenOfCasesEndedSince(StorageProvider provider)
    {
        var catalogue = TestCatalogues.Seed;
        await using var world = await World.CreateAsync(provider, catalogue);
        var unit = catalogue.Units.First(unit => unit.Kind is UnitKind.County && catalogue.TakesPart(unit, World.W30)).Code;

        // At the end of Sunday the 26th, which the open week counts, both were open; one is completed by Monday.
        await world.TakeInAsync(World.At(World.W30, -30), Open("E-1", unit, "2020-07-17", "2020-08-20"), Open("E-2", unit, "2020-07-17", "2020-08-20"));
        await world.TakeInAsync(World.At(World.W30, 9), Completed("E-2", unit, "2020-07-17", "2020-08-20", "2020-07-27T08:00:00", updated: "2020-07-27T08:00:00"));
        await world.Service<CaseIntakeStore>().CountAsync(Actor.System, null, World.At(World.W30, 9));
        Assert.Equal(0, await CountedAsync(world, unit));

        await world.Service<CardThresholdsStore>().ChangeAsync(Administrator, 0, new CardThresholds(1, false, 3), "超承诺时限满3个工作日发红牌", World.At(World.W30, 10));
        await world.Service<CardThresholdsStore>().DeriveAsync(Actor.System);
        await world.Service<CaseIntakeStore>().CountAsync(Actor.System, null, World.At(World.W30, 10));

        Assert.Equal(2, await CountedAsync(world, unit));
    }

    private static async Task<IEnumerable<string>> RedAsync(World world) =>
        (await world.Service<TodayStore>().FindAsync(World.Reviewer, Today, null, Now.AddMinutes(1))) is var found ? found.Appeared.Concat(found.Standing).Select(row => row.CaseNo) : [];

    private static Task<long?> CountedAsync(World world, string unit) => world.Database.ReadAsync(
        async db =>
        {
            await Task.CompletedTask;
            return db.Observations.Where(row => row.Element == NamedCodes.RedCards && row.Unit == unit && row.Week == World.W30.Key)
                .OrderByDescending(row => row.Revision).Select(row => (long?)row.Value).FirstOrDefault();
        },
        CancellationToken.None);
}
