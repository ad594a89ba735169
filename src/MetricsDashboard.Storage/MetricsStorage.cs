using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Stores;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MetricsDashboard.Storage;

/// <summary>The one door to the database: what the composition root calls.</summary>
public static class MetricsStorage
{
    /// <summary>SQL Server 2017: what the SQL is written for and parsed as.</summary>
    private const int CompatibilityLevel = 140;

    public static IServiceCollection AddMetricsStorage(this IServiceCollection services, StorageOptions options) =>
        services.AddMetricsStorage(options, _ => { }, SqlServerDatabase.CopyAsync);

    /// <summary>Creates or upgrades the database.</summary>
    public static Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken = default) =>
        services.GetRequiredService<MetricsDatabase>().MigrateAsync(cancellationToken);

    public static IdentityBuilder AddMetricsIdentityStores(this IdentityBuilder identity, StorageOptions options) => options.Provider is StorageProvider.Sqlite
        ? identity.AddEntityFrameworkStores<SqliteMetricsDb>()
        : identity.AddEntityFrameworkStores<SqlServerMetricsDb>();

    public static IDataProtectionBuilder PersistKeysToMetricsStorage(this IDataProtectionBuilder protection, StorageOptions options) =>
        options.Provider is StorageProvider.Sqlite
            ? protection.PersistKeysToDbContext<SqliteMetricsDb>()
            : protection.PersistKeysToDbContext<SqlServerMetricsDb>();

    internal static IServiceCollection AddMetricsStorage(
        this IServiceCollection services, StorageOptions options, Action<DbContextOptionsBuilder> configure, BulkCopy copy)
    {
        services.AddSingleton(options);
        if (options.Provider is StorageProvider.Sqlite)
        {
            services.AddDbContextFactory<SqliteMetricsDb>(builder => configure(builder.UseSqlite(options.ConnectionString).AddInterceptors(new SqliteSettings())));
            services.AddSingleton<MetricsDatabase, SqliteDatabase>();
        }
        else
        {
            services.AddDbContextFactory<SqlServerMetricsDb>(builder => configure(UseSqlServer(builder, options.ConnectionString)));
            services.AddSingleton(copy);
            services.AddSingleton<MetricsDatabase, SqlServerDatabase>();
        }

        services.AddSingleton<CatalogueCache>();
        services.AddSingleton<Recomputation>();
        services.AddSingleton(provider => new InstallationStore(Database(provider)));
        services.AddSingleton(provider => new CatalogueStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new PublishedFigureStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new ProvinceTableStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new WeekStore(Database(provider), Cache(provider), Recomputation(provider)));
        services.AddSingleton(provider => new DutyStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new CalendarStore(Database(provider)));
        services.AddSingleton(provider => new UploadStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new DraftStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new SubmissionStore(Database(provider), Cache(provider), Recomputation(provider)));
        services.AddSingleton(provider => new ReviewStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new PracticeStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new CorrectionStore(Database(provider), Cache(provider), Recomputation(provider)));
        services.AddSingleton(provider => new IntakeMappingStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new SourceStore(Database(provider)));
        services.AddSingleton(provider => new RunStore(Database(provider)));
        services.AddSingleton(provider => new HeldTermStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new CaseStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new CaseIntakeStore(Database(provider), Cache(provider), Recomputation(provider)));
        services.AddSingleton(provider => new ElementOriginStore(Database(provider), Cache(provider), Recomputation(provider)));
        services.AddSingleton(provider => new CaseNoteStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new CaseHistoryStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new TodayStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new CardThresholdsStore(Database(provider)));
        services.AddSingleton(provider => new EventStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new VerificationStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new ReminderStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new MessageStore(Database(provider)));
        services.AddSingleton(provider => new DeliveryStore(Database(provider)));
        services.AddSingleton(provider => new ContactStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new AcceptanceStore(Database(provider), Cache(provider), Recomputation(provider)));
        services.AddSingleton(provider => new ObservationStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new SnapshotStore(Database(provider), Cache(provider), Recomputation(provider)));
        services.AddSingleton(provider => new ReportStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new TokenStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new PersonStore(Database(provider), Cache(provider)));
        services.AddSingleton(provider => new JobSlotStore(Database(provider)));
        services.AddSingleton(provider => new SessionTicketStore(Database(provider)));
        return services;

        static MetricsDatabase Database(IServiceProvider provider) => provider.GetRequiredService<MetricsDatabase>();
        static CatalogueCache Cache(IServiceProvider provider) => provider.GetRequiredService<CatalogueCache>();
        static Recomputation Recomputation(IServiceProvider provider) => provider.GetRequiredService<Recomputation>();
    }

    internal static DbContextOptionsBuilder UseSqlServer(DbContextOptionsBuilder builder, string connectionString) => builder.UseSqlServer(
        connectionString,
        server => server.UseCompatibilityLevel(CompatibilityLevel).EnableRetryOnFailure(10, TimeSpan.FromSeconds(5), UpdateConflict));

    /// <summary>Two snapshot transactions wrote the same row: the later one runs again.</summary>
    private static readonly int[] UpdateConflict = [3960];
}
