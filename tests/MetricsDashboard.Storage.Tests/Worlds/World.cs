using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace MetricsDashboard.Storage.Tests.Worlds;

/// <summary>A database with a catalogue, its stores, and the few steps that every test takes.</summary>
internal sealed class World : IAsyncDisposable
{
    public static readonly ReportingWeek W30 = new(2020, 30);
    public static readonly Actor Reviewer = new("reviewer", Role.CityReviewer);
    public static readonly Actor Drafter = new("drafter", Role.Drafter);
    public static readonly Actor Signer = new("signer", Role.Signer);
    public static readonly Actor Leader = new("leader", Role.Leader);
    public static readonly Actor Source = new("source", Role.Source);

    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private World(TestDatabase database, ServiceProvider services, Catalogue catalogue)
    {
        this.database = database;
        this.services = services;
        Catalogue = catalogue;
    }

    public Catalogue Catalogue { get; }
    public StorageOptions Options => database.Options;
    public MetricsDatabase Database => services.GetRequiredService<MetricsDatabase>();
    public InstallationStore Installation => services.GetRequiredService<InstallationStore>();
    public CatalogueStore Catalogues => services.GetRequiredService<CatalogueStore>();
    public PublishedFigureStore Published => services.GetRequiredService<PublishedFigureStore>();
    public ProvinceTableStore ProvinceTables => services.GetRequiredService<ProvinceTableStore>();
    public WeekStore Weeks => services.GetRequiredService<WeekStore>();
    public DutyStore Duties => services.GetRequiredService<DutyStore>();
    public DraftStore Drafts => services.GetRequiredService<DraftStore>();
    public ReviewStore Review => services.GetRequiredService<ReviewStore>();
    public PracticeStore Practices => services.GetRequiredService<PracticeStore>();
    public CorrectionStore Corrections => services.GetRequiredService<CorrectionStore>();
    public IntakeMappingStore Mappings => services.GetRequiredService<IntakeMappingStore>();
    public VerificationStore Verifications => services.GetRequiredService<VerificationStore>();
    public ReminderStore Reminders => services.GetRequiredService<ReminderStore>();
    public DeliveryStore Deliveries => services.GetRequiredService<DeliveryStore>();
    public ContactStore Contacts => services.GetRequiredService<ContactStore>();
    public AcceptanceStore Acceptance => services.GetRequiredService<AcceptanceStore>();
    public MessageStore Messages => services.GetRequiredService<MessageStore>();
    public CalendarStore Calendars => services.GetRequiredService<CalendarStore>();
    public UploadStore Uploads => services.GetRequiredService<UploadStore>();
    public SubmissionStore Submissions => services.GetRequiredService<SubmissionStore>();
    public ObservationStore Observations => services.GetRequiredService<ObservationStore>();
    public SnapshotStore Snapshots => services.GetRequiredService<SnapshotStore>();
    public ReportStore Reports => services.GetRequiredService<ReportStore>();
    public TokenStore Tokens => services.GetRequiredService<TokenStore>();
    public JobSlotStore JobSlots => services.GetRequiredService<JobSlotStore>();
    public SessionTicketStore SessionTickets => services.GetRequiredService<SessionTicketStore>();

    /// <summary>An empty database: schema and nothing else.</summary>
    public static async Task<World> CreateEmptyAsync(StorageProvider provider, Catalogue? catalogue = null)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var services = new ServiceCollection().AddMetricsStorage(database.Options).BuildServiceProvider();
        return new World(database, services, catalogue ?? TestCatalogues.Small);
    }

    /// <summary>Installed with its catalogue, and the first week open.</summary>
    public static async Task<World> CreateAsync(StorageProvider provider, Catalogue? catalogue = null)
    {
        var world = await CreateEmptyAsync(provider, catalogue);
        await world.Installation.CreateAsync(Actor.System, new Installation(W30, false, At(W30, -1)));
        await world.Catalogues.SeedAsync(Actor.System, world.Catalogue, At(W30, -1));
        await world.OpenAsync(W30);
        return world;
    }

    /// <summary>So many hours after the Monday on which a week's forms are due at 10:00, Beijing time.</summary>
    public static DateTimeOffset At(ReportingWeek week, double hours) =>
        new DateTimeOffset(week.Next.Monday.ToDateTime(new TimeOnly(0, 0)), TimeSpan.FromHours(8)).AddHours(hours);

    public static DateTimeOffset Due(ReportingWeek week) => At(week, 10);

    public static Actor County(string unit) => new($"{unit}-reporter", Role.CountyReporter, unit);

    public Task<WeekRow> OpenAsync(ReportingWeek week) => OpenAsync(new ReportingPeriod(week));

    public Task<WeekRow> OpenAsync(ReportingPeriod period) => Weeks.OpenAsync(Actor.System, Hours(period), At(period.First, -72));

    /// <summary>The standard hours, whatever the calendar.</summary>
    public static PeriodHours Hours(ReportingPeriod period) => new Timetable(WorkCalendar.Plain, TimetableHours.Standard).Of(period);

    /// <summary>A whole form; the value of each cell comes from the function, null leaves an optional one blank.</summary>
    public CheckedForm Form(ReportingWeek week, string form, string unit, Func<string, string, long?> value)
    {
        var what = Catalogue.Form(form);
        var asked = Catalogue.Unit(unit);
        var values = Catalogue.RowUnits(what, asked, week).SelectMany((row, line) => Catalogue.ElementsOf(what, week).Select((element, column) => new CheckedValue(
            element.Code, row.Code, element.IsText ? null : value(element.Code, row.Code), element.IsText ? $"{row.ShortName}：{element.Name}" : $"{value(element.Code, row.Code)}", new Place(what.Name, $"{(char)('C' + column % 20)}{line + 6}"))));
        return new CheckedForm(asked, what, week, [.. values]);
    }

    public static CheckedIntake Intake(params CheckedForm[] forms) => new(forms, [], forms.Sum(form => form.Values.Count));

    /// <summary>Uploads, claims and stores, as a job does.</summary>
    public async Task<IntakeOutcome> SendAsync(Actor sender, DateTimeOffset now, params CheckedForm[] forms)
    {
        var upload = await AddAsync(sender, now);
        var claimed = await Uploads.ClaimAsync(Actor.System, upload, now, TimeSpan.FromMinutes(5));
        return await Submissions.StoreAsync(claimed!.Sender, upload, Intake(forms), now);
    }

    public Task<Guid> AddAsync(Actor sender, DateTimeOffset now) =>
        Uploads.AddAsync(sender, new NewUpload("报表.xlsx", [1, 2, 3], null, null, null, UploadChannel.Web), now);

    public async Task<AcceptOutcome> AcceptAllAsync(ReportingWeek week, Actor? reviewer = null)
    {
        var waiting = await Submissions.QueueAsync(Reviewer, week);
        return await Submissions.AcceptAsync(reviewer ?? Reviewer, [.. waiting.Select(row => row.Id)], At(week, 12));
    }

    /// <summary>Every form of every unit but some is sent in time and accepted.</summary>
    public async Task FillAsync(ReportingWeek week, Func<string, string, long?> value, params string[] missing)
    {
        var forms = Catalogue.Forms.SelectMany(form => Catalogue.AskedUnits(form, week).Where(unit => !missing.Contains(unit.Code)).Select(unit => Form(week, form.Code, unit.Code, value)));
        await SendAsync(Source, At(week, 2), [.. forms]);
        await AcceptAllAsync(week);
    }

    public Task<CloseOutcome> CloseAsync(ReportingWeek week) => Weeks.CloseAsync(Actor.System, week, At(week, 17));

    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
