using System.Reflection;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.SqlServer;
using MetricsDashboard.Storage;
using MetricsDashboard.Web.Security;

namespace MetricsDashboard.Web.Jobs;

/// <summary>Hangfire's storage follows the database's: in memory beside SQLite, where our own tables hold what must survive, and in schema hangfire of SQL Server.</summary>
public static class HangfireSetup
{
    public static void AddMetricsJobs(this IServiceCollection services, IConfiguration configuration, StorageOptions storage)
    {
        // Registered before Hangfire's own registration, which would hand out the process's one static storage.
        services.AddSingleton(_ => Storage(storage));
        services.AddHangfire((provider, hangfire) => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings()
            .UseStorage(provider.GetRequiredService<JobStorage>())
            .UseDashboardJavaScript(typeof(HangfireSetup).GetTypeInfo().Assembly, "MetricsDashboard.Web.Jobs.dashboard.js"));
        services.AddScoped<ReceiveUploadJob>().AddScoped<SweepJob>().AddScoped<OpenWeekJob>().AddScoped<CloseWeekJob>().AddScoped<RemindJob>()
            .AddScoped<DeliverJob>().AddScoped<AcceptCleanJob>().AddScoped<DeriveCardsJob>()
            .AddScoped<TakeSourceJob>().AddScoped<TakeSourcesJob>().AddScoped<TakeCaseFileJob>().AddScoped<CatchUpJob>().AddScoped<SourcesFirst>().AddScoped<ReleaseHeldJob>();
        if (!configuration.GetValue("Jobs:Enabled", true)) return;
        services.AddHangfireServer(options =>
        {
            options.WorkerCount = configuration.GetValue("Jobs:Workers", Math.Min(Environment.ProcessorCount * 2, 8));
            options.SchedulePollingInterval = TimeSpan.FromSeconds(5);
        });
        services.AddHostedService<Watchdog>();
    }

    public static void MapMetricsJobs(this IEndpointRouteBuilder app) => app
        .MapHangfireDashboard("/hangfire", new DashboardOptions
        {
            // Who gets in is decided by the endpoint's policy; Hangfire's own filter would let in whoever sits at the server.
            Authorization = [],
            DashboardTitle = "后台任务",
            AppPath = "/",
            DisplayStorageConnectionString = false,
        })
        .RequireAuthorization(SignInSetup.Administrators);

    private static JobStorage Storage(StorageOptions storage) => storage.Provider is StorageProvider.SqlServer
        ? new SqlServerStorage(storage.ConnectionString, new SqlServerStorageOptions { SchemaName = "hangfire", PrepareSchemaIfNecessary = true })
        : new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromDays(1) });
}
