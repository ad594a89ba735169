using MetricsDashboard.Storage;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Demonstration;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Security;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MetricsDashboard.Web.Hosting;

/// <summary>What every verb needs: the stores, the four jobs of the main flow, the clock, the accounts.</summary>
public static class Composition
{
    /// <param name="services">The services.</param>
    /// <param name="configuration">The settings.</param>
    /// <param name="readOnly">Is nothing written?</param>
    /// <param name="untouched">Does not even a byte beside the database change, as a dry run promises?</param>
    /// <returns>Where the data lie.</returns>
    public static StorageOptions AddMetrics(this IServiceCollection services, IConfiguration configuration, bool readOnly = false, bool untouched = false)
    {
        var options = configuration.GetSection(MetricsOptions.Section).Get<MetricsOptions>() ?? new MetricsOptions();
        var directory = Path.GetFullPath(options.DataDirectory);
        var storage = StorageOptions.Read(configuration, directory);
        if (untouched) storage = storage.Untouched();
        else if (readOnly) storage = storage.ReadOnly();
        else if (storage.Provider is StorageProvider.Sqlite) Directory.CreateDirectory(directory);

        services.Configure<MetricsOptions>(configuration.GetSection(MetricsOptions.Section));
        services.Configure<LetterheadOptions>(configuration.GetSection(LetterheadOptions.Section));
        services.Configure<TimetableOptions>(configuration.GetSection(TimetableOptions.Section));
        services.AddMetricsStorage(storage);
        services.AddMetricsIdentity(storage);
        services.AddSingleton<BusinessClock>().AddSingleton<Installed>().AddSingleton<DerivedCards>().AddSingleton<Deadlines>().AddSingleton<PeopleNames>().AddSingleton<RunEnds>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<Receive>().AddScoped<TakeCases>().AddScoped<TakeCaseFile>().AddScoped<Accept>().AddScoped<CloseWeek>().AddScoped<Publish>().AddScoped<PublishedImport>().AddScoped<PrefilledWorkbook>().AddScoped<Preview>().AddScoped<MarkedCopies>();
        services.AddScoped<CaseExport>().AddSingleton<CaseFileInbox>();
        services.AddScoped<FirstStart>().AddScoped<FirstAdministrator>().AddScoped<DemonstrationData>();
        return storage;
    }
}
