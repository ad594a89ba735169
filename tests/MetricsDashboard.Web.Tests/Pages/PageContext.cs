using Bunit;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Components.Layout;
using MetricsDashboard.Web.Components.Pages;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;
using MetricsDashboard.Web.Sources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MudBlazor;

namespace MetricsDashboard.Web.Tests.Pages;

/// <summary>A page over the real stores of a city, as somebody signed in sees it.</summary>
internal sealed class PageContext : BunitContext
{
    private readonly NoJobs jobs = new();
    private bool hasProvider;

    /// <summary>Of somebody signed in, with the clock standing at a moment; null for the true time.</summary>
    public PageContext(TestCity city, Actor actor, DateTimeOffset? now = null)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        this.AddAuthorization().SetAuthorized(actor.Name).SetClaims([.. MetricsClaims.Of(actor)]);
        Services.AddMetricsPages();
        Services.AddSingleton(city.Store<WeekStore>()).AddSingleton(city.Store<DutyStore>()).AddSingleton(city.Store<SnapshotStore>()).AddSingleton(city.Store<SubmissionStore>())
            .AddSingleton(city.Store<UploadStore>()).AddSingleton(city.Store<ReportStore>()).AddSingleton(city.Store<PersonStore>()).AddSingleton<PeopleNames>().AddSingleton<RunEnds>()
            .AddSingleton(city.Store<DraftStore>()).AddSingleton(city.Store<ReviewStore>()).AddSingleton(city.Store<PracticeStore>()).AddSingleton(city.Store<CorrectionStore>())
            .AddSingleton(city.Store<VerificationStore>()).AddSingleton(city.Store<IntakeMappingStore>())
            .AddSingleton(city.Store<ObservationStore>()).AddSingleton(city.Store<CatalogueStore>()).AddSingleton(city.Store<MessageStore>())
            .AddSingleton(city.Store<ReminderStore>()).AddSingleton(city.Store<CalendarStore>()).AddSingleton(city.Store<PublishedFigureStore>()).AddSingleton(city.Store<ProvinceTableStore>()).AddSingleton<DerivedCards>().AddSingleton<Deadlines>()
            .AddSingleton(city.Store<TodayStore>()).AddSingleton(city.Store<CaseNoteStore>()).AddSingleton(city.Store<CaseHistoryStore>()).AddSingleton(city.Store<CardThresholdsStore>()).AddSingleton(city.Store<EventStore>()).AddSingleton(city.Store<CaseIntakeStore>())
            .AddSingleton(city.Store<DeliveryStore>()).AddSingleton(city.Store<ContactStore>()).AddSingleton(city.Store<AcceptanceStore>()).AddSingleton(city.Store<ElementOriginStore>())
            .AddSingleton(city.Store<SourceStore>()).AddSingleton(city.Store<RunStore>()).AddSingleton(city.Store<HeldTermStore>()).AddSingleton(city.Store<CaseStore>())
            .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>().AddSingleton<SourceSecrets>().AddSingleton(provider => new SourceHttp(provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<CaseFileInbox>().AddSingleton(Options.Create(new MetricsOptions { DataDirectory = Path.Combine(Path.GetTempPath(), "metrics-no-data") }))
            .AddSingleton(Options.Create(new TimetableOptions())).AddSingleton<IBackgroundJobClient>(jobs);
        Services.AddScoped<ActorAccessor>().AddScoped<Accept>().AddScoped<Publish>().AddScoped<PublishedImport>().AddScoped<Receive>().AddScoped<CloseWeek>().AddScoped<TrySource>();
        Services.AddSingleton(now is { } moment ? new StoppedTime(moment) : TimeProvider.System).AddSingleton<BusinessClock>().AddSingleton(Options.Create(new LetterheadOptions()));
        var installed = new Installed();
        installed.Start(SmallCity.First, false, city.Catalogue);
        Services.AddSingleton(installed);
        Services.AddSingleton<WeekWatch>();
    }

    /// <summary>Opens a page by its address and waits until it has loaded.</summary>
    public IRenderedComponent<TPage> Open<TPage>(string address, Action<ComponentParameterCollectionBuilder<TPage>>? parameters = null)
        where TPage : IComponent
    {
        if (!hasProvider) Render<MudPopoverProvider>();
        hasProvider = true;
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var page = Render(parameters ?? (_ => { }));
        page.WaitForState(() => !page.Markup.Contains("正在加载", StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        return page;
    }

    /// <summary>What was put into the queue, as its job and arguments.</summary>
    public IEnumerable<string> Queued => jobs.Created.Select(job => $"{job.Type.Name} {string.Join(' ', job.Args.Where(argument => argument is not CancellationToken))}");

    /// <summary>What stands beside an entry of the navigation.</summary>
    public IRenderedComponent<MenuCount> MenuCount(string href)
    {
        var (count, measure) = Services.GetRequiredService<MenuCounts>().Of(href)!.Value;
        return Render<MenuCount>(parameters => parameters.Add(menu => menu.Count, count).Add(menu => menu.Measure, measure));
    }

    // Hangfire's own registration is global to the process and would reach the hosts of other tests.
    private sealed class NoJobs : IBackgroundJobClient
    {
        public List<Job> Created { get; } = [];

        public string Create(Job job, IState state)
        {
            Created.Add(job);
            return "1";
        }

        public bool ChangeState(string jobId, IState state, string expectedState) => true;
    }

    private sealed class StoppedTime(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment.ToUniversalTime();
    }
}
