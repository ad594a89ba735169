using System.Globalization;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Tests.Browser;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace MetricsDashboard.Web.Tests.Pages;

/// <summary>The small city in a real database of its own: weeks opened, reported, accepted and closed through the stores.</summary>
internal sealed class TestCity : IAsyncDisposable
{
    /// <summary>Who sends for every unit.</summary>
    public static readonly Actor Collector = new("汇总员", Role.CityReviewer);

    /// <summary>Who accepts.</summary>
    public static readonly Actor Reviewer = new("审核员", Role.CityReviewer);

    private readonly TemporaryDirectory directory = new();
    private readonly ServiceProvider services;

    private TestCity(Catalogue catalogue)
    {
        Catalogue = catalogue;
        var options = StorageOptions.SqliteFile(directory.File("metrics.db"));
        var collection = new ServiceCollection().AddLogging().AddMetricsStorage(options);
        collection.AddIdentityCore<MetricsUser>(identity => identity.User.AllowedUserNameCharacters = "").AddMetricsIdentityStores(options);
        services = collection.BuildServiceProvider();
    }

    public Catalogue Catalogue { get; }

    public static DateTimeOffset Moment(ReportingWeek week, int hour = 9) => new(week.Next.Monday.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.FromHours(8));

    public static async Task<TestCity> CreateAsync(int weeks, Catalogue? catalogue = null)
    {
        var city = new TestCity(catalogue ?? SmallCity.Catalogue);
        await MetricsStorage.MigrateAsync(city.services);
        await city.Store<CatalogueStore>().SeedAsync(Actor.System, city.Catalogue, Moment(SmallCity.First));
        await city.Store<InstallationStore>().CreateAsync(Actor.System, new Installation(SmallCity.First, false, Moment(SmallCity.First)));
        for (var i = 0; i < weeks; i++)
        {
            var week = SmallCity.First.AddWeeks(i);
            await city.OpenAsync(week);
            // In the second week 丙县 is missing.
            await city.AcceptAsync([await city.SendAsync(week, SmallCity.All((Math.Max(1, 12 - i), 400, 300 + i), i == 1 ? [("C3", null)] : []))]);
            await city.Store<WeekStore>().CloseAsync(Actor.System, week, Moment(week, 17));
        }

        return city;
    }

    public T Store<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task OpenAsync(ReportingWeek week) => Store<WeekStore>().OpenAsync(
        Actor.System, new Timetable(WorkCalendar.Plain, TimetableHours.Standard).Of(new ReportingPeriod(week)), Moment(week, 0));

    /// <summary>Opens a week in its time, on its Friday, so that its lock holds.</summary>
    public Task OpenBeforeAsync(ReportingWeek week) => Store<WeekStore>().OpenAsync(
        Actor.System, new Timetable(WorkCalendar.Plain, TimetableHours.Standard).Of(new ReportingPeriod(week)), Moment(week, 0).AddDays(-3));

    /// <summary>Gives actors an account each.</summary>
    public async Task AddPeopleAsync(params Actor[] actors)
    {
        using var scope = services.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<MetricsUser>>();
        foreach (var actor in actors)
            Assert.True((await users.CreateAsync(new MetricsUser { UserName = actor.Name, DisplayName = actor.Name, Role = actor.Role, Unit = actor.Unit })).Succeeded);
    }

    /// <summary>Sends a file of several units' forms and leaves them waiting.</summary>
    public async Task<IntakeOutcome> SendAsync(
        ReportingWeek week, IReadOnlyDictionary<string, (long Cards, long Cases, long Items)> reported, Actor? sender = null)
    {
        var forms = reported.Select((unit, row) => new CheckedForm(Catalogue.Unit(unit.Key), Catalogue.Form("form"), week,
        [
            Value("cards", unit.Value.Cards), Value("cases", unit.Value.Cases), Value("items", unit.Value.Items),
        ])).ToList();
        var uploads = Store<UploadStore>();
        var id = await uploads.AddAsync(sender ?? Collector, new NewUpload("填报.xlsx", [1, 2, 3], null, null, week, UploadChannel.Web), Moment(week));
        await uploads.ClaimAsync(Actor.System, id, Moment(week), TimeSpan.FromMinutes(1));
        return await Store<SubmissionStore>().StoreAsync(sender ?? Collector, id, new CheckedIntake([.. forms.Select(Named)], [], forms.Count * 3), Moment(week));

        static CheckedValue Value(string element, long value) =>
            new(element, "", value, value.ToString(CultureInfo.InvariantCulture), new Place("基本情况表", "C7"));

        static CheckedForm Named(CheckedForm form) => form with { Values = [.. form.Values.Select(value => value with { Unit = form.Asked.Code })] };
    }

    public async Task AcceptAsync(IEnumerable<IntakeOutcome> sent)
    {
        var outcomes = sent.ToList();
        var ids = outcomes.SelectMany(outcome => outcome.Submissions).Select(submission => submission.Id).ToList();
        var accepted = await Store<SubmissionStore>().AcceptAsync(Reviewer, ids, Moment(SmallCity.First, 12));
        Assert.Equal(ids.Count, accepted.Accepted);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        directory.Dispose();
    }
}
