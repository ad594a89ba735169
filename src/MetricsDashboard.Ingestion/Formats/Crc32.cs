namespace MetricsDashboard.Ingestion.Formats;

/// <summary>The check sum of zip files. ZipArchive does not compare it, and a flipped bit would change a figure without a word.</summary>
internal struct Crc32()
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate((uint)i, (value, _) => (value & 1) == 1 ? (value >> 1) ^ 0xEDB88320 : value >> 1))];
    private uint state = uint.MaxValue;

    public readonly uint Value => ~state;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var value = state;
        foreach (var b in bytes) value = Table[(byte)(value ^ b)] ^ (value >> 8);
        state = value;
    }
}
