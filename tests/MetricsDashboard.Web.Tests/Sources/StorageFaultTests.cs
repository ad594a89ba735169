using System.Runtime.CompilerServices;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Flow;
using Microsoft.Data.Sqlite;

namespace MetricsDashboard.Web.Tests.Sources;

/// <summary>A database that is full or locked while cases come in: nothing is lost, what happened can be seen, and nobody has to do anything afterwards.</summary>
public sealed class StorageFaultTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2020, 9, 28, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly ReportingWeek First = new(2020, 38);
    private static readonly IReadOnlyList<CaseRow> Rows = CaseHistories.Rows(3500, seed: 7);
    private static readonly string[] Names = ["办件 第1批.csv", "办件 第2批.csv"];

    private IntakeHouse house = null!;

    private IReadOnlyList<CaseRow>[] Files { get; } = [[.. Rows.Take(200)], [.. Rows.Skip(200)]];

    public async Task InitializeAsync()
    {
        house = await IntakeHouse.CreateAsync(Now, First, timeoutSeconds: 1);
        await house.OpenAsync(First.Next);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Folder_DiskFullInTheMiddle_IsTakenWholeOnceThereIsRoom()
    {
        var source = await house.AddFolderAsync();
        using var disk = new FullDisk(house.Database);
        Drop(0);
        await house.MinuteAsync();
        Drop(1);
        disk.LeavePages(200);
        house.Time.Now = Now.AddMinutes(6);

        await house.MinuteAsync();

        var broken = (await house.RunsAsync())[^1];
        Assert.Equal((RunState.Failed, true, true), (broken.State, broken.Counts.AddUp, broken.Counts.Read < Files[1].Count));
        Assert.Equal("数据库所在的磁盘已满，本次没有存完。已存入的部分保留；腾出空间后会自动重新采集，不需要人工处理。", broken.Message);
        Assert.Contains(Names[1], house.Files());
        Assert.Equal(1, (await house.SourceAsync(source)).Failures);
        Assert.Contains("磁盘已满", house.Ends.Trouble!.Sentence, StringComparison.Ordinal);

        disk.MakeRoom();
        house.Time.Now = Now.AddMinutes(12);
        await house.MinuteAsync();

        await EqualsAnUndisturbedHouseAsync();
        Assert.Equal((RunState.Done, 0, (DateTimeOffset?)null), ((await house.RunsAsync())[^1].State, (await house.SourceAsync(source)).Failures, (await house.SourceAsync(source)).FailingSince));
    }

    [Fact]
    public async Task Folder_DatabaseLocked_IsTakenOnceItIsFree()
    {
        var source = await house.AddFolderAsync();
        Drop(0);
        Drop(1);
        var other = Lock();
        await house.MinuteAsync();
        Assert.Empty(await house.RunsAsync());
        Assert.Contains("数据库正被占用", house.Ends.Trouble!.Sentence, StringComparison.Ordinal);
        other.Dispose();

        await house.MinuteAsync();

        await EqualsAnUndisturbedHouseAsync();
        Assert.Equal((0, 2), ((await house.SourceAsync(source)).Failures, (await house.RunsAsync()).Count));
    }

    /// <summary>Neither the rest of the rows nor the end of the run can be written: the next run ends the one before, and takes all.</summary>
    [Fact]
    public async Task Push_DatabaseLockedInTheMiddle_IsEndedAndTakenBySendingItAgain()
    {
        var source = await house.Get<SourceStore>().PushedAsync(Domain.People.Actor.System, "接口", "push", Now);
        SqliteConnection? other = null;

        await Assert.ThrowsAsync<SqliteException>(() => PushAsync(source, async () =>
        {
            while ((await house.RunsAsync())[^1].Counts.Read == 0) await Task.Yield();
            other = Lock();
        }));

        Assert.Equal(RunState.Running, Assert.Single(await house.RunsAsync()).State);
        other!.Dispose();
        var again = await PushAsync(source, () => Task.CompletedTask);

        var broken = (await house.RunsAsync())[0];
        Assert.Equal((RunState.Failed, 5000, "数据库正被占用，等待超时，本次没有存完。已存入的部分保留，请稍后重新发送，已存入的不会重复。"), (broken.State, broken.Counts.Read, broken.Message));
        Assert.Equal((RunState.Done, Rows.Count, true), (again!.State, again.Counts.Read, again.Counts.Unchanged >= 5000));
        await EqualsAnUndisturbedHouseAsync();
        Assert.Null(house.Ends.Trouble);
    }

    /// <summary>A run that stored everything, while its weeks could not be counted: they are, as soon as it is possible.</summary>
    [Fact]
    public async Task Count_ThatWasPrevented_IsMadeGood()
    {
        await house.AddFolderAsync();
        Drop(0);
        await house.MinuteAsync();
        var before = await house.CountsAsync(First.Next);
        await house.ForgetCountsAsync();
        house.Ends.Note(new SqliteException("locked", 5));

        await house.MinuteAsync();

        Assert.Equal(before, await house.CountsAsync(First.Next));
        Assert.Null(house.Ends.Trouble);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Push_DatabaseLockedForAMinute_WaitsAndSucceeds()
    {
        await using var patient = await IntakeHouse.CreateAsync(Now, First, timeoutSeconds: 90);
        var source = await patient.Get<SourceStore>().PushedAsync(Domain.People.Actor.System, "接口", "push", Now);
        var other = Lock(patient);
        using var timer = new Timer(_ => other.Dispose(), null, TimeSpan.FromSeconds(60), Timeout.InfiniteTimeSpan);
        RunRow? run = null;

        await patient.InScopeAsync<TakeCases>(async take => run = await take.RunAsync(source, RunTrigger.Push, null, "x", null, EntriesAsync(() => Task.CompletedTask), null, default));

        Assert.Equal((RunState.Done, new IntakeCounts(Rows.Count, run!.Counts.Created, run.Counts.Revised, 0, 0, 0)), (run.State, run.Counts));
    }

    private void Drop(int i) => house.Drop(Names[i], IntakeHouse.Csv(Files[i]));

    private SqliteConnection Lock(IntakeHouse? of = null)
    {
        var connection = new SqliteConnection($"Data Source={(of ?? house).Database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }

    private async Task<RunRow?> PushAsync(Guid source, Func<Task> atTheEnd)
    {
        RunRow? run = null;
        await house.InScopeAsync<TakeCases>(async take => run = await take.RunAsync(source, RunTrigger.Push, null, "x", null, EntriesAsync(atTheEnd), null, default));
        return run;
    }

    private static async IAsyncEnumerable<CaseEntry> EntriesAsync(Func<Task> atTheEnd, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < Rows.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (i == Rows.Count - 1) await atTheEnd();
            yield return new CaseEntry(Rows[i], $"第{i + 2}行", "", null);
        }
    }

    private async Task EqualsAnUndisturbedHouseAsync()
    {
        await using var other = await IntakeHouse.CreateAsync(Now, First);
        await other.OpenAsync(First.Next);
        await other.AddFolderAsync();
        for (var i = 0; i < Names.Length; i++) other.Drop(Names[i], IntakeHouse.Csv(Files[i]));
        await other.MinuteAsync();
        Assert.All(await other.RunsAsync(), run => Assert.Equal(RunState.Done, run.State));

        Assert.Equal(other.Cases(), house.Cases());
        foreach (var week in new[] { First, First.Next })
        {
            Assert.NotEmpty(await other.CountsAsync(week));
            Assert.Equal(await other.CountsAsync(week), await house.CountsAsync(week));
        }
    }
}
