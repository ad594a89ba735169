using System.Globalization;
using System.Text;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;
using MetricsDashboard.Web.Tests.Browser;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MetricsDashboard.Web.Tests.Guarantees;

/// <summary>
/// An installation in its second week, made once and copied for every test that wants one: the catalogue of the repository with its
/// townships, last week reported by all units, accepted and closed, this week open, accounts and tokens. It is not a demonstration.
/// </summary>
internal sealed class PreparedHouse
{
    public const string County = "410421";
    public const string OtherCounty = "410422";
    public const string CountyReporter = "county-reporter";
    public const string Collector = "collector";
    public const string Reviewer = "reviewer";
    public const string Database = "metrics.db";
    private static readonly Lazy<Task<PreparedHouse>> Once = new(CreateAsync);
    private readonly Dictionary<string, string> tokens = new(StringComparer.Ordinal);
    private byte[] database = [];
    private byte[] workbook = [];

    private PreparedHouse()
    {
    }

    public static ReportingWeek LastWeek { get; } = new(2020, 38);

    public static ReportingWeek ThisWeek { get; } = LastWeek.Next;

    /// <summary>The catalogue's files.</summary>
    public string Seed { get; } = Directory.CreateTempSubdirectory("metrics-seed-").FullName;

    public Catalogue Catalogue { get; private set; } = null!;

    /// <summary>This week's workbook of the county, as it is downloaded, with what has to be written in words.</summary>
    public FilledWorkbook Workbook => new FilledWorkbook(workbook).Written();

    public static Task<PreparedHouse> GetAsync() => Once.Value;

    /// <summary>The token of an account, whose name it bears.</summary>
    public string Token(string name) => tokens[name];

    public async Task CopyToAsync(TemporaryDirectory directory) => await File.WriteAllBytesAsync(directory.File(Database), database);

    private static async Task<PreparedHouse> CreateAsync()
    {
        var house = new PreparedHouse();
        house.WriteSeed();
        using var directory = new TemporaryDirectory();
        await house.FillAsync(directory);
        SqliteConnection.ClearAllPools();
        house.database = await File.ReadAllBytesAsync(directory.File(Database));
        return house;
    }

    private void WriteSeed()
    {
        var source = Path.Combine(MetricsProcess.Repository, "db", "seed");
        foreach (var name in new[] { "units.csv", "forms.csv", "elements.csv", "indicators.csv" }) File.Copy(Path.Combine(source, name), Path.Combine(Seed, name));
        var townships = File.ReadAllText(Path.Combine(source, "demo-townships.csv"));
        File.WriteAllText(Path.Combine(Seed, "townships.csv"), townships.Replace(",demo,", ",yes,", StringComparison.Ordinal));
    }

    private async Task FillAsync(TemporaryDirectory directory)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Metrics:DataDirectory"] = directory.FullPath,
            ["Metrics:FirstWeek"] = LastWeek.ToString(),
            ["Metrics:SeedDirectory"] = Seed,
        });
        builder.Logging.ClearProviders();
        builder.Services.AddMetrics(builder.Configuration);
        using var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<FirstStart>().RunAsync(demonstration: false, new Progress<string>(), default);
        Catalogue = services.GetRequiredService<Installed>().Catalogue;
        var now = services.GetRequiredService<BusinessClock>().RealNow;
        await AddAccountsAsync(services, now);

        var weeks = services.GetRequiredService<WeekStore>();
        var then = (await weeks.FindAsync(Actor.System, LastWeek))!.DueAt;
        var receive = services.GetRequiredService<Receive>();
        var upload = new NewUpload("上周.csv", Encoding.UTF8.GetBytes(Figures(Catalogue, LastWeek)), null, null, null, UploadChannel.CommandLine);
        var collector = new Actor(Collector, Role.CityReviewer);
        var outcome = await receive.ProcessAsync(await receive.TakeInAsync(collector, upload, then, default), then, default);
        Assert.True(outcome is { Status: IntakeStatus.Stored }, string.Join('\n', outcome!.Issues.Take(9)));
        await services.GetRequiredService<Accept>().RunAsync(new Actor(Reviewer, Role.CityReviewer), [.. outcome.Submissions.Select(receipt => receipt.Id)], then, default);
        await weeks.CloseAsync(Actor.System, LastWeek, now);
        await weeks.OpenAsync(Actor.System, new Timetable(WorkCalendar.Plain, TimetableHours.Standard).Of(new ReportingPeriod(ThisWeek)), now);
        var county = Catalogue.Unit(County);
        workbook = (await services.GetRequiredService<PrefilledWorkbook>().WriteAsync(Actor.System, county, Catalogue.FormsOf(county, ThisWeek), ThisWeek, default)).Bytes;
    }

    private async Task AddAccountsAsync(IServiceProvider services, DateTimeOffset now)
    {
        (string Name, Role Role, string? Unit)[] accounts =
        [
            (CountyReporter, Role.CountyReporter, County), ("other-" + CountyReporter, Role.CountyReporter, OtherCounty),
            (Collector, Role.CityReviewer, null), (Reviewer, Role.CityReviewer, null),
        ];
        foreach (var (name, role, unit) in accounts)
        {
            await services.GetRequiredService<People>().AddAsync(name, role, unit, name);
            tokens[name] = await services.GetRequiredService<TokenStore>().AddAsync(Actor.System, name, role, unit, now);
        }
    }

    /// <summary>Plausible figures of all units and forms as a long CSV: every element stays within the one that bounds it.</summary>
    public static string Figures(Catalogue catalogue, ReportingWeek week)
    {
        var text = new StringBuilder("unit,week,element,value\n");
        foreach (var form in catalogue.Forms)
        {
            foreach (var unit in catalogue.AskedUnits(form, week).SelectMany(asked => catalogue.RowUnits(form, asked, week)))
            {
                foreach (var element in catalogue.ElementsOf(form, week)) text.Append(CultureInfo.InvariantCulture, $"{unit.Code},{week},{element.Code},{(element.IsText ? $"{unit.ShortName}：{element.Name}。" : Plausible(catalogue, element, unit))}\n");
            }
        }

        return text.ToString();
    }

    private static long Plausible(Catalogue catalogue, DataElement element, Unit unit)
    {
        if (element.Maximum is { } maximum) return maximum;
        var depth = 0;
        for (var bound = element; bound.MaxElement is { } code; bound = catalogue.Element(code)) depth++;
        return 1000 + (unit.Order % 50) - (100 * depth);
    }
}
