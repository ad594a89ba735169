namespace MetricsDashboard.Ingestion.Formats.Cases;

/// <summary>What a case file may cost. It is read as a stream, so its size matters little; what has to be held at once does.</summary>
internal static class CaseLimits
{
    public const int Rows = 2_000_000;
    public const int Columns = 500;

    /// <summary>Longest text of a column, in characters; the longest honest one is an item's name of 300.</summary>
    public const int Text = 500;

    /// <summary>Longest line of a CSV, in characters.</summary>
    public const int Line = 64 * 1024;

    /// <summary>Line breaks within one quoted text; more of them are a quotation mark left open.</summary>
    public const int LineBreaks = 20;

    /// <summary>Largest object of a JSON file, in bytes.</summary>
    public const int Object = 256 * 1024;

    /// <summary>Bytes of all different texts of a workbook together.</summary>
    public const int SharedText = 160 * 1024 * 1024;

    public static ZipLimits Workbook { get; } = new(FileBytes: 512L * 1024 * 1024, UnpackedBytes: 1024L * 1024 * 1024, Entries: 1_000);
}
