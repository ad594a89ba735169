using System.Text.Json;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Web.Hosting;
using Microsoft.Extensions.Options;

namespace MetricsDashboard.Web.Flow;

/// <summary>A file of cases that somebody brought and that is not taken in yet.</summary>
public sealed record WaitingCaseFile(Guid Id, Guid Source, string FileName, string SentBy, DateTimeOffset SentAt)
{
    /// <summary>How often taking it in broke off.</summary>
    public int Failures { get; init; }

    /// <summary>Not tried again before; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}

/// <summary>
/// Files of cases that people brought, kept in the data directory until they are taken in: too large for a row of the database, and what was
/// received survives the end of the process. Several nodes need one data directory for it.
/// </summary>
public sealed class CaseFileInbox(IOptions<MetricsOptions> options)
{
    private const string Content = ".data";
    private const string Note = ".json";

    private string Folder => Path.Combine(Path.GetFullPath(options.Value.DataDirectory), "case-files");

    /// <summary>Keeps a file. Once this returns, it is on the disk; the note beside it is written last, and without it there is no file.</summary>
    public async Task KeepAsync(WaitingCaseFile file, Stream content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        var path = PathOf(file.Id, Content);
        try
        {
            await using (var kept = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.Asynchronous))
            {
                await content.CopyToAsync(kept, cancellationToken);
                kept.Flush(flushToDisk: true);
            }

            Write(file);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Those that wait, the oldest first.</summary>
    public IReadOnlyList<WaitingCaseFile> List() => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*" + Note).Select(Read).OfType<WaitingCaseFile>().OrderBy(file => file.SentAt).ThenBy(file => file.Id)]
        : [];

    public WaitingCaseFile? Find(Guid id) => Read(PathOf(id, Note));

    /// <summary>Its content, for one reader at a time; null where another has it, or it was taken in.</summary>
    public FileStream? TryOpen(Guid id)
    {
        try
        {
            return new FileStream(PathOf(id, Content), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.SequentialScan);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Tries it again later: after 5 minutes, then less and less often.</summary>
    public void Postpone(WaitingCaseFile file, DateTimeOffset now)
    {
        var failures = file.Failures + 1;
        Write(file with { Failures = failures, NotBefore = now + SourceSchedule.RetryAfter(failures) });
    }

    /// <summary>It was taken in, or refused for good.</summary>
    public void Remove(Guid id)
    {
        File.Delete(PathOf(id, Note));
        File.Delete(PathOf(id, Content));
    }

    private void Write(WaitingCaseFile file)
    {
        var unfinished = PathOf(file.Id, ".part");
        using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, file);
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, PathOf(file.Id, Note), overwrite: true);
    }

    private static WaitingCaseFile? Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return JsonSerializer.Deserialize<WaitingCaseFile>(stream);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private string PathOf(Guid id, string ending) => Path.Combine(Folder, id.ToString("N") + ending);
}
