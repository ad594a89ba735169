using System.Collections.Concurrent;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;
using MetricsDashboard.Web.Tests.Browser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace MetricsDashboard.Web.Tests.Hosting;

/// <summary>The whole program over a database of its own; without background work unless a test asks for it.</summary>
public class MetricsHost : WebApplicationFactory<Program>
{
    public const string Password = "zhengwu-2020-fuwu";

    private readonly TemporaryDirectory data = new();
    private readonly ConcurrentDictionary<(Role Role, string? Unit), Lazy<Task<Person>>> people = new();

    protected virtual bool RunsJobs => false;

    public string DataDirectory => data.FullPath;

    public Catalogue Catalogue => Services.GetRequiredService<Installed>().Catalogue;

    public ReportingWeek Week => Services.GetRequiredService<Installed>().FirstWeek;

    /// <summary>The first two counties of the catalogue.</summary>
    public Unit County => Catalogue.Units.First(unit => unit.Kind is UnitKind.County);

    public Unit OtherCounty => Catalogue.Units.Where(unit => unit.Kind is UnitKind.County).ElementAt(1);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Metrics:DataDirectory", data.FullPath);
        builder.UseSetting("Metrics:UploadLimit", (1024 * 1024).ToString(System.Globalization.CultureInfo.InvariantCulture));
        builder.UseSetting("Jobs:Enabled", RunsJobs ? "true" : "false");
    }

    /// <summary>Adds an account with <see cref="Password"/>; its name is unique.</summary>
    internal async Task<string> AddUserAsync(Role role, string? unit = null, bool mustChange = false)
    {
        await using var scope = Services.CreateAsyncScope();
        var name = $"{role}-{Guid.NewGuid():N}";
        var user = new MetricsUser { UserName = name, Role = role, Unit = unit, DisplayName = role.Name(), MustChangePassword = mustChange };
        await scope.ServiceProvider.GetRequiredService<People>().AddAsync(user, Password);
        return name;
    }

    /// <summary>A person who is signed in; of each role and unit one is enough.</summary>
    internal Task<Person> SignInAsync(Role role, string? unit = null) =>
        people.GetOrAdd((role, unit), key => new Lazy<Task<Person>>(() => SignInAnewAsync(key.Role, key.Unit))).Value;

    /// <summary>A person who is signed in and whom no other test meets.</summary>
    internal async Task<Person> SignInAnewAsync(Role role, string? unit = null)
    {
        var person = new Person(this);
        await person.SignInAsync(await AddUserAsync(role, unit), Password);
        return person;
    }

    /// <summary>A program with a token of a role.</summary>
    internal async Task<HttpClient> TokenAsync(Role role, string? unit = null)
    {
        var token = await Services.GetRequiredService<TokenStore>().AddAsync(
            Actor.System, $"{role}-{Guid.NewGuid():N}", role, unit, Services.GetRequiredService<BusinessClock>().RealNow);
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    /// <summary>Every unit and code that a role needs to be itself.</summary>
    internal string? UnitOf(Role role) => role switch
    {
        Role.CountyReporter or Role.CountyReviewer => County.Code,
        Role.Department => Catalogue.Units.First(unit => unit.Kind is UnitKind.Department).Code,
        _ => null,
    };

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || !Directory.Exists(data.FullPath)) return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        data.Dispose();
    }
}

/// <summary>The same with Hangfire's server running.</summary>
public sealed class WorkingHost : MetricsHost
{
    protected override bool RunsJobs => true;
}
