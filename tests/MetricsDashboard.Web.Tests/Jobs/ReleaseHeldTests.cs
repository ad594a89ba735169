using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Jobs;
using MetricsDashboard.Web.Tests.Pages;
using Microsoft.Extensions.Logging.Abstractions;
using static MetricsDashboard.Web.Tests.Pages.MyTasksCity;

namespace MetricsDashboard.Web.Tests.Jobs;

public sealed class ReleaseHeldTests : IAsyncLifetime
{
    private TestCity city = null!;
    private SourceFeed feed = null!;

    private RunStore Runs => city.Store<RunStore>();

    public async Task InitializeAsync()
    {
        city = await CreateAsync();
        feed = await SourceFeed.CreateAsync(city);
        await feed.TakeAsync(2, SourceFeed.Row("A1", "市公安"), SourceFeed.Row("A2", "市公安"));
    }

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Run_AfterTheWordWasExplained_LetsTheRowsInAndLeavesTheSourceAsItWas()
    {
        var before = await SourceAsync();
        await SayAsync();

        await RunAsync(4);
        await RunAsync(5);

        var run = Assert.Single(await Runs.ListAsync(TestCity.Reviewer, new RunFilter(feed.Id), 9), run => run.Trigger is RunTrigger.Terms);
        Assert.Equal((RunState.Done, new IntakeCounts(2, 2, 0, 0, 0, 0), "审核员", 2), (run.State, run.Counts, run.StartedBy, run.Expected));
        var after = await SourceAsync();
        Assert.Equal((before.LastRunAt, before.LastSuccessAt, 0), (after.LastRunAt, after.LastSuccessAt, after.Held));
    }

    [Fact]
    public async Task Run_WithNothingExplained_DoesNotBegin()
    {
        await RunAsync(4);

        Assert.DoesNotContain(await Runs.ListAsync(TestCity.Reviewer, new RunFilter(), 9), run => run.Trigger is RunTrigger.Terms);
    }

    [Fact]
    public async Task Run_WhileTheSourceIsAsked_WaitsForTheNextTime()
    {
        await SayAsync();
        var other = await feed.StartAsync(4);

        await RunAsync(4.05);
        Assert.Equal(2, (await SourceAsync()).Held);
        await feed.EndAsync(other, 4.1);
        await RunAsync(4.2);

        Assert.Equal(0, (await SourceAsync()).Held);
    }

    private async Task<SourceRow> SourceAsync() => (await city.Store<SourceStore>().FindAsync(TestCity.Reviewer, feed.Id))!;

    private Task<int> SayAsync() => city.Store<HeldTermStore>().SayAsync(TestCity.Reviewer, feed.Id, CaseTermKind.Unit, "市公安", "D1", At(3));

    private Task RunAsync(double hour)
    {
        var clock = new BusinessClock(new StoppedTime(At(hour)));
        var ends = new RunEnds(Runs, city.Store<CaseIntakeStore>(), clock, NullLogger<RunEnds>.Instance);
        return new ReleaseHeldJob(city.Store<HeldTermStore>(), city.Store<SourceStore>(), Runs, city.Store<CaseIntakeStore>(), ends, clock).RunAsync(feed.Id, "审核员", CancellationToken.None);
    }

    private sealed class StoppedTime(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment.ToUniversalTime();
    }
}
