using System.Text;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class PublishedFigureStoreTests
{
    private static readonly DateTimeOffset Now = World.At(World.W30, 20);
    private static readonly PublishedFigure Figure = new("told", "city", PeriodKind.Week, "2020-W30", 12.50m, Bound.Exact, 9, null, false, null, "省通报〔2020〕1号");

    [Theory, OnSqlite, OnSqlServer]
    public async Task Add_NewFigure_CountsAtOnceAndKeepsWhoAndWhen(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var stamp = await world.Weeks.StampAsync(Actor.System);

        await world.Published.AddAsync(World.Reviewer, Figure, Now);

        Assert.Equal(Figure, (await world.Catalogues.FindAsync(World.Leader))!.PublishedFigures[^1]);
        var entered = (await world.Published.HistoryAsync(World.Leader))[0];
        Assert.Equal((Figure, null, true, "reviewer", Now, null), (entered.Figure, entered.Replaces, entered.IsCurrent, entered.RecordedBy, entered.RecordedAt, entered.Reason));
        Assert.NotEqual(stamp, await world.Weeks.StampAsync(Actor.System));
        Assert.Empty(await world.Snapshots.RecomputeAsync(Actor.System, null, check: true, Now));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Add_ThereIsOneAlready_SaysThatItIsToBeCorrected(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.Published.AddAsync(World.Reviewer, Figure, Now);

        var refusal = await Assert.ThrowsAsync<StateConflictException>(() => world.Published.AddAsync(World.Drafter, Figure with { Value = 13m }, Now));

        Assert.Equal("公布数（全市，2020年7月20日—7月26日）已有公布值，请在列表中更正。", refusal.Message);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Correct_Figure_KeepsTheOneBeforeWithTheReason(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var seeded = (await world.Published.HistoryAsync(World.Leader)).Single();

        await world.Published.CorrectAsync(World.Drafter, seeded.No, seeded.Figure with { Value = 36.51m, Document = "省通报" }, "数字录反了", Now);

        var history = await world.Published.HistoryAsync(World.Leader);
        Assert.Equal([(36.51m, true, "drafter", "数字录反了"), (36.15m, false, null, null)], history.Select(row => (row.Figure.Value!.Value, row.IsCurrent, row.RecordedBy, row.Reason)));
        Assert.Equal(36.51m, Assert.Single((await world.Catalogues.FindAsync(World.Leader))!.PublishedFigures).Value);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Correct_WhatSomebodyElseCorrected_IsTold(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var figure = await AddedAsync(world);
        await world.Published.CorrectAsync(World.Drafter, figure.No, Figure with { Value = 13m }, "更正", Now);

        var refusal = await Assert.ThrowsAsync<StateConflictException>(() => world.Published.CorrectAsync(World.Reviewer, figure.No, Figure with { Value = 14m }, "更正", Now));
        await Assert.ThrowsAsync<StateConflictException>(() => world.Published.WithdrawAsync(World.Reviewer, figure.No, "撤销", Now));

        Assert.Contains("已由他人更正或撤销", refusal.Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Correct_FromTwoSidesAtOnce_OneWins(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var figure = await AddedAsync(world);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                await world.Published.CorrectAsync(World.Reviewer, figure.No, Figure with { Value = 20m + i }, "更正", Now);
                return true;
            }
            catch (StateConflictException)
            {
                return false;
            }
        }));

        Assert.Single(outcomes, won => won);
        Assert.Single(await world.Published.HistoryAsync(World.Leader), row => row is { IsCurrent: true, Figure.Period: "2020-W30" });
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Withdraw_Figure_CountsNoMoreAndCanBeEnteredAgain(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.Published.WithdrawAsync(World.Reviewer, (await AddedAsync(world)).No, "文件作废", Now);

        Assert.DoesNotContain(Figure, (await world.Catalogues.FindAsync(World.Leader))!.PublishedFigures);
        await world.Published.AddAsync(World.Reviewer, Figure, Now);
        Assert.Equal(["reviewer", "reviewer 文件作废", "reviewer", ""], (await world.Published.HistoryAsync(World.Leader)).Select(row => $"{row.RecordedBy} {row.Reason}".Trim()));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Import_TheSameTwice_ChangesNothing(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var seeded = (await world.Published.HistoryAsync(World.Leader)).Single().Figure;
        PublishedFigure[] file = [seeded, Figure, Figure with { Period = "2020-W29" }];

        var first = await world.Published.ImportAsync(World.Reviewer, file, null, Now);
        var second = await world.Published.ImportAsync(World.Reviewer, file, null, Now);

        Assert.Equal((new PublishedCounts(2, 0, 1), new PublishedCounts(0, 0, 3)), (first, second));
        Assert.Equal(3, (await world.Published.HistoryAsync(World.Leader)).Count);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Import_ThatCorrects_WantsAReasonAndTakesNothingWithout(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await AddedAsync(world);
        PublishedFigure[] file = [Figure with { Value = 13m }, Figure with { Period = "2020-W29" }];

        await Assert.ThrowsAsync<StateConflictException>(() => world.Published.ImportAsync(World.Reviewer, file, " ", Now));
        Assert.Equal(2, (await world.Published.HistoryAsync(World.Leader)).Count);

        Assert.Equal(new PublishedCounts(1, 1, 0), await world.Published.ImportAsync(World.Reviewer, file, "省厅更正通报", Now));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Import_OneFaultyFigure_TakesNothing(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);

        var refusal = await Assert.ThrowsAsync<StateConflictException>(() =>
            world.Published.ImportAsync(World.Reviewer, [Figure, Figure with { Period = "2020-W29", ProvinceRank = 19 }], null, Now));

        Assert.Contains("全省位次“19”应为1—18的整数", refusal.Message, StringComparison.Ordinal);
        Assert.Single(await world.Published.HistoryAsync(World.Leader));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Write_ByAnyOtherRole_IsDenied(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var no = (await AddedAsync(world)).No;
        foreach (var role in Enum.GetValues<Role>().Except([Role.CityReviewer, Role.Drafter]))
        {
            var actor = new Actor("other", role, "east");
            await Assert.ThrowsAsync<AccessDeniedException>(() => world.Published.AddAsync(actor, Figure with { Period = "2020-W29" }, Now));
            await Assert.ThrowsAsync<AccessDeniedException>(() => world.Published.CorrectAsync(actor, no, Figure with { Value = 1m }, "更正", Now));
            await Assert.ThrowsAsync<AccessDeniedException>(() => world.Published.WithdrawAsync(actor, no, "撤销", Now));
            await Assert.ThrowsAsync<AccessDeniedException>(() => world.Published.ImportAsync(actor, [Figure], "导入", Now));
        }
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task History_OfACounty_IsItsOwnAlone(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.Published.AddAsync(World.Reviewer, Figure with { Unit = "east", ProvinceRank = 57 }, Now);

        Assert.Equal("east", Assert.Single(await world.Published.HistoryAsync(World.County("east"))).Figure.Unit);
        Assert.Empty(await world.Published.HistoryAsync(World.County("west")));
        Assert.Empty(await world.Published.HistoryAsync(new Actor("auditor", Role.Auditor)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Change_AfterPublishing_LeavesTheReportByteForByteAndTheNextDraftFollows(StorageProvider provider)
    {
        await using var world = await SnapshotStoreTests.ThreeWeeksAsync(provider);
        var files = new Dictionary<string, byte[]> { ["docx"] = Encoding.UTF8.GetBytes("word") };
        await world.Reports.DraftAsync(World.Drafter, World.W30, "{}", World.At(World.W30, 20));
        await world.Reports.PublishAsync(World.Signer, World.W30, new DateOnly(2020, 7, 28), """{"a":1}""", files, World.At(World.W30, 40));
        var next = World.W30.Next;
        await world.Reports.DraftAsync(World.Drafter, next, "{}", World.At(next, 20));
        var before = await world.Reports.FindAsync(World.Leader, World.W30);

        await world.Published.AddAsync(World.Reviewer, Figure, World.At(next, 21));

        var after = await world.Reports.FindAsync(World.Leader, World.W30);
        Assert.Equal((before!.DocumentJson, before.EditionId, before.Files[0]), (after!.DocumentJson, after.EditionId, after.Files[0]));
        Assert.Equal("word", Encoding.UTF8.GetString((await world.Reports.FileAsync(World.Leader, World.W30, "docx"))!));
        Assert.Contains(Figure, (await world.Reports.FactsDataAsync(World.Leader, next)).Catalogue.PublishedFigures);
        var refusal = await Assert.ThrowsAsync<StateConflictException>(() => world.Reports.PublishAsync(World.Signer, next, new DateOnly(2020, 8, 4), "{}", files, World.At(next, 40)));
        Assert.Equal("起草之后公布值有变动，请重新生成周报再签发。", refusal.Message);
        await world.Reports.DraftAsync(World.Drafter, next, "{}", World.At(next, 41));
        await world.Reports.PublishAsync(World.Signer, next, new DateOnly(2020, 8, 4), "{}", files, World.At(next, 42));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Change_OfTheSecondOfMergedWeeks_HoldsTheSignature(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.CloseAsync(World.W30);
        var merged = new ReportingPeriod(World.W30.Next, World.W30.AddWeeks(2));
        await world.OpenAsync(merged);
        await world.Weeks.CloseAsync(Actor.System, merged.First, World.At(merged.Last, 17));
        await world.Reports.DraftAsync(World.Drafter, merged.First, "{}", World.At(merged.Last, 20));

        await world.Published.AddAsync(World.Reviewer, Figure with { Period = merged.Last.ToString() }, World.At(merged.Last, 21));

        await Assert.ThrowsAsync<StateConflictException>(
            () => world.Reports.PublishAsync(World.Signer, merged.First, new DateOnly(2020, 8, 11), "{}", new Dictionary<string, byte[]>(), World.At(merged.Last, 40)));
        Assert.Equal(merged, (await world.Snapshots.WeekAsync(World.Leader, merged.First)).Period);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Change_OfALaterWeek_DoesNotHoldASignature(StorageProvider provider)
    {
        await using var world = await SnapshotStoreTests.ThreeWeeksAsync(provider);
        await world.Reports.DraftAsync(World.Drafter, World.W30, "{}", World.At(World.W30, 20));
        await world.Published.AddAsync(World.Reviewer, Figure with { Period = "2020-W31" }, World.At(World.W30.Next, 21));

        await world.Reports.PublishAsync(World.Signer, World.W30, new DateOnly(2020, 7, 28), "{}", new Dictionary<string, byte[]>(), World.At(World.W30.Next, 40));
    }

    private static async Task<PublishedRevision> AddedAsync(World world)
    {
        await world.Published.AddAsync(World.Reviewer, Figure, Now);
        return (await world.Published.HistoryAsync(World.Leader))[0];
    }
}
