using System.IO.Compression;

namespace MetricsDashboard.Reporting.Formats.Docx;

/// <summary>Rewrites a package with one fixed time on every entry and the entries in order, so that equal content means equal bytes.</summary>
internal static class Zip
{
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] WithoutTimes(MemoryStream package)
    {
        package.Position = 0;
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The list of content types goes first: some readers decide by it what kind of file this is.
            var entries = source.Entries
                .OrderBy(entry => entry.FullName == "[Content_Types].xml" ? 0 : 1)
                .ThenBy(entry => entry.FullName, StringComparer.Ordinal);
            foreach (var entry in entries)
            {
                var copy = archive.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Epoch;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return target.ToArray();
    }
}
