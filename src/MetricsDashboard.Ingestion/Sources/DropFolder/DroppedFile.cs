using System.Runtime.CompilerServices;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Formats.Cases;

namespace MetricsDashboard.Ingestion.Sources.DropFolder;

/// <summary>A file of a folder. It stays where it is until it was stored or refused; a crash in between means that it is taken again.</summary>
internal sealed class DroppedFile(SourceContext context, string folder, FileInfo file, byte[]? form) : SourceDelivery
{
    private const int StepOfProgress = 1000;
    private const int LongestName = 60;
    private readonly (long Length, DateTime Written) taken = (file.Length, file.LastWriteTimeUtc);
    private double progress;

    public override string Name => file.Name;

    public override byte[]? FormFile => form;

    public override IAsyncEnumerable<CaseEntry>? Entries => form is null ? ReadAsync() : null;

    public override double? Progress => progress;

    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.SequentialScan);

    /// <summary>Moves it to done or failed, below the day, and writes the report beside it.</summary>
    public override async Task CompleteAsync(DeliveryResult result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        var now = context.Time.GetUtcNow();
        var path = Path.Combine(folder, result.Refusal is null ? "done" : "failed", ChinaTime.Day(now).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        try
        {
            file.Refresh();
            if (!file.Exists || (file.Length, file.LastWriteTimeUtc) != taken)
            {
                context.Note($"“{file.Name}”在处理期间被改动或移走了，没有移到 {Path.GetFileName(Path.GetDirectoryName(path))}；改动过的文件下次再取。");
                return;
            }

            Directory.CreateDirectory(path);
            var report = Move(path);
            await File.WriteAllTextAsync(report, DropReport.Text(file.Name, result, now), new System.Text.UTF8Encoding(true), cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            context.Note($"“{file.Name}”已处理，但移不到“{path}”或写不了报告，下次会再取一次（不会重复入库）。请检查磁盘空间和权限。");
        }
    }

    /// <returns>Where the report goes.</returns>
    private string Move(string path)
    {
        for (var number = 1; ; number++)
        {
            var suffix = number == 1 ? "" : $" ({number})";
            var (stem, ending) = (Path.GetFileNameWithoutExtension(file.Name), Path.GetExtension(file.Name));
            var target = Path.Combine(path, stem + suffix + ending);
            var shortened = file.Name.Length > LongestName ? file.Name[..LongestName] : stem + suffix + ending;
            var report = Path.Combine(path, $"{shortened}{(file.Name.Length > LongestName ? suffix : "")}.report.txt");
            if (File.Exists(target) || File.Exists(report)) continue;
            try
            {
                File.Move(file.FullName, target, overwrite: false);
                return report;
            }
            catch (IOException) when (File.Exists(target) && File.Exists(file.FullName))
            {
                // Another one took the name meanwhile.
            }
        }
    }

    private async IAsyncEnumerable<CaseEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var stream = OpenAgain();
        var count = 0;
        foreach (var entry in CaseFiles.Read(stream, context.Settings.Layout))
        {
            if (++count % StepOfProgress == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress = Math.Min(1, stream.Position / Math.Max(1d, taken.Length));
            }

            yield return entry;
        }

        progress = 1;
    }

    private FileStream OpenAgain()
    {
        try
        {
            return Open(file.FullName);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SourceException($"“{file.Name}”读不了了，可能被移走、占用或收回了权限，下次再试。", fault);
        }
    }
}
