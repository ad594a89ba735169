using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

public sealed class CorrectionStoreTests
{
    private static readonly Actor East = World.County("east");
    private static readonly DateTimeOffset Later = World.At(World.W30, 50);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Decide_Approved_IsAFurtherRevisionWithTheReasonAndResultsFollow(StorageProvider provider)
    {
        await using var world = await AcceptedAsync(provider);
        var before = (await world.Snapshots.WeekAsync(World.Leader, World.W30)).Find("open-items", "east")!.Value;

        var id = await world.Corrections.RequestAsync(East, World.W30, "done", "east", 4, "漏报1项", Later);
        Assert.Equal(before, (await world.Snapshots.WeekAsync(World.Leader, World.W30)).Find("open-items", "east")!.Value);
        Assert.Equal(ReviewStatus.Done, (await world.Corrections.DecideAsync(World.Reviewer, id, approve: true, null, Later)).Status);

        Assert.Equal(before - 1, (await world.Snapshots.WeekAsync(World.Leader, World.W30)).Find("open-items", "east")!.Value);
        var newest = (await world.Observations.QueryAsync(World.Reviewer, new ObservationFilter(World.W30, null, "done", "east"))).MaxBy(row => row.Revision)!;
        Assert.Equal((4, 2, "漏报1项", "reviewer"), (newest.Value, newest.Revision, newest.Reason, newest.RecordedBy));
        Assert.Empty(await world.Snapshots.RecomputeAsync(Actor.System, null, check: true, Later));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Decide_Rejected_ChangesNothingAndSaysWhy(StorageProvider provider)
    {
        await using var world = await AcceptedAsync(provider);
        var id = await world.Corrections.RequestAsync(East, World.W30, "done", "east", 4, "漏报1项", Later);

        await world.Corrections.DecideAsync(World.Reviewer, id, approve: false, "无依据", Later);

        var row = Assert.Single(await world.Corrections.ListAsync(East, null, World.W30));
        Assert.Equal((CorrectionState.Rejected, "无依据", 3L, 4L), (row.State, row.Answer, row.OldValue, row.NewValue));
        Assert.Single(await world.Observations.QueryAsync(World.Reviewer, new ObservationFilter(World.W30, null, "done", "east")));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Decide_Twice_TheSecondIsTold(StorageProvider provider)
    {
        await using var world = await AcceptedAsync(provider);
        var id = await world.Corrections.RequestAsync(East, World.W30, "done", "east", 4, "漏报1项", Later);
        await world.Corrections.DecideAsync(World.Reviewer, id, approve: true, null, Later);

        var second = await world.Corrections.DecideAsync(new Actor("other", Role.CityReviewer), id, approve: false, "无依据", Later);

        Assert.Equal(ReviewStatus.NotWaiting, second.Status);
        Assert.Contains("reviewer", second.Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Decide_OwnRequest_IsRefused(StorageProvider provider)
    {
        await using var world = await AcceptedAsync(provider);
        var id = await world.Corrections.RequestAsync(World.Reviewer, World.W30, "done", "east", 4, "漏报1项", Later);

        Assert.Equal(ReviewStatus.OwnSubmission, (await world.Corrections.DecideAsync(World.Reviewer, id, approve: true, null, Later)).Status);
    }

    [Theory]
    [InlineData("done", 11, "大于")]
    [InlineData("total", 2, "小于")]
    [InlineData("done", -1, "不能小于0")]
    [InlineData("done", 3, "相同")]
    public async Task Request_ValueThatDoesNotGoWithTheOthers_IsRefusedWithASentence(string element, long value, string sentence)
    {
        await using var world = await AcceptedAsync(StorageProvider.Sqlite);

        var refused = await Assert.ThrowsAsync<StateConflictException>(() => world.Corrections.RequestAsync(East, World.W30, element, "east", value, "漏报", Later));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Values_AfterACorrection_AreThoseThatCountNow(StorageProvider provider)
    {
        await using var world = await AcceptedAsync(provider);
        var form = world.Catalogue.Element("done").Form!;
        var id = await world.Corrections.RequestAsync(East, World.W30, "done", "east", 4, "漏报1项", Later);
        await world.Corrections.DecideAsync(World.Reviewer, id, approve: true, null, Later);

        var values = await world.Corrections.ValuesAsync(East, World.W30, form, "east");

        Assert.Equal(4, values.Single(value => value.Element.Code == "done").Value);
        Assert.All(values, value => Assert.Equal("east", value.Unit.Code));
        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Corrections.ValuesAsync(World.County("west"), World.W30, form, "east"));
    }

    [Fact]
    public async Task Request_WhileOneWaits_IsRefused()
    {
        await using var world = await AcceptedAsync(StorageProvider.Sqlite);
        await world.Corrections.RequestAsync(East, World.W30, "done", "east", 4, "漏报1项", Later);

        await Assert.ThrowsAsync<StateConflictException>(() => world.Corrections.RequestAsync(East, World.W30, "done", "east", 5, "漏报2项", Later));
    }

    [Fact]
    public async Task Request_OfAnotherUnit_IsDenied()
    {
        await using var world = await AcceptedAsync(StorageProvider.Sqlite);

        await Assert.ThrowsAsync<AccessDeniedException>(() => world.Corrections.RequestAsync(World.County("west"), World.W30, "done", "east", 4, "漏报", Later));
        Assert.Empty(await world.Corrections.ListAsync(World.County("west"), null, null));
    }

    private static async Task<World> AcceptedAsync(StorageProvider provider)
    {
        var world = await World.CreateAsync(provider);
        await world.FillAsync(World.W30, (element, _) => element == "done" ? 3 : 10);
        return world;
    }
}
