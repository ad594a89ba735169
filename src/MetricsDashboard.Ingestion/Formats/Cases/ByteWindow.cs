namespace MetricsDashboard.Ingestion.Formats.Cases;

/// <summary>A stretch of a stream that can be looked at as a whole and is moved on.</summary>
internal sealed class ByteWindow(Stream stream)
{
    private readonly byte[] buffer = new byte[2 * CaseLimits.Object];
    private int start;
    private int end;

    /// <summary>Is there nothing behind what is held?</summary>
    public bool IsEnd { get; private set; }

    /// <summary>What is held.</summary>
    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(start, end - start);

    /// <summary>Is as much held as can be?</summary>
    public bool IsFull => end - start >= CaseLimits.Object;

    public void Skip(int count) => start += count;

    /// <summary>Reads more behind what is held.</summary>
    public void Fill()
    {
        if (end == buffer.Length)
        {
            Array.Copy(buffer, start, buffer, 0, end - start);
            (start, end) = (0, end - start);
        }

        var read = stream.Read(buffer, end, buffer.Length - end);
        IsEnd = read == 0;
        end += read;
    }

    /// <summary>Skips a byte order mark.</summary>
    public void Begin()
    {
        while (Bytes.Length < 3 && !IsEnd) Fill();
        if (Bytes is [0xEF, 0xBB, 0xBF, ..]) Skip(3);
    }
}
