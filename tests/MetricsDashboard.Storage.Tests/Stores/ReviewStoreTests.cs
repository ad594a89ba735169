using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class ReviewStoreTests
{
    private static readonly Actor East = World.County("east");
    private static readonly Actor EastReviewer = new("east-reviewer", Role.CountyReviewer, "east");
    private static readonly DateTimeOffset Early = World.At(World.W30, 8);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Return_Waiting_KeepsTheRoundWithItsReasonsAndOwesTheFormAgain(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await SendAsync(world, 10);

        var result = Assert.Single(await world.Review.ReturnAsync(World.Reviewer, [id], "合计与上周对不上", [new CellReason("done", "east", "请核对")], World.At(World.W30, 11)));

        Assert.Equal(ReviewStatus.Done, result.Status);
        var view = (await world.Submissions.FindAsync(East, id))!;
        Assert.Equal((SubmissionState.Returned, "合计与上周对不上", "reviewer"), (view.Row.State, view.Row.Reason, view.Row.DecidedBy));
        Assert.Equal([(null, "合计与上周对不上"), ("done", "请核对")], view.Notes.Select(note => (note.Element?.Code, note.Text)).OrderBy(note => note.Code is not null));
        Assert.Contains(await world.Duties.OutstandingAsync(East), duty => duty is { State: SubmissionState.Returned, Form.Code: "items" });
        Assert.Empty(await world.Observations.QueryAsync(World.Reviewer, new ObservationFilter(World.W30)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Waiting_InAUnit_IsSeenThereUntilItIsReturnedWithNotesOfItsRound(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.Practices.SetReviewAsync(EastReviewer, "east", true, Early);
        var id = await SendAsync(world, 10);
        Assert.Equal(id, Assert.Single(await world.Review.WaitingAsync(EastReviewer, "east")).Id);

        await world.Review.ReturnAsync(EastReviewer, [id], "请核对", [], World.At(World.W30, 11));

        Assert.Empty(await world.Review.WaitingAsync(EastReviewer, "east"));
        Assert.Equal("请核对", Assert.Single((await world.Review.NotesAsync(East, World.W30, "east"))[id]).Text);
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Review.WaitingAsync(World.County("west"), "east"));
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Review.NotesAsync(World.County("west"), World.W30, "east"));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Send_AfterAReturn_IsTheNextRoundAndStillInTime(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.Review.ReturnAsync(World.Reviewer, [await SendAsync(world, 10)], "请核对", [], World.At(World.W30, 11));

        var again = await SendAsync(world, 12, World.At(World.W30, 13));
        await world.Submissions.AcceptAsync(World.Reviewer, [again], World.At(World.W30, 14));

        var duty = (await world.Duties.OfWeekAsync(East, World.W30, "east")).Single(duty => duty.Form.Code == "items");
        Assert.Equal((SubmissionState.Accepted, true, (Guid?)again), (duty.State, duty.OnTime, duty.SubmissionId));
        Assert.Equal([2, 1], (await world.Submissions.FindAsync(East, again))!.History.Select(row => row.Round));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Return_WhatSomebodyAccepted_TellsWhoWasFaster(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await SendAsync(world, 10);
        await world.Submissions.AcceptAsync(World.Reviewer, [id], World.At(World.W30, 11));

        var result = Assert.Single(await world.Review.ReturnAsync(new Actor("other", Role.CityReviewer), [id], "请核对", [], World.At(World.W30, 11)));

        Assert.Equal(ReviewStatus.NotWaiting, result.Status);
        Assert.Contains("申请更正", result.Message, StringComparison.Ordinal);
        Assert.Equal(SubmissionState.Accepted, (await world.Submissions.FindAsync(East, id))!.Row.State);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Return_OwnSubmission_IsRefused(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var outcome = await world.SendAsync(World.Reviewer, Early, world.Form(World.W30, "items", "east", (element, _) => element == "done" ? 3 : 10));

        var result = Assert.Single(await world.Review.ReturnAsync(World.Reviewer, [outcome.Submissions[0].Id], "请核对", [], World.At(World.W30, 11)));

        Assert.Equal(ReviewStatus.OwnSubmission, result.Status);
        Assert.True((await world.Submissions.FindAsync(East, outcome.Submissions[0].Id))!.Row.OnBehalf);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Withdraw_BeforeTheReview_OwesTheFormAgainAndForgetsTheTime(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await SendAsync(world, 10);

        Assert.Equal(ReviewStatus.Done, Assert.Single(await world.Review.WithdrawAsync(East, [id], World.At(World.W30, 9))).Status);
        var late = await SendAsync(world, 10, World.At(World.W30, 11));

        var duty = (await world.Duties.OfWeekAsync(East, World.W30, "east")).Single(duty => duty.Form.Code == "items");
        Assert.Equal((SubmissionState.Submitted, false, (Guid?)late), (duty.State, duty.OnTime, duty.SubmissionId));
        Assert.NotEqual(id, late);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Withdraw_AfterTheLock_IsRefused(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = await SendAsync(world, 10);

        Assert.Equal(ReviewStatus.Done, Assert.Single(await world.Review.WithdrawAsync(East, [id], World.At(World.W30, 17).AddSeconds(-1))).Status);
        var again = await SendAsync(world, 11, World.At(World.W30, 17).AddSeconds(-1));
        Assert.Equal(ReviewStatus.NotWaiting, Assert.Single(await world.Review.WithdrawAsync(East, [again], World.At(World.W30, 17))).Status);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Send_UnitThatReviewsItself_WaitsForItsReviewerAlone(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.Practices.SetReviewAsync(EastReviewer, "east", true, Early);

        var id = await SendAsync(world, 10);

        Assert.Equal(SubmissionState.CountyReview, (await world.Submissions.FindAsync(East, id))!.Row.State);
        Assert.DoesNotContain(await world.Submissions.QueueAsync(World.Reviewer, World.W30), row => row.Id == id);
        Assert.Equal(AcceptStatus.NotWaiting, Assert.Single((await world.Submissions.AcceptAsync(World.Reviewer, [id], World.At(World.W30, 9))).Results).Status);

        Assert.Equal(ReviewStatus.Done, Assert.Single(await world.Review.ForwardAsync(EastReviewer, [id], World.At(World.W30, 9))).Status);
        var row = (await world.Submissions.FindAsync(East, id))!.Row;
        Assert.Equal((SubmissionState.Submitted, "east-reviewer"), (row.State, row.ReviewedBy));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Return_ByTheUnitsReviewer_GoesToItsReporter(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.Practices.SetReviewAsync(EastReviewer, "east", true, Early);
        var id = await SendAsync(world, 10);

        Assert.Equal(ReviewStatus.Done, Assert.Single(await world.Review.ReturnAsync(EastReviewer, [id], "请核对", [], Early)).Status);
        Assert.Equal(SubmissionState.Returned, (await world.Submissions.FindAsync(East, id))!.Row.State);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Send_ByTheUnitsReviewer_NeedsNoFurtherReview(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.Practices.SetReviewAsync(EastReviewer, "east", true, Early);
        var outcome = await world.SendAsync(EastReviewer, Early, world.Form(World.W30, "items", "east", (element, _) => element == "done" ? 3 : 10));

        Assert.Equal(SubmissionState.Submitted, Assert.Single(outcome.Submissions).Status);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Close_WithAReviewWithinTheUnit_CountsItAsNotReported(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.Practices.SetReviewAsync(EastReviewer, "east", true, Early);
        await SendAsync(world, 10);

        var outcome = await world.Weeks.CloseAsync(Actor.System, World.W30, World.At(World.W30, 17));

        Assert.Equal(CloseStatus.Closed, outcome.Status);
    }

    /// <summary>Every decision by every role, on the own and on another unit's submission.</summary>
    [Theory]
    [InlineData(Role.CountyReporter, "east", false, false, true)]
    [InlineData(Role.CountyReporter, "west", false, false, false)]
    [InlineData(Role.CountyReviewer, "east", true, true, true)]
    [InlineData(Role.CountyReviewer, "west", false, false, false)]
    [InlineData(Role.Department, "east", false, false, true)]
    [InlineData(Role.CityReporter, null, false, false, false)]
    [InlineData(Role.CityReviewer, null, false, true, false)]
    [InlineData(Role.Drafter, null, false, false, false)]
    [InlineData(Role.Signer, null, false, false, false)]
    [InlineData(Role.Leader, null, false, false, false)]
    [InlineData(Role.Administrator, null, false, false, false)]
    [InlineData(Role.Auditor, null, false, false, false)]
    [InlineData(Role.Source, null, false, false, false)]
    public async Task Decide_ByARole_IsAllowedWhereItsScopeSays(Role role, string? unit, bool forwards, bool returns, bool withdraws)
    {
        await using var world = await World.CreateAsync(StorageProvider.Sqlite);
        var id = await SendAsync(world, 10);
        var actor = new Actor("somebody", role, unit);

        Assert.Equal(forwards, await IsAllowedAsync(() => world.Review.ForwardAsync(actor, [id], World.At(World.W30, 9))));
        Assert.Equal(returns, await IsAllowedAsync(() => world.Review.ReturnAsync(actor, [Guid.NewGuid(), id], "请核对", [], World.At(World.W30, 9))));
        Assert.Equal(withdraws, await IsAllowedAsync(() => world.Review.WithdrawAsync(actor, [id], World.At(World.W30, 9))));
    }

    private static async Task<bool> IsAllowedAsync(Func<Task> action)
    {
        try
        {
            await action();
            return true;
        }
        catch (AccessDeniedException)
        {
            return false;
        }
    }

    private static async Task<Guid> SendAsync(World world, long value, DateTimeOffset? now = null) =>
        Assert.Single((await world.SendAsync(East, now ?? Early, world.Form(World.W30, "items", "east", (element, _) => element == "done" ? 3 : value))).Submissions).Id;
}
