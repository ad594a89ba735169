using System.Buffers.Binary;

namespace MetricsDashboard.Ingestion.Formats;

/// <summary>
/// The check sum of zip files. ZipArchive does not compare it, and a flipped bit would change a figure without a word. Eight bytes are
/// taken at a time, because a sheet of half a million rows has several hundred megabytes.
/// </summary>
internal struct Crc32()
{
    private static readonly uint[][] Tables = Build();
    private uint state = uint.MaxValue;

    public readonly uint Value => ~state;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var value = state;
        var (t0, t1, t2, t3, t4, t5, t6, t7) = (Tables[0], Tables[1], Tables[2], Tables[3], Tables[4], Tables[5], Tables[6], Tables[7]);
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ value;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            value = t7[(byte)low] ^ t6[(byte)(low >> 8)] ^ t5[(byte)(low >> 16)] ^ t4[low >> 24]
                ^ t3[(byte)high] ^ t2[(byte)(high >> 8)] ^ t1[(byte)(high >> 16)] ^ t0[high >> 24];
        }

        foreach (var b in bytes) value = t0[(byte)(value ^ b)] ^ (value >> 8);
        state = value;
    }

    private static uint[][] Build()
    {
        var tables = new uint[8][];
        tables[0] = [.. Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate((uint)i, (value, _) => (value & 1) == 1 ? (value >> 1) ^ 0xEDB88320 : value >> 1))];
        for (var i = 1; i < tables.Length; i++) tables[i] = [.. tables[i - 1].Select(value => (value >> 8) ^ tables[0][(byte)value])];
        return tables;
    }
}
