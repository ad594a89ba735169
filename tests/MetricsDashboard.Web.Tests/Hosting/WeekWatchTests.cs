using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Tests.Pages;
using Microsoft.Extensions.Logging.Abstractions;

namespace MetricsDashboard.Web.Tests.Hosting;

public sealed class WeekWatchTests : IAsyncLifetime
{
    private TestCity city = null!;

    public async Task InitializeAsync()
    {
        city = await TestCity.CreateAsync(0);
        await city.OpenAsync(SmallCity.First);
    }

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Watch_BesideAPageThatBreaks_IsToldOfEveryChange()
    {
        using var watch = new WeekWatch(city.Store<WeekStore>(), new QuickTime(), NullLogger<WeekWatch>.Instance);
        var told = 0;
        using var breaking = watch.Watch(() => throw new KeyNotFoundException());
        using var page = watch.Watch(() => Task.FromResult(Interlocked.Increment(ref told)));
        await watch.StartAsync(CancellationToken.None);

        while (Volatile.Read(ref told) < 3) await ChangeAsync();

        Assert.False(watch.ExecuteTask!.IsCompleted);
        await watch.StopAsync(CancellationToken.None);
    }

    private async Task ChangeAsync()
    {
        var weeks = city.Store<WeekStore>();
        var open = (await weeks.ListAsync(Actor.System)).First(week => week.IsOpen);
        await weeks.OpenAsync(Actor.System, open.Hours, open.Hours.OpensAt);
    }

    /// <summary>Timers run as fast as they can.</summary>
    private sealed class QuickTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1));
    }
}
