using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Formats;
using MetricsDashboard.Storage;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Demonstration;
using MetricsDashboard.Web.Security;
using Microsoft.Extensions.Options;

namespace MetricsDashboard.Web.Hosting;

/// <summary>
/// From whatever lies in the data directory to a program that can work: database upgraded, catalogue loaded, first week fixed and open,
/// demonstration filled. Every step may have been done before.
/// </summary>
public sealed class FirstStart(
    IServiceProvider services, InstallationStore installations, CatalogueStore catalogues, WeekStore weeks, People people,
    CalendarStore calendars, Deadlines deadlines, Installed installed, BusinessClock clock, StorageOptions storage, IOptions<MetricsOptions> options)
{
    /// <summary>Creates or upgrades the database, and no more.</summary>
    public Task MigrateAsync(CancellationToken cancellationToken) => MetricsStorage.MigrateAsync(services, cancellationToken);

    /// <summary>Makes ready for work; creates the installation where there is none.</summary>
    /// <param name="demonstration">Is it to be a demonstration? An installation that is not one never becomes one.</param>
    /// <param name="progress">What takes long says so.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    public async Task RunAsync(bool demonstration, IProgress<string> progress, CancellationToken cancellationToken)
    {
        await MigrateAsync(cancellationToken);
        var installation = await installations.FindAsync(Actor.System, cancellationToken);
        if (demonstration && installation is { IsDemonstration: false })
            throw new StartRefusedException("数据库里已有正式数据，不能填入演示数据。请用 METRICS__DATADIRECTORY 另指定一个空目录。");
        installation ??= await InstallAsync(demonstration, cancellationToken);
        await LoadAsync(installation, cancellationToken);
        await CalendarAsync(cancellationToken);
        if (installation.IsDemonstration)
            await services.GetRequiredService<DemonstrationData>().FillAsync(progress, cancellationToken);
        else if (await weeks.FindAsync(Actor.System, installation.FirstWeek, cancellationToken) is null)
            await OpenFirstAsync(installation.FirstWeek, cancellationToken);
        await weeks.RetimeAsync(Actor.System, await deadlines.TimetableAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Makes ready for reading; writes nothing, not even a journal.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var installation = storage.Exists() ? await installations.FindAsync(Actor.System, cancellationToken) : null;
        await LoadAsync(installation ?? throw new StartRefusedException("数据库还没有启用。请先运行 serve 或 user add。"), cancellationToken);
    }

    private async Task LoadAsync(Installation installation, CancellationToken cancellationToken)
    {
        if (installation.DemonstrationAnchor is { } anchor) clock.RunDemonstration(anchor);
        var catalogue = await catalogues.FindAsync(Actor.System, cancellationToken) ?? throw new StartRefusedException("数据库里没有指标目录，无法启动。");
        installed.Start(installation.FirstWeek, installation.IsDemonstration, catalogue);
    }

    private async Task OpenFirstAsync(ReportingWeek first, CancellationToken cancellationToken)
    {
        var timetable = await deadlines.TimetableAsync(cancellationToken);
        await weeks.OpenAsync(Actor.System, timetable.Of(timetable.PeriodOf(first, first)), clock.Now, cancellationToken);
    }

    private async Task CalendarAsync(CancellationToken cancellationToken)
    {
        var (days, faults) = CalendarCsv.Load(options.Value.SeedDirectory);
        if (faults.Count > 0) throw new StartRefusedException(Sentence(faults));
        await calendars.SeedAsync(Actor.System, days, clock.Now, cancellationToken);
    }

    private async Task<Installation> InstallAsync(bool demonstration, CancellationToken cancellationToken)
    {
        if (demonstration && await people.AnyAsync(cancellationToken))
            throw new StartRefusedException("数据库里已有用户，不能填入演示数据。请用 METRICS__DATADIRECTORY 另指定一个空目录。");
        var reading = CatalogueCsv.Load(options.Value.SeedDirectory, demonstration);
        if (reading.Catalogue is not { } catalogue) throw new StartRefusedException(Sentence(reading.Faults));

        var now = clock.RealNow;
        if (demonstration) clock.RunDemonstration(now);
        var first = demonstration ? services.GetRequiredService<DemonstrationData>().Weeks[0] : options.Value.ParsedFirstWeek ?? clock.CurrentWeek;
        if (await catalogues.FindAsync(Actor.System, cancellationToken) is null) await catalogues.SeedAsync(Actor.System, catalogue, clock.Now, cancellationToken);
        var installation = new Installation(first, demonstration, clock.Now, demonstration ? now : null);
        await installations.CreateAsync(Actor.System, installation, cancellationToken);
        return installation;
    }

    private static string Sentence(IReadOnlyList<CatalogueFault> faults) =>
        $"指标目录有 {faults.Count} 处错误，未启动：{Environment.NewLine}{string.Join(Environment.NewLine, faults)}";
}
