using System.Collections.Concurrent;
using System.Globalization;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Sources;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Delivery;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Jobs;
using MetricsDashboard.Web.Sources;
using MetricsDashboard.Web.Tests.Browser;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MetricsDashboard.Web.Tests.Sources;

/// <summary>The program without its web server and its scheduler: the real services over a database of its own, a clock that a test sets, and jobs that run when a test says that a minute has passed.</summary>
internal sealed class IntakeHouse : IAsyncDisposable
{
    private readonly TemporaryDirectory data;
    private readonly Queue queue = new();
    private IHost host;

    private IntakeHouse(TemporaryDirectory data, DateTimeOffset now, ReportingWeek first, int timeoutSeconds)
    {
        this.data = data;
        Time = new SetTime(now);
        host = Build(first, timeoutSeconds);
    }

    public SetTime Time { get; }

    public string Database => data.File("metrics.db");

    public string Folder => Directory.CreateDirectory(data.File("in")).FullName;

    /// <summary>The jobs that wait, by their class.</summary>
    public IReadOnlyList<string> Queued => [.. queue.Jobs.Select(job => job.Type.Name)];

    public RunEnds Ends => Get<RunEnds>();

    /// <param name="now">What the clock says.</param>
    /// <param name="first">The installation's first week.</param>
    /// <param name="timeoutSeconds">How long a write waits for a locked database.</param>
    public static async Task<IntakeHouse> CreateAsync(DateTimeOffset now, ReportingWeek first, int timeoutSeconds = 30)
    {
        var house = new IntakeHouse(new TemporaryDirectory(), now, first, timeoutSeconds);
        await house.InScopeAsync<FirstStart>(start => start.RunAsync(demonstration: false, new Progress<string>(), default));
        return house;
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public async Task InScopeAsync<T>(Func<T, Task> work)
        where T : notnull
    {
        await using var scope = host.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<T>());
    }

    /// <summary>What the scheduler does every minute: asks the sources that are due.</summary>
    public async Task MinuteAsync()
    {
        await InScopeAsync<TakeSourcesJob>(job => job.RunAsync(default));
        while (queue.Jobs.TryDequeue(out var job))
        {
            await using var scope = host.Services.CreateAsyncScope();
            await (Task)job.Method.Invoke(scope.ServiceProvider.GetRequiredService(job.Type), [.. job.Args])!;
        }
    }

    public Task CatchUpAsync() => InScopeAsync<CatchUpJob>(job => job.RunAsync(default));

    public Task<Guid> AddFolderAsync() => AddAsync("投递文件夹", "drop-folder", "*/5", ("folder", Folder), ("quietSeconds", "0"));

    public Task<Guid> AddHttpAsync(string url, string schedule = "02:00") => AddAsync(
        "省电子监察平台", "http", schedule, ("url", url), ("plain", "true"), ("format", "json"), ("paging", "cursor"), ("pageSize", "1000"), ("pageSeconds", "600"), ("rowsPath", "data.items"), ("nextPath", "data.next"), ("totalPath", "data.total"));

    /// <summary>A file that was written an hour before.</summary>
    public void Drop(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, Time.GetUtcNow().UtcDateTime.AddHours(-1));
    }

    public IEnumerable<string> Files() => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path)).Order(StringComparer.Ordinal);

    public async Task<IReadOnlyList<RunRow>> RunsAsync() => [.. (await Get<RunStore>().ListAsync(Actor.System, new RunFilter(), 1000)).Reverse()];

    public async Task<SourceRow> SourceAsync(Guid source) => (await Get<SourceStore>().FindAsync(Actor.System, source))!;

    public async Task OpenAsync(params ReportingWeek[] weeks)
    {
        var timetable = await Get<Deadlines>().TimetableAsync(default);
        foreach (var week in weeks) await Get<WeekStore>().OpenAsync(Actor.System, timetable.Of(new ReportingPeriod(week)), Time.Now);
    }

    /// <summary>What was counted of a week: the newest value of each unit and element.</summary>
    public async Task<IReadOnlyList<string>> CountsAsync(ReportingWeek week) =>
    [
        .. (await Get<ObservationStore>().QueryAsync(Actor.System, new ObservationFilter(week))).Where(row => row.Origin is Origin.Cases)
            .GroupBy(row => (row.Unit, row.Element)).OrderBy(group => group.Key).Select(group => $"{group.Key} {group.MaxBy(row => row.Revision)!.Value}"),
    ];

    /// <summary>As if nobody had counted.</summary>
    public async Task ForgetCountsAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=false");
        connection.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM Observations WHERE Origin = 'Cases'";
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }

    /// <summary>Every version of every case, whatever run brought it.</summary>
    public string Cases()
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT group_concat(line, char(10)) FROM (SELECT CaseNo || ' ' || Version || ' ' || Unit || ' ' || Status || ' ' || IFNULL(Card, '-') || ' ' || ValidFrom || ' ' || IFNULL(Until, '-') AS line FROM
                (SELECT CaseNo, Version, Unit, Status, Card, ValidFrom, NULL AS Until FROM Cases UNION ALL SELECT CaseNo, Version, Unit, Status, Card, ValidFrom, ValidUntil FROM CasePast) ORDER BY CaseNo, Version)
            """;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }

    public static byte[] Csv(IEnumerable<CaseRow> rows) =>
        System.Text.Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(row => string.Join(',', row.Texts)).Prepend(string.Join(',', CaseRow.Columns))) + "\n");

    public async ValueTask DisposeAsync()
    {
        host.Dispose();
        SqliteConnection.ClearAllPools();
        data.Dispose();
        await ValueTask.CompletedTask;
    }

    private Task<Guid> AddAsync(string name, string kind, string schedule, params (string Name, string Value)[] values) => Get<SourceStore>().AddAsync(
        Actor.System, new SourceSettingsEntry(name, kind, true, schedule, new SourceSettings { Values = values.ToDictionary(value => value.Name, value => value.Value) }.ToJson(), null), Time.Now);

    private IHost Build(ReportingWeek first, int timeoutSeconds)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Metrics:DataDirectory"] = data.FullPath,
            ["Metrics:FirstWeek"] = first.ToString(),
            ["ConnectionStrings:Metrics"] = $"Data Source={Database};Default Timeout={timeoutSeconds}",
            ["Jobs:Enabled"] = "false",
        });
        builder.Services.AddSingleton<TimeProvider>(Time);
        var storage = builder.Services.AddMetrics(builder.Configuration);
        builder.Services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>().AddSingleton<SourceSecrets>().AddSingleton(new SourceHttp(new FastTime())).AddScoped<TakeSource>();
        builder.Services.AddMetricsDelivery(builder.Configuration);
        builder.Services.AddMetricsJobs(builder.Configuration, storage);
        builder.Services.AddSingleton<IBackgroundJobClient>(queue);
        return builder.Build();
    }

    private sealed class Queue : IBackgroundJobClient
    {
        public ConcurrentQueue<Job> Jobs { get; } = new();

        public string Create(Job job, IState state)
        {
            Jobs.Enqueue(job);
            return "1";
        }

        public bool ChangeState(string jobId, IState state, string expectedState) => true;
    }
}

/// <summary>A clock that a test sets; between, it goes on by a little each time that somebody asks, so that runs follow each other.</summary>
internal sealed class SetTime(DateTimeOffset now) : TimeProvider
{
    private int asked;

    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime().AddMilliseconds(Interlocked.Increment(ref asked));
}
