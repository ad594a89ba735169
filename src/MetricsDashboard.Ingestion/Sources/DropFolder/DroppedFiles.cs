using System.IO.Compression;
using MetricsDashboard.Ingestion.Formats.Cases;

namespace MetricsDashboard.Ingestion.Sources.DropFolder;

/// <summary>The files of a folder that can be taken now, the oldest first, each by itself.</summary>
internal sealed class DroppedFiles
{
    private const string Done = "done";
    private const string Failed = "failed";
    private const int NamesTold = 3;
    private const int LargestForm = 20 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);
    private static readonly string[] Unfinished = [".tmp", ".part", ".crdownload", ".filepart"];
    private readonly SourceContext context;
    private readonly string folder;
    private readonly TimeSpan quiet;

    private DroppedFiles(SourceContext context)
    {
        this.context = context;
        folder = Path.GetFullPath(context.Settings[DropFolderSource.Folder]);
        quiet = TimeSpan.FromSeconds(context.Settings.Number(DropFolderSource.QuietSeconds));
    }

    public static IEnumerable<SourceDelivery> Take(SourceContext context)
    {
        var files = new DroppedFiles(context);
        foreach (var file in files.List())
        {
            if (files.Take(file) is { } taken) yield return taken;
        }
    }

    /// <summary>Looks at the files and into the one that would be taken first; none is moved.</summary>
    public static async Task TryAsync(SourceContext context, SourceTrial trial, CancellationToken cancellationToken)
    {
        var files = new DroppedFiles(context);
        trial.Tell("文件夹", files.folder);
        var found = files.List();
        trial.Tell("文件", found.Count == 0 ? "能读能写，现在没有文件" : $"{found.Count}个：{string.Join("、", found.Take(NamesTold).Select(file => file.Name))}{(found.Count > NamesTold ? "等" : "")}");
        var taken = found.Select(files.Take).FirstOrDefault(file => file is not null);
        if (taken is null)
        {
            if (found.Count > 0) trial.Tell("会先取", $"现在没有可以取的：变动后满{files.quiet.TotalSeconds:0}秒才取");
            return;
        }

        trial.Tell("会先取", taken.Name);
        if (taken.Entries is { } entries) await trial.ReadAsync(entries, cancellationToken);
        else trial.Tell("内容", $"没有办件编号这一列，会当作报表处理。{AsCases(taken.FormFile!, context)}");
    }

    /// <summary>Why it is no file of cases, for whoever meant it to be one.</summary>
    private static string AsCases(byte[] form, SourceContext context)
    {
        try
        {
            return CaseFiles.Read(new MemoryStream(form, writable: false), context.Settings.Layout).Any() ? "" : "文件里没有数据。";
        }
        catch (CaseFileException fault)
        {
            return $"如果它应是办件：{fault.Message}";
        }
    }

    private List<FileInfo> List()
    {
        try
        {
            if (!Directory.Exists(folder)) throw new SourceException($"文件夹“{folder}”不存在，请建好文件夹，或在数据源里改正路径。");
            CheckWritable();
            var found = new DirectoryInfo(folder).GetFileSystemInfos();
            foreach (var other in found.OrderBy(entry => entry.Name, StringComparer.Ordinal)) NoteOther(other);
            return [.. found.OfType<FileInfo>().Where(IsFile).OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal)];
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new SourceException($"没有权限读写文件夹“{folder}”，请给运行本系统的账号读、写和改名的权限。", fault);
        }
        catch (IOException fault)
        {
            throw new SourceException($"文件夹“{folder}”现在不能读写，请检查磁盘是否已满、网络文件夹是否断开。", fault);
        }
    }

    /// <summary>What cannot be moved away afterwards is not taken at all, or it would be taken again and again.</summary>
    private void CheckWritable()
    {
        if (context.Trial is null)
        {
            Directory.CreateDirectory(Path.Combine(folder, Done));
            Directory.CreateDirectory(Path.Combine(folder, Failed));
        }

        using (File.Create(Path.Combine(folder, $".{Guid.NewGuid():N}.tmp"), 1, FileOptions.DeleteOnClose))
        {
        }
    }

    private void NoteOther(FileSystemInfo entry)
    {
        if (entry.Name is Done or Failed || IsIgnored(entry.Name)) return;
        if (IsLink(entry)) context.Note($"符号链接“{entry.Name}”不处理，请放文件本身。");
        else if (entry is DirectoryInfo) context.Note($"文件夹“{entry.Name}”不处理，请把文件直接放在“{folder}”下。");
    }

    private static bool IsFile(FileInfo file) => !IsIgnored(file.Name) && !IsLink(file);

    private static bool IsLink(FileSystemInfo entry) => entry.LinkTarget is not null;

    private static bool IsIgnored(string name) =>
        name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal) || Unfinished.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private DroppedFile? Take(FileInfo seen)
    {
        try
        {
            var now = context.Time.GetUtcNow().UtcDateTime;
            var file = new FileInfo(seen.FullName);
            if (!file.Exists) return null;
            if (file.LastWriteTimeUtc > now + quiet) context.Note($"“{file.Name}”的修改时间晚于现在，请核对对方机器的时钟；到时再取。");
            if (now - file.LastWriteTimeUtc < quiet || file.Length != seen.Length || file.LastWriteTimeUtc != seen.LastWriteTimeUtc) return null;

            // A named pipe has no length either, and to open one is to wait for ever.
            if (file.Length == 0 && now - file.LastWriteTimeUtc >= Patience) return new DroppedFile(context, folder, file, []);
            if (file.Length == 0)
            {
                context.Note($"“{file.Name}”是空的，可能还没有写完，下次再取。");
                return null;
            }

            using var stream = DroppedFile.Open(file.FullName);
            if (!IsWhole(stream) && now - file.LastWriteTimeUtc < Patience)
            {
                context.Note($"“{file.Name}”还没有写完（缺少文件尾），下次再取。");
                return null;
            }

            var isCases = CaseFiles.Looks(stream, context.Settings.Layout) || stream.Length > LargestForm;
            return new DroppedFile(context, folder, file, isCases ? null : Bytes(stream));
        }
        catch (UnauthorizedAccessException)
        {
            context.Note($"没有权限读“{seen.Name}”，文件留在原处，下次再试。请给运行本系统的账号读取权限。");
        }
        catch (IOException)
        {
            context.Note($"“{seen.Name}”正被其他程序占用或读不了，文件留在原处，下次再试。");
        }

        return null;
    }

    /// <summary>A zip file ends with its directory; without one it is still being written, or damaged.</summary>
    private static bool IsWhole(FileStream stream)
    {
        Span<byte> beginning = stackalloc byte[4];
        var length = stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (!beginning[..length].SequenceEqual("PK\x3\x4"u8)) return true;
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count > 0;
        }
        catch (InvalidDataException)
        {
            return false;
        }
        finally
        {
            stream.Position = 0;
        }
    }

    private static byte[] Bytes(FileStream stream)
    {
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
