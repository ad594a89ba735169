using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Storage.Tests.Worlds;
using Xunit;

namespace MetricsDashboard.Storage.Tests.Stores;

/// <summary>Receive, accept, close: the main flow on each database.</summary>
public sealed class FlowTests
{
    [Theory, OnSqlite, OnSqlServer]
    public async Task Flow_TwoWeeks_GivesResultsChangesAndIssues(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.FillAsync(World.W30, (element, _) => element is "done" or "covered" ? 80 : 100);
        var first = await world.CloseAsync(World.W30);
        var next = World.W30.Next;
        await world.OpenAsync(next);
        await world.FillAsync(next, (element, _) => element is "done" or "covered" ? 90 : 110);
        var second = await world.CloseAsync(next);

        Assert.Equal((CloseStatus.Closed, 1, 1), (first.Status, first.Week.Issue, first.Week.TotalIssue));
        Assert.Equal((CloseStatus.Closed, 2, 2), (second.Status, second.Week.Issue, second.Week.TotalIssue));
        var results = await world.Snapshots.WeekAsync(World.Leader, next);
        var rate = results.Find("done-rate", "city")!;
        Assert.Equal((360L, 440L, 81.82m, 1.82m), (rate.Numerator, rate.Denominator, rate.Value, rate.Change!.Amount));
        Assert.Equal(10.00m, results.Find("user-growth", "city")!.Value);
        Assert.Equal(100.00m, results.Find("on-time", "city")!.Value);
        Assert.Empty(await world.Snapshots.RecomputeAsync(Actor.System, null, check: true, World.At(next, 20)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Store_WholeForm_CountsAddUpAndDutyIsSubmitted(StorageProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var outcome = await world.SendAsync(World.County("east"), World.At(World.W30, 1), world.Form(World.W30, "items", "east", (_, _) => 7));
        Assert.True(outcome.Counts.AddUp);
        Assert.Equal((IntakeStatus.Stored, 3, 3), (outcome.Status, outcome.Counts.Read, outcome.Counts.Created));
        var duty = (await world.Duties.OfWeekAsync(World.County("east"), World.W30, "east")).Single(duty => duty.Form.Code == "items");
        Assert.Equal((SubmissionState.Submitted, true), (duty.State, duty.OnTime));
    }
}
