using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Ingestion.Formats.Cases;
using MetricsDashboard.Ingestion.Sources.Push;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;

namespace MetricsDashboard.Web.Flow;

/// <summary>A file of cases that somebody sends: a program by the interface, a person by a page or the command line. It is answered when it is stored.</summary>
public sealed class TakeCaseFile(SourceStore sources, TakeCases take, BusinessClock clock)
{
    /// <summary>The run; null where another of the same source is under way. A source of a new name is added.</summary>
    public async Task<RunRow?> RunAsync(Actor sender, string source, string? fileName, Stream content, CancellationToken cancellationToken)
    {
        if (!MaySend(sender)) throw new AccessDeniedException("办件数据只由采集接口、市专班审核员和管理员提供。");
        var id = await sources.PushedAsync(Actor.System, source, PushSource.KindCode, clock.Now, cancellationToken);
        await using var file = await KeepAsync(content, cancellationToken);
        return await take.RunAsync(id, RunTrigger.Push, fileName, sender.Name, null, CaseFiles.Read(file, new CaseLayout()).ToAsyncEnumerable(), null, cancellationToken);
    }

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
