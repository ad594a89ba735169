using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;
using static MetricsDashboard.Storage.Tests.Worlds.TakenIn;

namespace MetricsDashboard.Storage.Tests.Stores;

/// <summary>东县 has two red cases and one without a card, 西县 a red one, on Tuesday 28 July 2020.</summary>
public sealed class CaseNoteStoreTests
{
    private static readonly DateTimeOffset Now = World.At(World.W30, 33);
    private static readonly Actor East = World.County("east");

    [Theory, OnSqlite, OnSqlServer]
    public async Task Check_SeveralCases_MarksEachOnceADay(StorageProvider provider)
    {
        await using var world = await CreateAsync(provider);
        var notes = world.Service<CaseNoteStore>();

        Assert.Equal(2, await notes.CheckAsync(World.Reviewer, ["E-1", "E-2", "E-1"], Now));
        Assert.Equal(1, await notes.CheckAsync(World.Drafter, ["E-1", "W-1"], Now.AddHours(1)));
        Assert.Equal(2, await notes.CheckAsync(World.Reviewer, ["E-1", "E-2"], Now.AddDays(1)));

        Assert.Equal([CaseNoteKind.Checked, CaseNoteKind.Checked], (await HistoryAsync(world, "E-1")).Notes.Select(note => note.Kind));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Check_OneWithoutACard_MarksNone(StorageProvider provider)
    {
        await using var world = await CreateAsync(provider);
        var notes = world.Service<CaseNoteStore>();

        var refused = await Assert.ThrowsAsync<StateConflictException>(() => notes.CheckAsync(World.Reviewer, ["E-1", "E-3"], Now));

        Assert.Equal("办件E-3现在没有红黄牌和预警，最近60天内也没有过，不再登记。", refused.Message);
        Assert.Empty((await HistoryAsync(world, "E-1")).Notes);
        Assert.Contains("没有编号为“X-9”的办件", (await Assert.ThrowsAsync<StateConflictException>(() => notes.CheckAsync(World.Reviewer, ["X-9"], Now))).Message, StringComparison.Ordinal);
        Assert.Contains("请先勾选办件", (await Assert.ThrowsAsync<StateConflictException>(() => notes.CheckAsync(World.Reviewer, [], Now))).Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Check_CardClearedLongAgo_IsRefusedAfterSixtyDays(StorageProvider provider)
    {
        await using var world = await CreateAsync(provider);
        var notes = world.Service<CaseNoteStore>();
        var completed = new DateTimeOffset(2020, 7, 28, 10, 0, 0, TimeSpan.FromHours(8));
        await world.TakeInAsync(Now.AddDays(1), Completed("E-1", "east", "2020-07-10", "2020-07-20", "2020-07-28T10:00:00"));

        Assert.Equal(1, await notes.CheckAsync(World.Reviewer, ["E-1"], completed.AddDays(60)));
        await Assert.ThrowsAsync<StateConflictException>(() => notes.CheckAsync(World.Reviewer, ["E-1"], completed.AddDays(60).AddMinutes(1)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task CorrectCause_WithAReason_StandsAboveTheSourcesAndLaterVersions(StorageProvider provider)
    {
        await using var world = await CreateAsync(provider);
        var notes = world.Service<CaseNoteStore>();

        await notes.CorrectCauseAsync(World.Reviewer, "E-1", CardCause.NotReturned, "已办结，结果未回传", Now);
        await world.TakeInAsync(Now.AddHours(2), Open("E-1", "east", "2020-07-10", "2020-07-20", version: 2, cause: "overdue"));

        var history = await HistoryAsync(world, "E-1");
        Assert.Equal((CardCause.NotReturned, CardCause.NotReturned, CardCause.Overdue), (history.Cause, history.AgreedCause, history.Newest.Facts.Cause));
        Assert.Equal(new CaseNote(CaseNoteKind.Cause, CardCause.NotReturned, null, "已办结，结果未回传", World.Reviewer.Name, Now), history.Notes.Single());
        Assert.Contains("已经是“办结未回传”", (await Assert.ThrowsAsync<StateConflictException>(() => notes.CorrectCauseAsync(World.Reviewer, "E-1", CardCause.NotReturned, "再次", Now))).Message, StringComparison.Ordinal);
        Assert.Contains("请填写更正的原因", (await Assert.ThrowsAsync<StateConflictException>(() => notes.CorrectCauseAsync(World.Reviewer, "E-1", CardCause.Other, " ", Now))).Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task State_OfTheOwnUnit_IsKeptAndChangesNoCause(StorageProvider provider)
    {
        await using var world = await CreateAsync(provider);
        var notes = world.Service<CaseNoteStore>();

        await notes.StateAsync(East, "E-1", CardCause.StepOverdue, "现场勘验超时", new DateOnly(2020, 7, 31), Now);

        var history = await HistoryAsync(world, "E-1");
        Assert.Equal(new CaseNote(CaseNoteKind.Statement, CardCause.StepOverdue, new DateOnly(2020, 7, 31), "现场勘验超时", East.Name, Now), history.Notes.Single());
        Assert.Null(history.Cause);
        Assert.Contains("整改期限2020年7月27日已经过去", (await Assert.ThrowsAsync<StateConflictException>(() => notes.StateAsync(East, "E-1", CardCause.Other, "说明", new DateOnly(2020, 7, 27), Now))).Message, StringComparison.Ordinal);
        Assert.Contains("超过一年", (await Assert.ThrowsAsync<StateConflictException>(() => notes.StateAsync(East, "E-1", CardCause.Other, "说明", new DateOnly(2021, 7, 29), Now))).Message, StringComparison.Ordinal);
        Assert.Contains("不是您单位的", (await Assert.ThrowsAsync<AccessDeniedException>(() => notes.StateAsync(East, "W-1", CardCause.Other, "说明", null, Now))).Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Objection_Upheld_MakesTheCauseSystemAndTellsTheUnit(StorageProvider provider)
    {
        await using var world = await CreateAsync(provider);
        var notes = world.Service<CaseNoteStore>();

        await notes.ObjectAsync(East, "E-1", "省平台时限设置错误", Now);
        Assert.Equal("east", Assert.Single(await notes.WaitingAsync(World.Reviewer)).Unit.Code);
        Assert.Empty(await notes.WaitingAsync(World.County("west")));
        Assert.Equal("东县对办件E-1提出异议", Assert.Single(await world.Messages.ListAsync(World.Drafter, 9)).Subject);
        await notes.AnswerAsync(World.Reviewer, "E-1", true, null, Now.AddHours(1));

        var history = await HistoryAsync(world, "E-1");
        Assert.Equal(CardCause.System, history.Cause);
        Assert.Equal([CaseNoteKind.Objection, CaseNoteKind.Upheld], history.Notes.Select(note => note.Kind));
        Assert.Empty(await notes.WaitingAsync(World.Reviewer));
        var told = Assert.Single(await world.Messages.ListAsync(new Actor("east-reviewer", Role.CountyReviewer, "east"), 9));
        Assert.Equal(("办件E-1的异议成立", "/cases/E-1"), (told.Subject, told.Link));
        Assert.Single(await world.Messages.ListAsync(East, 9));
        Assert.Contains("不需要再提异议", (await Assert.ThrowsAsync<StateConflictException>(() => notes.ObjectAsync(East, "E-1", "再次", Now.AddHours(2)))).Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Objection_Rejected_CanBeGivenAgainOnlyThen(StorageProvider provider)
    {
        await using var world = await CreateAsync(provider);
        var notes = world.Service<CaseNoteStore>();
        await notes.ObjectAsync(East, "E-1", "省平台时限设置错误", Now);

        Assert.Contains("已有一件异议在等待市专班答复", (await Assert.ThrowsAsync<StateConflictException>(() => notes.ObjectAsync(East, "E-1", "又一件", Now.AddMinutes(1)))).Message, StringComparison.Ordinal);
        Assert.Contains("请填写异议不成立的理由", (await Assert.ThrowsAsync<StateConflictException>(() => notes.AnswerAsync(World.Reviewer, "E-1", false, "", Now.AddMinutes(2)))).Message, StringComparison.Ordinal);
        await notes.AnswerAsync(World.Reviewer, "E-1", false, "时限无误", Now.AddMinutes(3));
        Assert.Contains("没有待答复的异议", (await Assert.ThrowsAsync<StateConflictException>(() => notes.AnswerAsync(World.Drafter, "E-1", true, null, Now.AddMinutes(4)))).Message, StringComparison.Ordinal);
        await notes.ObjectAsync(East, "E-1", "补充材料见附件", Now.AddMinutes(5));

        Assert.Equal("补充材料见附件", Assert.Single(await notes.WaitingAsync(World.Reviewer)).Objection.Text);
        Assert.Null((await HistoryAsync(world, "E-1")).Cause);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Answer_ToAnObjectionOfOnesOwn_IsRefused(StorageProvider provider)
    {
        await using var world = await CreateAsync(provider);
        var notes = world.Service<CaseNoteStore>();
        await notes.ObjectAsync(East with { Name = "moved" }, "E-1", "省平台时限设置错误", Now);

        var refused = await Assert.ThrowsAsync<AccessDeniedException>(() => notes.AnswerAsync(new Actor("moved", Role.CityReviewer), "E-1", true, null, Now.AddHours(1)));

        Assert.Contains("不能答复本人提出的异议", refused.Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Answer_OfTwoAtTheSameTime_IsTakenOnce(StorageProvider provider)
    {
        await using var world = await CreateAsync(provider);
        var notes = world.Service<CaseNoteStore>();
        await notes.ObjectAsync(East, "E-1", "省平台时限设置错误", Now);

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(async at =>
        {
            try
            {
                await notes.AnswerAsync(new Actor($"reviewer-{at}", Role.CityReviewer), "E-1", at % 2 == 0, "已核实", Now.AddMinutes(1));
                return 1;
            }
            catch (StateConflictException)
            {
                return 0;
            }
        }));

        Assert.Equal(1, taken.Sum());
        Assert.Equal(2, (await HistoryAsync(world, "E-1")).Notes.Count);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task History_OfARevisedCase_TellsVersionsRunsAndNotes(StorageProvider provider)
    {
        await using var world = await CreateAsync(provider);
        var run = await world.TakeInAsync(Now.AddHours(2), Completed("E-1", "east", "2020-07-10", "2020-07-20", "2020-07-28T10:00:00", updated: "2020-07-28T10:00:00"));

        var history = await HistoryAsync(world, "E-1");

        Assert.Equal([CaseStatus.Open, CaseStatus.Completed], history.Versions.Select(row => row.State.Facts.Status));
        Assert.Equal(history.Versions[0].State.Until, history.Versions[1].State.From);
        Assert.Equal((run, "省电子监察", "营业执照核发"), (history.Versions[1].RunId, history.Versions[1].Source, history.ItemName));
        Assert.Equal((Card.Red, Card.None), (history.At(Now).CardAt(Now), history.At(Now.AddHours(3)).CardAt(Now.AddHours(3))));
        Assert.Null(await world.Service<CaseHistoryStore>().FindAsync(World.Reviewer, "X-9"));
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Service<CaseHistoryStore>().FindAsync(World.County("west"), "E-1"));
    }

    private static async Task<World> CreateAsync(StorageProvider provider)
    {
        var world = await World.CreateAsync(provider);
        await world.TakeInAsync(
            Now.AddHours(-1),
            Open("E-1", "east", "2020-07-10", "2020-07-20"),
            Open("E-2", "east", "2020-07-10", "2020-07-20"),
            Open("E-3", "east", "2020-09-10", "2020-09-20"),
            Open("W-1", "west", "2020-07-10", "2020-07-20"));
        await world.Database.WriteAsync(
            async db =>
            {
                db.Users.AddRange(
                    Person("reviewer", Role.CityReviewer), Person("drafter", Role.Drafter), Person(East.Name, Role.CountyReporter, "east"), Person("east-reviewer", Role.CountyReviewer, "east"));
                return await db.SaveChangesAsync();
            },
            CancellationToken.None);
        return world;
    }

    private static MetricsUser Person(string name, Role role, string? unit = null) => new() { UserName = name, Role = role, Unit = unit };

    private static async Task<CaseHistory> HistoryAsync(World world, string caseNo) => (await world.Service<CaseHistoryStore>().FindAsync(World.Reviewer, caseNo))!;
}
