using System.Diagnostics;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Sources.Push;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Flow;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Security;
using Microsoft.Extensions.Options;

namespace MetricsDashboard.Web.Demonstration;

/// <summary>
/// Fills the demonstration the way a year fills the real thing: week by week through receive, accept, close and publish, never straight
/// into the results. Interrupted, it goes on where it stood.
/// </summary>
public sealed class DemonstrationData(
    People people, WeekStore weeks, ReportStore reports, SourceStore sources, TakeCases take, Receive receive, Accept accept, CloseWeek close, Publish publish, PublishedImport import,
    Installed installed, Deadlines deadlines, IOptions<MetricsOptions> options, ILogger<DemonstrationData> log)
{
    private const string ProvinceTableFile = "demo-province-table.csv";

    /// <summary>The weeks whose figures lie beside the program, oldest first.</summary>
    public IReadOnlyList<ReportingWeek> Weeks { get; } =
    [
        .. Directory.Exists(options.Value.DemonstrationDirectory)
            ? Directory.EnumerateFiles(options.Value.DemonstrationDirectory, "*.csv").Select(Path.GetFileNameWithoutExtension).Where(name => ReportingWeek.TryParse(name, out _)).Select(name => ReportingWeek.Parse(name!)).Order()
            : throw new StartRefusedException($"没有找到演示数据目录 {options.Value.DemonstrationDirectory}。"),
    ];

    public async Task FillAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (await weeks.FindAsync(Actor.System, Weeks[^1].Next, cancellationToken) is not null) return;
        var watch = Stopwatch.StartNew();
        // The weeks that the demonstration looks back on were opened on their Fridays, as everywhere; the next one on its Monday.
        var past = await deadlines.TimetableAsync(opensOnMonday: false, cancellationToken);
        foreach (var person in DemonstrationPeople.All)
            if (await people.FindAsync(person.Name) is null) await people.AddAsync(person.ToUser(installed.Catalogue), password: null);
        var cases = new DemonstrationCases(options);
        var source = await sources.PushedAsync(Actor.System, DemonstrationCases.SourceName, PushSource.KindCode, BusinessClock.At(Weeks[0].Monday, 8), cancellationToken);
        foreach (var (week, rows) in cases.Weeks())
        {
            await FillAsync(past.Of(new ReportingPeriod(week)), source, rows, cancellationToken);
            progress.Report($"演示数据：{WeekText.Period(week)} 已报送、审核、锁定");
        }

        await PublishAsync(cancellationToken);
        var coming = await deadlines.TimetableAsync(opensOnMonday: true, cancellationToken);
        var next = coming.Of(coming.PeriodOf(Weeks[^1].Next, Weeks[^1].Next));
        await weeks.OpenAsync(Actor.System, next, next.OpensAt, cancellationToken);
        await TakeAsync(source, cases.Today(), BusinessClock.At(Weeks[^1].Next.Monday.AddDays(1), 8, 30), cancellationToken);
        log.LogInformation("Demonstration filled in {Seconds:0.0} s", watch.Elapsed.TotalSeconds);
    }

    /// <summary>The provincial table of the last week; its figures are invented and say so.</summary>
    private async Task PublishAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(options.Value.SeedDirectory, ProvinceTableFile);
        if (!File.Exists(file)) return;
        var head = new TableHead(NamedCodes.RedCardRate, nameof(PeriodKind.Week), Weeks[^1].ToString(), "演示数据", "", Weeks[^1].Next);
        await import.TakeAsync(
            As(DemonstrationPeople.Reviewer), await File.ReadAllBytesAsync(file, cancellationToken), ProvinceTableFile, head, reason: null, BusinessClock.At(Weeks[^1].Next.Monday, 17, 30), cancellationToken);
    }

    private async Task FillAsync(PeriodHours hours, Guid source, IReadOnlyList<CaseRow> cases, CancellationToken cancellationToken)
    {
        var week = hours.Period.First;
        var monday = week.Next.Monday;
        await weeks.OpenAsync(Actor.System, hours, hours.OpensAt, cancellationToken);
        if ((await weeks.FindAsync(Actor.System, week, cancellationToken))?.IsOpen == true)
        {
            await TakeAsync(source, cases, BusinessClock.At(monday, 8), cancellationToken);
            var submissions = await ReceiveAsync(week, BusinessClock.At(monday, 9), cancellationToken);
            await accept.RunAsync(As(DemonstrationPeople.Reviewer), submissions, BusinessClock.At(monday, 14, 30), cancellationToken);
        }

        await close.RunAsync(Actor.System, week, hours.LockAt, overridePending: false, cancellationToken);
        if (week == Weeks[^1] || await reports.FindAsync(Actor.System, week, cancellationToken) is { State: ReportState.Published }) return;
        await publish.RunAsync(As(DemonstrationPeople.Signer), week, monday.AddDays(1), BusinessClock.At(monday.AddDays(1), 16), cancellationToken);
    }

    private async Task TakeAsync(Guid source, IReadOnlyList<CaseRow> cases, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // In whole seconds, so that it begins on time and still says how long it took.
        var begun = Stopwatch.StartNew();
        var run = await take.RunAsync(source, RunTrigger.Push, null, DemonstrationPeople.Collector.Name, () => cases.Count, cases.Select(CaseEntry.Of).ToAsyncEnumerable(), null, () => at.AddSeconds(Math.Floor(begun.Elapsed.TotalSeconds)), cancellationToken);
        if (run is not { State: RunState.Done, Counts: { Held: 0, Rejected: 0 } }) throw new StartRefusedException($"演示办件没有全部入库：{run?.Message} {run?.Counts}");
    }

    private async Task<IReadOnlyList<Guid>> ReceiveAsync(ReportingWeek week, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var file = Path.Combine(options.Value.DemonstrationDirectory, $"{week}.csv");
        var upload = new NewUpload(FileNames.AllUnits(week), await File.ReadAllBytesAsync(file, cancellationToken), null, null, week, UploadChannel.CommandLine);
        var id = await receive.TakeInAsync(As(DemonstrationPeople.Collector), upload, now, cancellationToken);
        var outcome = await receive.ProcessAsync(id, now, cancellationToken);
        if (outcome is { Status: IntakeStatus.Stored }) return [.. outcome.Submissions.Select(receipt => receipt.Id)];
        var faults = outcome?.Issues.Where(issue => issue.Severity is Severity.Error).Take(20).Select(issue => $"{issue.Cell} {issue.Unit} {issue.Element}：{issue.Message}") ?? [];
        throw new StartRefusedException($"演示数据（{WeekText.FullPeriod(week)}）未通过检查：{Environment.NewLine}{string.Join(Environment.NewLine, faults)}");
    }

    private static Actor As(DemonstrationPerson person) => new(person.Name, person.Role);
}
