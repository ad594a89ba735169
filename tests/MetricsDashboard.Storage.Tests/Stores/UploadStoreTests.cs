using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class UploadStoreTests
{
    private static readonly DateTimeOffset Now = World.At(World.W30, 1);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Add_File_IsQueuedWithItsBytes(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var east = World.County("east");
        var id = await world.Uploads.AddAsync(east, new NewUpload("东县.xlsx", [1, 2, 3], "items", "east", World.W30, UploadChannel.Web), Now);
        var view = await world.Uploads.FindAsync(east, id);
        Assert.Equal((IntakeStatus.Queued, 3, "east-reporter", 0, Now), (view!.Status, view.Size, view.SentBy, view.Attempts, view.SentAt));
        Assert.Equal("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81", view.Sha256);
        var file = await world.Uploads.FileAsync(east, id);
        Assert.Equal("010203", Convert.ToHexString(file!.Bytes));
        Assert.Equal([id], await world.Uploads.StaleAsync(Actor.System, Now));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Claim_Queued_GivesTheSenderAndHidesItFromOthers(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await world.Uploads.AddAsync(World.County("east"), new NewUpload("东县.xlsx", [1], "items", "east", World.W30, UploadChannel.Web), Now);
        var claimed = await world.Uploads.ClaimAsync(Actor.System, id, Now, Lease);
        Assert.Equal(new IntakeRequest(World.County("east"), "items", "east", World.W30), claimed!.Request);
        Assert.Equal(1, claimed.Attempts);
        Assert.Null(await world.Uploads.ClaimAsync(Actor.System, id, Now, Lease));
        Assert.Empty(await world.Uploads.StaleAsync(Actor.System, Now));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Claim_OfAPersonCalledSystem_IsNotTheSystem(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var person = await world.AddAsync(new Actor("system", Role.CountyReporter, "east"), Now);
        var system = await world.AddAsync(Actor.System, Now);
        Assert.False((await world.Uploads.ClaimAsync(Actor.System, person, Now, Lease))!.Sender.IsSystem);
        Assert.True((await world.Uploads.ClaimAsync(Actor.System, system, Now, Lease))!.Sender.IsSystem);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Claim_AfterLeaseExpiry_WorksAgain(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await world.AddAsync(World.County("east"), Now);
        await world.Uploads.ClaimAsync(Actor.System, id, Now, Lease);
        Assert.Null(await world.Uploads.ClaimAsync(Actor.System, id, Now + Lease - TimeSpan.FromMilliseconds(1), Lease));
        Assert.Equal([id], await world.Uploads.StaleAsync(Actor.System, Now + Lease));
        Assert.Equal(2, (await world.Uploads.ClaimAsync(Actor.System, id, Now + Lease, Lease))!.Attempts);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Claim_OfAFileThatKeepsKillingItsWorker_EndsInFailure(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await world.AddAsync(World.County("east"), Now);
        for (var i = 0; i < UploadStore.MaximumClaims; i++) Assert.NotNull(await world.Uploads.ClaimAsync(Actor.System, id, Now + i * Lease, Lease));
        Assert.Null(await world.Uploads.ClaimAsync(Actor.System, id, Now.AddDays(1), Lease));
        Assert.Equal(IntakeStatus.Failed, (await world.Uploads.FindAsync(World.County("east"), id))!.Status);
        Assert.Empty(await world.Uploads.StaleAsync(Actor.System, Now.AddDays(2)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Release_Claimed_IsQueuedAgain(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await world.AddAsync(World.County("east"), Now);
        await world.Uploads.ClaimAsync(Actor.System, id, Now, Lease);
        Assert.Equal(1, await world.Uploads.ReleaseAsync(Actor.System));
        Assert.Equal([id], await world.Uploads.StaleAsync(Actor.System, Now));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Refuse_WithIssues_KeepsThemForTheSender(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var east = World.County("east");
        var id = await world.AddAsync(east, Now);
        await world.Uploads.ClaimAsync(Actor.System, id, Now, Lease);
        var issue = new IntakeIssue(Severity.Error, IssueCodes.Negative, "事项表", "C7", "东县", "总数", "-1", "不能为负数。");
        await world.Uploads.RefuseAsync(east, id, new IntakeOutcome(id, [], IntakeStatus.Refused, IntakeCounts.Refused(3), [issue]), Now);
        var view = await world.Uploads.FindAsync(east, id);
        Assert.Equal((IntakeStatus.Refused, IntakeCounts.Refused(3)), (view!.Status, view.Outcome!.Counts));
        Assert.Equal([issue], view.Outcome.Issues);
        Assert.Empty(await world.Uploads.StaleAsync(Actor.System, Now + Lease));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Fail_UntilMaximum_IsTriedAgainThenShownAsFailed(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await world.AddAsync(World.County("east"), Now);
        var finals = new List<bool>();
        for (var attempt = 1; attempt <= UploadStore.MaximumAttempts; attempt++)
        {
            await world.Uploads.ClaimAsync(Actor.System, id, Now, Lease);
            finals.Add(await world.Uploads.FailAsync(Actor.System, id, $"REF-{attempt}", Now));
        }

        var view = await world.Uploads.FindAsync(World.County("east"), id);
        Assert.Equal([false, false, true], finals);
        Assert.Equal((IntakeStatus.Failed, "REF-3"), (view!.Status, view.FailureReference));
        Assert.Empty(await world.Uploads.StaleAsync(Actor.System, Now + Lease));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task List_ByScope_ShowsOwnUnitOrWholeCity(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var east = await world.AddAsync(World.County("east"), Now);
        var west = await world.AddAsync(World.County("west"), Now.AddMinutes(1));
        Assert.Equal([east], (await world.Uploads.ListAsync(World.County("east"), 10)).Select(upload => upload.Id));
        Assert.Equal([west, east], (await world.Uploads.ListAsync(World.Reviewer, 10)).Select(upload => upload.Id));
        Assert.Equal([west], (await world.Uploads.ListAsync(World.Reviewer, 1)).Select(upload => upload.Id));
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Uploads.FindAsync(World.County("east"), west));
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Uploads.FileAsync(World.County("east"), west));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Add_ForAnotherUnitOrByReader_IsDenied(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.AddAsync(World.Leader, Now));
        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            world.Uploads.AddAsync(World.County("east"), new NewUpload("西县.xlsx", [1], null, "west", null, UploadChannel.Web), Now));
        Assert.Empty(await world.Uploads.StaleAsync(Actor.System, Now));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task ListOwn_InAState_LeavesOutOtherPeopleAndOtherStates(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var table = new NewUpload("导出.xlsx", [1], "users", null, World.W30, UploadChannel.Web) { Hold = true, Source = "导出" };
        var first = await world.Uploads.AddAsync(World.Reviewer, table, Now);
        var second = await world.Uploads.AddAsync(World.Reviewer, table, Now.AddMinutes(1));
        await world.Uploads.AddAsync(new Actor("somebody", Role.CityReviewer), table, Now.AddMinutes(2));
        await world.AddAsync(World.Reviewer, Now.AddMinutes(3));

        var own = await world.Uploads.ListOwnAsync(World.Reviewer, IntakeStatus.Unmapped);

        Assert.Equal([second, first], own.Select(upload => upload.Id));
        Assert.All(own, upload => Assert.Equal("导出", upload.Source));
    }
}
