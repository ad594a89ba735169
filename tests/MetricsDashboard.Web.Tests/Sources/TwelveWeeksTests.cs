using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Sources;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Sources;
using MetricsDashboard.Web.Tests.Browser;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MetricsDashboard.Web.Tests.Sources;

/// <summary>The provincial system with every fault it can have, pulled after twelve weeks: the figures of each week are what an independent count says.</summary>
public sealed class TwelveWeeksTests : IDisposable
{
    private const string MappedUnit = "410421";
    private static readonly DateTimeOffset Now = new(2020, 9, 28, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly ReportingWeek First = new(2020, 28);

    private readonly TemporaryDirectory data = new();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        data.Dispose();
    }

    [Fact]
    public Task Pull_OfTenThousandCasesWithEveryFault_GivesTheFiguresOfAnIndependentCount() => PullAsync(10_000);

    [Fact]
    [Trait("Category", "Long")]
    public Task Pull_OfTwoHundredThousandCasesWithEveryFault_GivesTheFiguresOfAnIndependentCount() => PullAsync(200_000);

    private async Task PullAsync(int cases)
    {
        await using var server = await ProvinceServer.StartAsync(CaseHistories.Rows(cases, seed: 1), ProvinceFaults.All with { Seed = 3 });
        using var host = Build();
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<FirstStart>().RunAsync(demonstration: false, new Progress<string>(), default);
        await OpenWeeksAsync(services);
        var source = await AddSourceAsync(services, server.Address);
        var (runs, take) = (services.GetRequiredService<RunStore>(), services.GetRequiredService<TakeSource>());

        await take.RunAsync(source, RunTrigger.Schedule, "system", default);
        var first = (await runs.ListAsync(Actor.System, new RunFilter(source), 1)).Single();
        Assert.True(first is { State: RunState.Done, Counts.AddUp: true, Counts.Held: > 0 }, $"{first.State} {first.Message} {first.Counts}");
        Assert.NotNull(first.Expected);
        Assert.Equal((server.Served.Count, server.Faulty), (first.Counts.Read, first.Counts.Rejected));

        // Words that nobody knew are explained, and the rows that waited flow in.
        await ExplainAsync(services, source);
        await take.RunAsync(source, RunTrigger.Manual, "system", default);
        await CompareAsync(services, server);

        var before = await services.GetRequiredService<ObservationStore>().QueryAsync(Actor.System, new ObservationFilter(First, First.AddWeeks(11)));
        await take.RunAsync(source, RunTrigger.Schedule, "system", default);
        var again = (await runs.ListAsync(Actor.System, new RunFilter(source), 1)).Single();
        Assert.Equal(new IntakeCounts(first.Counts.Read, 0, 0, first.Counts.Read - first.Counts.Rejected, 0, first.Counts.Rejected), again.Counts);
        Assert.Equal(before.Count, (await services.GetRequiredService<ObservationStore>().QueryAsync(Actor.System, new ObservationFilter(First, First.AddWeeks(11)))).Count);
        Assert.All(["Errors", "Overload", "Truncated", "DuplicatedPages"], fault => Assert.True(server.Played.ContainsKey(fault), fault));
    }

    private static async Task CompareAsync(IServiceProvider services, ProvinceServer server)
    {
        var rows = server.Served.Where((_, i) => !server.IsFaulty(i)).Select(row => row.Unit == "市新设局" ? row with { Unit = MappedUnit } : row).ToList();
        for (var week = 0; week < CaseHistories.Weeks; week++)
        {
            var expected = CaseHistories.Count(rows, week).OrderBy(row => row.Key).Select(row => $"{row.Key} {row.Value}");
            var observed = (await services.GetRequiredService<ObservationStore>().QueryAsync(Actor.System, new ObservationFilter(First.AddWeeks(week))))
                .Where(row => row.Origin is Origin.Cases).GroupBy(row => (row.Unit, row.Element)).OrderBy(group => group.Key).Select(group => $"{group.Key} {group.MaxBy(row => row.Revision)!.Value}");
            Assert.Equal(expected, observed);
        }
    }

    private static async Task OpenWeeksAsync(IServiceProvider services)
    {
        var timetable = await services.GetRequiredService<Deadlines>().TimetableAsync(default);
        foreach (var week in First.To(First.AddWeeks(11)))
            await services.GetRequiredService<WeekStore>().OpenAsync(Actor.System, timetable.Of(new ReportingPeriod(week)), Now, default);
    }

    private static Task<Guid> AddSourceAsync(IServiceProvider services, string address)
    {
        var settings = new SourceSettings
        {
            Values = new Dictionary<string, string>
            {
                ["url"] = address + "/cases",
                ["plain"] = "true",
                ["format"] = "json",
                ["auth"] = "token",
                ["paging"] = "cursor",
                ["pageSize"] = "1000",
                ["pageSeconds"] = "600",
                ["rowsPath"] = "data.items",
                ["nextPath"] = "data.next",
                ["totalPath"] = "data.total",
            },
        };
        var secret = services.GetRequiredService<SourceSecrets>().Protect(ProvinceServer.Token);
        return services.GetRequiredService<SourceStore>().AddAsync(Actor.System, new SourceSettingsEntry("省电子监察平台", "http", true, "02:00", settings.ToJson(), secret), Now);
    }

    private static async Task ExplainAsync(IServiceProvider services, Guid source)
    {
        var (terms, reviewer) = (services.GetRequiredService<HeldTermStore>(), new Actor("reviewer", Role.CityReviewer));
        await terms.SayAsync(reviewer, source, CaseTermKind.Unit, "市新设局", MappedUnit, Now);
        await terms.SayAsync(reviewer, source, CaseTermKind.Cause, "疫情影响", "other", Now);
    }

    /// <summary>It is Monday after the twelfth week, and a little later each time that somebody asks: runs follow each other.</summary>
    private sealed class StandingTime : TimeProvider
    {
        private int asked;

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime().AddMilliseconds(10 * Interlocked.Increment(ref asked));
    }

    private IHost Build()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Metrics:DataDirectory"] = data.FullPath, ["Metrics:FirstWeek"] = First.ToString() });
        builder.Services.AddSingleton<TimeProvider>(new StandingTime());
        builder.Services.AddMetrics(builder.Configuration);
        builder.Services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>().AddSingleton<SourceSecrets>().AddSingleton(new SourceHttp(new FastTime())).AddScoped<TakeSource>();
        return builder.Build();
    }
}
