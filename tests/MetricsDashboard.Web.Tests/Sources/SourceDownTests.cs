using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Web.Tests.Sources;

/// <summary>The provincial system is down for a day, in the night in which the week ends.</summary>
public sealed class SourceDownTests : IAsyncLifetime
{
    private static readonly ReportingWeek Week = new(2020, 39);
    private static readonly DateTimeOffset Saturday = new(2020, 9, 26, 2, 0, 0, TimeSpan.FromHours(8));
    private static readonly IReadOnlyList<CaseRow> Rows = CaseHistories.Rows(100, seed: 11);

    private IntakeHouse house = null!;

    public async Task InitializeAsync() => house = await IntakeHouse.CreateAsync(Saturday, Week);

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Theory]
    [InlineData("02:00")]
    [InlineData("*/5")]
    public async Task Source_DownForADay_IsAskedLessAndLessOftenAndBringsAllAfterwards(string schedule)
    {
        await using var server = await ProvinceServer.StartAsync(Rows);
        var source = await house.AddHttpAsync(server.Address + "/cases", schedule);
        await PassAsync(server, TimeSpan.Zero);
        server.IsDown = true;
        house.Time.Now = Saturday.AddDays(1);
        await PassAsync(server, TimeSpan.FromDays(1));

        // 02:00, then after 5, 10, 20 and 40 minutes, then once an hour.
        var failed = (await house.RunsAsync()).Skip(1).ToList();
        var first = failed[0].StartedAt;
        Assert.Equal([0, 5, 15, 35, 75, 135, 195], failed.Take(7).Select(run => (int)(run.StartedAt - first).TotalMinutes));
        Assert.All(failed, run => Assert.Equal((RunState.Failed, 0), (run.State, run.Counts.Read)));
        Assert.InRange(failed.Count, 25, 29);
        var down = await house.SourceAsync(source);
        Assert.Equal((failed.Count, true), (down.Failures, down.FailingSince - first < TimeSpan.FromMinutes(1)));
        Assert.Contains("多次出错（500）。下次会自动再取", failed[^1].Message, StringComparison.Ordinal);

        server.IsDown = false;
        await PassAsync(server, TimeSpan.FromHours(1));

        var up = await house.SourceAsync(source);
        Assert.Equal((0, (DateTimeOffset?)null, RunState.Done), (up.Failures, up.FailingSince, (await house.RunsAsync())[^1].State));
        Assert.Equal(CaseHistories.Count(Rows, 11).OrderBy(row => row.Key).Select(row => $"{row.Key} {row.Value}"), await house.CountsAsync(Week));
    }

    /// <summary>The scheduler comes by every five minutes; more often would only take longer here.</summary>
    private async Task PassAsync(ProvinceServer server, TimeSpan time)
    {
        for (var end = house.Time.Now + time; house.Time.Now <= end; house.Time.Now = house.Time.Now.AddMinutes(5))
        {
            server.Present = house.Time.Now;
            await house.MinuteAsync();
        }
    }
}
