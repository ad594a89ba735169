using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Ingestion.Formats.Cases;
using MetricsDashboard.Ingestion.Sources;
using MetricsDashboard.Ingestion.Sources.Push;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;

namespace MetricsDashboard.Web.Flow;

/// <summary>A file of cases that somebody sends: a program by the interface, a person by a page or the command line. It is answered when it is stored.</summary>
public sealed class TakeCaseFile(SourceStore sources, TakeCases take, BusinessClock clock)
{
    /// <summary>The source of files that belong to no other.</summary>
    public const string Brought = "人工上传";

    /// <summary>The run; null where another of the same source is under way. A source of a new name is added.</summary>
    public async Task<RunRow?> RunAsync(Actor sender, string source, string? fileName, Stream content, CancellationToken cancellationToken)
    {
        if (!MaySend(sender)) throw new AccessDeniedException("办件数据只由采集接口、市专班审核员和管理员提供。");
        var row = await SourceAsync(sender, source, cancellationToken);
        if (!row.Enabled) throw new StateConflictException($"数据源{Quotation.Of(row.Name)}已停用，没有接收。请管理员启用后再提供。");
        await using var file = await KeepAsync(content, cancellationToken);
        return await take.RunAsync(row.Id, sender.Role is Role.Source ? RunTrigger.Push : RunTrigger.Upload, fileName, sender.Name, null, CaseFiles.Read(file, SettingsOf(row).Layout).ToAsyncEnumerable(), null, cancellationToken);
    }

    /// <summary>The source that a program's token was set for, or else the one of that name.</summary>
    private async Task<SourceRow> SourceAsync(Actor sender, string name, CancellationToken cancellationToken)
    {
        if (sender.Role is Role.Source)
        {
            var all = await sources.ListAsync(Actor.System, cancellationToken);
            if (all.FirstOrDefault(row => row.Kind == PushSource.KindCode && SettingsOf(row)[PushSource.Token] == sender.Name) is { } meant) return meant;
        }

        var id = await sources.PushedAsync(Actor.System, name, PushSource.KindCode, clock.Now, cancellationToken);
        return await sources.FindAsync(Actor.System, id, cancellationToken) ?? throw new StateConflictException("没有这个数据源。");
    }

    /// <summary>The run of a file that was kept; null where another of its source is under way.</summary>
    public async Task<RunRow?> RunAsync(WaitingCaseFile file, FileStream content, CancellationToken cancellationToken)
    {
        var row = await sources.FindAsync(Actor.System, file.Source, cancellationToken) ?? throw new StateConflictException("没有这个数据源。");
        return await take.RunAsync(row.Id, RunTrigger.Upload, file.FileName, file.SentBy, null, CaseFiles.Read(content, SettingsOf(row).Layout).ToAsyncEnumerable(), null, cancellationToken);
    }

    /// <summary>The source to which a file belongs that a person brings, without an id that of whatever belongs to no other; null where there is none.</summary>
    public async Task<SourceRow?> BroughtSourceAsync(Actor actor, Guid? id, CancellationToken cancellationToken) =>
        await sources.FindAsync(actor, id ?? await sources.PushedAsync(Actor.System, Brought, PushSource.KindCode, clock.Now, cancellationToken), cancellationToken);

    /// <summary>People bring files on a page or the command line; programs have their interface.</summary>
    public static bool MayBring(Actor actor) => actor.Role is Role.CityReviewer or Role.Administrator;

    public static SourceSettings SettingsOf(SourceRow row) => row.Settings is { } json ? SourceSettings.FromJson(json) : new SourceSettings();

    public static bool MaySend(Actor actor) => actor.IsSystem || actor.Role is Role.Source or Role.CityReviewer or Role.Administrator;

    /// <summary>A reader looks through a file before it reads it; what comes over the network can only be read once.</summary>
    private static async Task<FileStream> KeepAsync(Stream content, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"metrics-cases-{Guid.NewGuid():N}");
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await content.CopyToAsync(file, cancellationToken);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
