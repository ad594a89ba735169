using System.Collections.Concurrent;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Delivery;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Jobs;
using MetricsDashboard.Web.Tests.Pages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MetricsDashboard.Web.Tests.Delivery;

/// <summary>The small city on its Monday at ten, chased, and the job that sends what stands in the outbox, over the real senders.</summary>
internal sealed class Outbox : IAsyncDisposable, ILoggerProvider, ILogger
{
    private readonly TestCity city;
    private readonly ServiceProvider services;
    private readonly MovingTime time = new(TestCity.Moment(SmallCity.First, 10));
    private readonly ConcurrentQueue<string> log = new();

    private Outbox(TestCity city, Dictionary<string, string?> settings)
    {
        this.city = city;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var installed = new Installed();
        installed.Start(SmallCity.First, false, SmallCity.Catalogue);
        var collection = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this)).AddMetricsDelivery(configuration)
            .AddSingleton<TimeProvider>(time).AddSingleton<BusinessClock>().AddSingleton(installed).AddSingleton(city.Store<DeliveryStore>()).AddScoped<DeliverJob>();
        collection.Configure<MetricsOptions>(configuration.GetSection(MetricsOptions.Section));
        services = collection.BuildServiceProvider();
    }

    public string Log => string.Join('\n', log);

    public IReadOnlyCollection<DeliveryChannel> Channels => services.GetRequiredService<Channels>().InUse;

    /// <summary>With a contact of 甲县 who wants mail, and every due step of chasing taken.</summary>
    public static async Task<Outbox> CreateAsync(params (string Key, string? Value)[] settings)
    {
        var city = await TestCity.CreateAsync(0);
        await city.OpenBeforeAsync(SmallCity.First);
        await city.Store<ContactStore>().AddAsync(Actor.System, "C1", new ContactDetails("张三", ContactDetails.Reporter, "", "13800000000", "zhang@example.cn", ReminderStage.BeforeDue), TestCity.Moment(SmallCity.First));
        var outbox = new Outbox(city, settings.ToDictionary(setting => setting.Key, setting => setting.Value));
        await outbox.RemindAsync();
        return outbox;
    }

    public Task<IReadOnlyList<ReminderRow>> RemindAsync() =>
        city.Store<ReminderStore>().RemindAsync(Actor.System, WorkCalendar.Plain, time.GetUtcNow(), Channels);

    /// <summary>The job comes by, so long after the last time.</summary>
    public async Task DeliverAsync(TimeSpan later = default)
    {
        time.Advance(later);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DeliverJob>().RunAsync(CancellationToken.None);
    }

    public Task<IReadOnlyList<DeliveryRow>> RowsAsync() => city.Store<DeliveryStore>().ListAsync(TestCity.Reviewer, SmallCity.First);

    public async Task<DeliveryRow> RowAsync() => Assert.Single(await RowsAsync());

    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await city.DisposeAsync();
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    void IDisposable.Dispose()
    {
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => log.Enqueue($"{formatter(state, exception)} {exception}");

    private sealed class MovingTime(DateTimeOffset start) : TimeProvider
    {
        private DateTimeOffset now = start;

        public void Advance(TimeSpan by) => now += by;

        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
