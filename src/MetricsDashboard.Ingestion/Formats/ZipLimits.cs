namespace MetricsDashboard.Ingestion.Formats;

/// <summary>What a zip file may cost before it is opened as a workbook.</summary>
/// <param name="FileBytes">As it is stored.</param>
/// <param name="UnpackedBytes">All parts together.</param>
/// <param name="Entries">How many parts.</param>
internal sealed record ZipLimits(long FileBytes, long UnpackedBytes, int Entries)
{
    /// <summary>A form's workbook.</summary>
    public static ZipLimits Form { get; } = new(IntakeLimits.WorkbookBytes, IntakeLimits.UnpackedBytes, IntakeLimits.ZipEntries);
}
