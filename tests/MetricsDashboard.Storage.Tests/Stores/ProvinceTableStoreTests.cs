using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Published;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class ProvinceTableStoreTests
{
    private static readonly DateTimeOffset Now = World.At(World.W30, 20);
    private static readonly ProvinceTable Table = Of(
        "2020-W30", [.. Enumerable.Range(1, 18).Select(rank => new PlaceRow(rank == 9 ? "试验市" : $"第{(char)('甲' + rank)}市", 99m - rank, rank))]);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Enter_NewTable_IsKeptInItsOrderAndGivesTheSingleFigure(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);

        Assert.Equal(PublishedEffect.Created, await world.ProvinceTables.EnterAsync(World.Reviewer, Table, World.W30, null, Now));

        var kept = Assert.Single(await world.ProvinceTables.ListAsync(World.Leader, "told"));
        Assert.True(kept.Table.SaysTheSameAs(Table));
        Assert.Equal((true, "reviewer", Now), (kept.IsCurrent, kept.RecordedBy, kept.RecordedAt));
        var single = (await world.Catalogues.FindAsync(World.Leader))!.PublishedFigures[^1];
        Assert.Equal(("2020-W30", 90m, 9, World.W30, "省通报"), (single.Period, single.Value!.Value, single.ProvinceRank!.Value, single.Received!.Value, single.Document));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Enter_TheSameAgain_ChangesNothing(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.ProvinceTables.EnterAsync(World.Reviewer, Table, null, null, Now);

        Assert.Equal(PublishedEffect.Unchanged, await world.ProvinceTables.EnterAsync(World.Drafter, Table, null, null, Now));

        Assert.Single(await world.ProvinceTables.ListAsync(World.Leader, null));
        Assert.Equal(2, (await world.Published.HistoryAsync(World.Leader)).Count);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Enter_AnotherForThePeriod_WantsAReasonAndKeepsTheOneBefore(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.ProvinceTables.EnterAsync(World.Reviewer, Table, null, null, Now);
        var other = Table with { Average = 91m };

        await Assert.ThrowsAsync<StateConflictException>(() => world.ProvinceTables.EnterAsync(World.Drafter, other, null, null, Now));
        Assert.Equal(PublishedEffect.Revised, await world.ProvinceTables.EnterAsync(World.Drafter, other, null, "补录全省平均", Now));

        Assert.Equal([(true, 91m, "补录全省平均"), (false, null, null)], (await world.ProvinceTables.ListAsync(World.Leader, null)).Select(row => (row.IsCurrent, row.Table.Average, row.Reason)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Enter_RemarkableTable_WantsAnExplanation(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var table = Of("2020-W30", [.. Table.Rows.Skip(1)]);

        var refusal = await Assert.ThrowsAsync<StateConflictException>(() => world.ProvinceTables.EnterAsync(World.Reviewer, table, null, "", Now));
        await world.ProvinceTables.EnterAsync(World.Reviewer, table, null, "通报未列甲市", Now);

        Assert.StartsWith("表中有需要核对的地方", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("通报未列甲市", Assert.Single(await world.ProvinceTables.ListAsync(World.Leader, null)).Reason);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Enter_BesideASingleFigure_LeavesIt(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.Published.AddAsync(World.Reviewer, new PublishedFigure("told", "city", PeriodKind.Week, "2020-W30", null, Bound.Exact, 9, null, false, null, "日报"), Now);

        await world.ProvinceTables.EnterAsync(World.Reviewer, Table, null, null, Now);

        Assert.Equal("日报", (await world.Catalogues.FindAsync(World.Leader))!.PublishedFigures[^1].Document);
        await world.ProvinceTables.WithdrawAsync(World.Drafter, (await world.ProvinceTables.ListAsync(World.Leader, null))[0].No, "通报撤回", Now);
        Assert.Equal("日报", (await world.Catalogues.FindAsync(World.Leader))!.PublishedFigures[^1].Document);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Enter_ACorrectedTable_CorrectsTheSingleFigureThatItGave(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.ProvinceTables.EnterAsync(World.Reviewer, Table, null, null, Now);
        var corrected = Table with { Document = "更正后的通报" };

        await world.ProvinceTables.EnterAsync(World.Drafter, corrected, null, "省里更正", Now);

        var own = (await world.Catalogues.FindAsync(World.Leader))!.PublishedFigures.Where(figure => figure.Period == "2020-W30");
        Assert.Equal("更正后的通报", Assert.Single(own).Document);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Withdraw_Table_CountsNoMoreAndOnlyOnce(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.ProvinceTables.EnterAsync(World.Reviewer, Table, null, null, Now);
        var no = (await world.ProvinceTables.ListAsync(World.Leader, null))[0].No;

        await world.ProvinceTables.WithdrawAsync(World.Drafter, no, "通报撤回", Now);
        await Assert.ThrowsAsync<StateConflictException>(() => world.ProvinceTables.WithdrawAsync(World.Drafter, no, "通报撤回", Now));

        Assert.DoesNotContain(await world.ProvinceTables.ListAsync(World.Leader, null), row => row.IsCurrent);
        Assert.DoesNotContain((await world.Catalogues.FindAsync(World.Leader))!.PublishedFigures, figure => figure.Period == "2020-W30");
        Assert.Equal(PublishedEffect.Created, await world.ProvinceTables.EnterAsync(World.Reviewer, Table, null, null, Now));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task EnterAndWithdraw_ByAnyOtherRole_AreDenied(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.ProvinceTables.EnterAsync(World.Reviewer, Table, null, null, Now);
        foreach (var role in Enum.GetValues<Role>().Except([Role.CityReviewer, Role.Drafter]))
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => world.ProvinceTables.EnterAsync(new Actor("other", role, "east"), Table, null, "x", Now));
            await Assert.ThrowsAsync<AccessDeniedException>(() => world.ProvinceTables.WithdrawAsync(new Actor("other", role, "east"), 1, "x", Now));
        }

        Assert.Empty(await world.ProvinceTables.ListAsync(World.County("east"), null));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Enter_ForAWeekToCome_IsRefused(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);

        var refusal = await Assert.ThrowsAsync<StateConflictException>(() => world.ProvinceTables.EnterAsync(World.Reviewer, Of("2020-W40", Table.Rows), null, null, Now));

        Assert.Contains("还没有到", refusal.Message, StringComparison.Ordinal);
    }

    private static ProvinceTable Of(string week, IReadOnlyList<PlaceRow> rows) => new("told", new FigurePeriod(PeriodKind.Week, week), "省通报", null, rows);
}
