using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

/// <summary>A file that is checked and then waits for its sender.</summary>
public sealed class HeldUploadTests
{
    private static readonly DateTimeOffset Now = World.At(World.W30, 1);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly IntakeIssue Fell = new(Severity.Warning, IssueCodes.CumulativeFell, "用户表", "C6", "东县", "用户数", "5", "减少了3。");
    private static readonly IntakeIssue General = new(Severity.Warning, "INDICATOR_CHANGED", null, null, "东县", null, null, "办结率变化较大。");
    private static readonly IntakeIssue Note = new(Severity.Note, "UNCHANGED_FLOW", "事项表", "C8", "东县", "来访数", "5", "连续四周相同。");

    [Theory, OnSqlite, OnSqlServer]
    public async Task Hold_CheckedFile_WaitsWithItsOutcomeAndLeavesTheQueue(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await HeldAsync(world);

        var view = await world.Uploads.FindAsync(World.County("east"), id);

        Assert.Equal((IntakeStatus.Checked, true), (view!.Status, view.MayDecide));
        Assert.Equal([Fell, Note], view.Outcome!.Issues);
        Assert.Empty(await world.Uploads.StaleAsync(Actor.System, Now.AddDays(1)));
        Assert.Empty(await world.Submissions.QueueAsync(World.Reviewer));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Hold_OfAFileThatWasNotHeldOrIsDecided_ChangesNothing(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var plain = await world.AddAsync(World.County("east"), Now);
        await world.Uploads.ClaimAsync(Actor.System, plain, Now, Lease);
        Assert.False(await world.Uploads.HoldAsync(Actor.System, plain, Outcome(plain), Now));

        var sent = await HeldAsync(world);
        await world.Uploads.SendAsync(World.County("east"), sent, [WarningExplanation.Of(Fell, "更正")], Now);
        Assert.False(await world.Uploads.HoldAsync(Actor.System, sent, Outcome(sent), Now));
        Assert.Equal(IntakeStatus.Queued, (await world.Uploads.FindAsync(World.County("east"), sent))!.Status);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Send_WithEveryExplanation_IsQueuedAndThenStored(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var east = World.County("east");
        var id = await HeldAsync(world);

        Assert.Empty(await world.Uploads.SendAsync(east, id, [WarningExplanation.Of(Fell, "更正了重复登记")], Now.AddHours(1)));

        Assert.Equal([id], await world.Uploads.StaleAsync(Actor.System, Now.AddHours(1)));
        var claimed = await world.Uploads.ClaimAsync(Actor.System, id, Now.AddHours(1), Lease);
        Assert.Equal((false, 1), (claimed!.Hold, claimed.Attempts));
        var intake = World.Intake(world.Form(World.W30, "items", "east", (_, _) => 5)) with { Issues = [Fell] };
        var outcome = await world.Submissions.StoreAsync(claimed.Sender, id, intake, Now.AddHours(1));
        Assert.Equal(IntakeStatus.Stored, outcome.Status);
        var view = await world.Uploads.FindAsync(east, id);
        Assert.Equal((IntakeStatus.Stored, "east-reporter", Now.AddHours(1)), (view!.Status, view.DecidedBy, view.DecidedAt));
        Assert.Equal("更正了重复登记", Assert.Single(view.Explanations).Text);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Send_WithoutARequiredExplanation_NamesItKeepsTheRestAndSendsNothing(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var east = World.County("east");
        var id = await HeldAsync(world, Fell, General, Note);

        var missing = await world.Uploads.SendAsync(east, id, [WarningExplanation.Of(Fell, "更正"), WarningExplanation.Of(General, " ")], Now);

        Assert.Equal([General], missing);
        var view = await world.Uploads.FindAsync(east, id);
        Assert.Equal(IntakeStatus.Checked, view!.Status);
        Assert.Equal("更正", view.Explanations[0].Text);
        Assert.Empty(await world.Uploads.StaleAsync(Actor.System, Now));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Send_ExplanationBorders_AreExact(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await HeldAsync(world);

        await Assert.ThrowsAsync<StateConflictException>(() => world.Uploads.SendAsync(World.County("east"), id, [WarningExplanation.Of(Fell, new string('长', WarningExplanation.Longest + 1))], Now));
        Assert.Empty(await world.Uploads.SendAsync(World.County("east"), id, [WarningExplanation.Of(Fell, new string('长', WarningExplanation.Longest))], Now));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Send_TwiceAtOnce_OneWinsAndTheOtherIsTold(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await HeldAsync(world);

        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            try
            {
                return i % 2 == 0
                    ? (await world.Uploads.SendAsync(World.County("east"), id, [WarningExplanation.Of(Fell, "更正")], Now)).Count == 0
                    : await DiscardedAsync();
            }
            catch (StateConflictException)
            {
                return false;
            }
        }));

        Assert.Single(tries, won => won);

        async Task<bool> DiscardedAsync()
        {
            await world.Uploads.DiscardAsync(World.County("east"), id, Now);
            return true;
        }
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Discard_Held_EndsItForGood(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await HeldAsync(world);

        await world.Uploads.DiscardAsync(World.County("east"), id, Now);

        var view = await world.Uploads.FindAsync(World.County("east"), id);
        Assert.Equal((IntakeStatus.Discarded, false, "east-reporter"), (view!.Status, view.MayDecide, view.DecidedBy));
        Assert.Empty(await world.Uploads.StaleAsync(Actor.System, Now.AddDays(1)));
        await Assert.ThrowsAsync<StateConflictException>(() => world.Uploads.SendAsync(World.County("east"), id, [WarningExplanation.Of(Fell, "更正")], Now));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Decide_ByRoleAndUnit_IsForTheSenderAndWhoSendsForTheSameUnit(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var colleague = new Actor("east-reviewer", Role.CountyReviewer, "east");
        Actor[] others = [World.County("west"), World.Reviewer, World.Leader, World.Drafter, World.Signer, new("admin", Role.Administrator), new("auditor", Role.Auditor)];
        var id = await HeldAsync(world);
        foreach (var other in others)
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => world.Uploads.SendAsync(other, id, [WarningExplanation.Of(Fell, "更正")], Now));
            await Assert.ThrowsAsync<AccessDeniedException>(() => world.Uploads.DiscardAsync(other, id, Now));
        }

        Assert.False((await world.Uploads.FindAsync(World.Reviewer, id))!.MayDecide);
        Assert.True((await world.Uploads.FindAsync(colleague, id))!.MayDecide);
        Assert.Empty(await world.Uploads.SendAsync(colleague, id, [WarningExplanation.Of(Fell, "更正")], Now));
        Assert.Equal("east-reviewer", (await world.Uploads.FindAsync(colleague, id))!.DecidedBy);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Sent_File_ComesWithWhatItsSenderSaid(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var east = World.County("east");
        var id = await world.Uploads.AddAsync(east, new NewUpload("零报告.json", [1, 2], "items", "east", World.W30, UploadChannel.Web) { Basis = SubmissionBasis.Nothing }, Now);

        var file = await world.Uploads.SentAsync(east, id);

        Assert.Equal(("零报告.json", new IntakeRequest(east, "items", "east", World.W30)), (file!.FileName, file.Request));
        Assert.Equal(SubmissionBasis.Nothing, (await world.Uploads.FindAsync(east, id))!.Basis);
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Uploads.SentAsync(World.County("west"), id));
        Assert.Null(await world.Uploads.SentAsync(east, Guid.NewGuid()));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Warnings_OfASubmission_AreItsOwnWithTheExplanations(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var total = new IntakeIssue(Severity.Warning, "LARGE_CHANGE", "事项表", "C6", "东县", "总数", "5", "变动较大。");
        var others = total with { Unit = "西县" };
        var id = await HeldAsync(world, total, Fell, General, Note, others);
        await world.Uploads.SendAsync(World.County("east"), id, [WarningExplanation.Of(total, "清理"), WarningExplanation.Of(Fell, "更正"), WarningExplanation.Of(General, "同上"), WarningExplanation.Of(others, "别的")], Now);
        var claimed = await world.Uploads.ClaimAsync(Actor.System, id, Now, Lease);
        var intake = World.Intake(world.Form(World.W30, "items", "east", (_, _) => 5)) with { Issues = [total, Fell, General, Note, others] };
        var outcome = await world.Submissions.StoreAsync(claimed!.Sender, id, intake, Now);

        var warnings = await world.Uploads.WarningsAsync(World.Reviewer, outcome.Submissions[0].Id);

        Assert.Equal([new ExplainedWarning(total, "清理"), new ExplainedWarning(General, "同上"), new ExplainedWarning(Note, null)], warnings);
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Uploads.WarningsAsync(World.County("west"), outcome.Submissions[0].Id));
        Assert.Empty(await world.Uploads.WarningsAsync(World.Reviewer, Guid.NewGuid()));
    }

    private static async Task<Guid> HeldAsync(World world, params IntakeIssue[] issues)
    {
        var id = await world.Uploads.AddAsync(World.County("east"), new NewUpload("东县.xlsx", [1], null, null, null, UploadChannel.Web) { Hold = true }, Now);
        Assert.True((await world.Uploads.ClaimAsync(Actor.System, id, Now, Lease))!.Hold);
        Assert.True(await world.Uploads.HoldAsync(Actor.System, id, Outcome(id, issues.Length > 0 ? issues : [Fell, Note]), Now));
        return id;
    }

    private static IntakeOutcome Outcome(Guid id, params IntakeIssue[] issues) => new(id, [], IntakeStatus.Checked, new IntakeCounts(3, 3, 0, 0, 0, 0), issues);
}
