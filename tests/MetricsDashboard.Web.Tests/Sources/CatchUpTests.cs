using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Jobs;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Tests.Sources;

/// <summary>What the program makes good after it stood still, and whom it waits for before a week is closed.</summary>
public sealed class CatchUpTests : IAsyncLifetime
{
    private static readonly ReportingWeek First = new(2020, 35);
    private static readonly DateTimeOffset Lock = new(2020, 8, 31, 17, 0, 0, TimeSpan.FromHours(8));
    private static readonly IReadOnlyList<CaseRow> Rows = CaseHistories.Rows(300, seed: 5);

    private IntakeHouse house = null!;
    private ProvinceServer server = null!;
    private Guid source;

    /// <summary>The first week is open, and the source was pulled in two nights of it.</summary>
    public async Task InitializeAsync()
    {
        server = await ProvinceServer.StartAsync(Rows);
        house = await IntakeHouse.CreateAsync(Lock.AddDays(-5), First);
        source = await house.AddHttpAsync(server.Address + "/cases");
        await MinuteAsync(Lock.AddDays(-5));
        await MinuteAsync(Lock.AddDays(-4));
        Assert.Equal([RunState.Done, RunState.Done], (await house.RunsAsync()).Select(run => run.State));
    }

    public async Task DisposeAsync()
    {
        await house.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task CatchUp_AfterTwoWeekEnds_OpensPullsClosesAndDraftsInOrderAndOnce()
    {
        (house.Time.Now, server.Present) = (Lock.AddDays(7).AddHours(16), Lock.AddDays(7).AddHours(16));

        await house.CatchUpAsync();

        var weeks = (await house.Get<WeekStore>().ListAsync(Actor.System)).OrderBy(week => week.Week).ToList();
        Assert.Equal([(First, WeekState.Closed, 1), (First.Next, WeekState.Closed, 2)], weeks.Select(week => (week.Week, week.State, week.Issue ?? 0)));
        foreach (var week in weeks.Select(week => week.Week))
        {
            Assert.Equal(CaseHistories.Count(Rows, (week.Key % 100) - 28).OrderBy(row => row.Key).Select(row => $"{row.Key} {row.Value}"), await house.CountsAsync(week));
            Assert.NotNull(await house.Get<ReportStore>().FindAsync(Actor.System, week));
        }

        Assert.Equal((RunTrigger.CatchUp, RunState.Done), ((await house.RunsAsync())[^1].Trigger, (await house.RunsAsync())[^1].State));
        Assert.Equal(3, (await house.RunsAsync()).Count);
        var before = await StateAsync();

        house.Time.Now += TimeSpan.FromMinutes(30);
        await house.CatchUpAsync();

        Assert.Equal(before, await StateAsync());
    }

    /// <summary>The last program ended after it had stored a file, and before it counted the weeks and moved the file away.</summary>
    [Fact]
    public async Task CatchUp_FileThatWasStoredAndNotMoved_IsCountedAndMovedAtOnce()
    {
        await house.AddFolderAsync();
        house.Drop("办件.csv", IntakeHouse.Csv(Rows.Where(row => string.CompareOrdinal(row.UpdatedAt, "2020-08-20") < 0)));
        await house.MinuteAsync();
        var before = await house.CountsAsync(First);
        File.Move(Path.Combine(house.Folder, house.Files().Single(path => path.EndsWith("办件.csv", StringComparison.Ordinal))), Path.Combine(house.Folder, "办件.csv"));
        await house.ForgetCountsAsync();
        house.Time.Now += TimeSpan.FromMinutes(1);

        await house.CatchUpAsync();

        Assert.Equal(before, await house.CountsAsync(First));
        Assert.DoesNotContain("办件.csv", house.Files());
    }

    [Fact]
    public async Task CatchUp_RunThatWasNotCounted_IsCountedAtOnce()
    {
        var before = await house.CountsAsync(First);
        await house.ForgetCountsAsync();
        house.Time.Now += TimeSpan.FromMinutes(1);

        await house.CatchUpAsync();

        Assert.Equal(before, await house.CountsAsync(First));
        Assert.Equal(2, (await house.RunsAsync()).Count);
    }

    [Fact]
    public async Task Close_SourceDownAtTheLock_WaitsAndClosesWhenItIsBack()
    {
        server.IsDown = true;
        await CloseEveryTenMinutesAsync(Lock, Lock.AddHours(3));
        Assert.True((await WeekAsync()).IsOpen);

        // Asked once at the lock, then after 5, 10, 20, 40 and 60 minutes, whoever asks.
        Assert.InRange((await house.RunsAsync()).Count(run => run.State is RunState.Failed), 4, 6);

        server.IsDown = false;
        await CloseEveryTenMinutesAsync(Lock.AddHours(3), Lock.AddHours(4.5));

        Assert.False((await WeekAsync()).IsOpen);
        Assert.Equal(CaseHistories.Count(Rows, (First.Key % 100) - 28).OrderBy(row => row.Key).Select(row => $"{row.Key} {row.Value}"), await house.CountsAsync(First));
    }

    [Fact]
    public async Task Close_SourceDownUntilTheNextMorning_ClosesAndTellsTheTaskForceOnce()
    {
        var drafter = new Actor("drafter", Role.Drafter);
        await house.InScopeAsync<People>(people => people.AddAsync(new MetricsUser { UserName = drafter.Name, Role = drafter.Role, DisplayName = "负责人" }, "zhengwu-2020-fuwu"));
        server.IsDown = true;
        house.Time.Now = Lock.AddHours(14.9);
        await CloseAsync();
        Assert.True((await WeekAsync()).IsOpen);

        await CloseEveryTenMinutesAsync(Lock.AddHours(15), Lock.AddHours(15.5));

        Assert.False((await WeekAsync()).IsOpen);
        var message = Assert.Single(await house.Get<MessageStore>().ListAsync(drafter, 10), message => message.Subject.Contains("缺数据源", StringComparison.Ordinal));
        Assert.StartsWith("2020年8月24日—8月30日已锁定，但数据源“省电子监察平台”一直没有取到这一周结束以后的数据", message.Text, StringComparison.Ordinal);
    }

    /// <summary>However late it is: what is just coming in is not cut off.</summary>
    [Fact]
    public async Task Close_WhileTheMissedPullIsUnderWay_Waits()
    {
        house.Time.Now = Lock.AddHours(20);
        var run = await house.Get<RunStore>().StartAsync(Actor.System, source, RunTrigger.Schedule, null, "system", null, house.Time.Now);

        await CloseAsync();
        Assert.True((await WeekAsync()).IsOpen);
        await house.Ends.EndAsync(run!.Value, new RunEnd(RunState.Done), house.Time.Now, default);
        house.Time.Now += TimeSpan.FromMinutes(10);
        await CloseAsync();

        Assert.False((await WeekAsync()).IsOpen);
    }

    /// <summary>A folder that brought a file of cases once promised nothing.</summary>
    [Fact]
    public async Task Close_FolderThatWasUsedOnce_IsNotWaitedFor()
    {
        await house.AddFolderAsync();
        house.Drop("以前的办件.csv", IntakeHouse.Csv(Rows.Where(row => row.CaseNo.EndsWith('7') && string.CompareOrdinal(row.UpdatedAt, "2020-08-20") < 0)));
        await house.MinuteAsync();
        (house.Time.Now, server.Present) = (Lock.AddMinutes(5), Lock.AddMinutes(5));

        await CloseAsync();

        Assert.False((await WeekAsync()).IsOpen);
        Assert.Equal(CaseHistories.Count(Rows, (First.Key % 100) - 28).OrderBy(row => row.Key).Select(row => $"{row.Key} {row.Value}"), await house.CountsAsync(First));
    }

    private Task MinuteAsync(DateTimeOffset now)
    {
        (house.Time.Now, server.Present) = (now, now);
        return house.MinuteAsync();
    }

    private Task CloseAsync() => house.InScopeAsync<CloseWeekJob>(job => job.RunAsync(default));

    private async Task CloseEveryTenMinutesAsync(DateTimeOffset from, DateTimeOffset until)
    {
        for (var now = from; now < until; now += TimeSpan.FromMinutes(5))
        {
            await MinuteAsync(now);
            if (house.Time.Now.Minute % 10 == 5) await CloseAsync();
        }
    }

    private async Task<WeekRow> WeekAsync() => (await house.Get<WeekStore>().FindAsync(Actor.System, First))!;

    private async Task<string> StateAsync() => string.Join('\n', [
        .. (await house.Get<WeekStore>().ListAsync(Actor.System)).Select(week => $"{week.Week} {week.State} {week.Issue} {week.ClosedAt} {week.Version}"),
        .. (await house.Get<ReportStore>().ListAsync(Actor.System)).Select(report => report.ToString()),
        .. (await house.RunsAsync()).Select(run => run.ToString()),
        $"{(await house.Get<ObservationStore>().QueryAsync(Actor.System, new ObservationFilter(First, First.AddWeeks(9)))).Count}",
    ]);
}
