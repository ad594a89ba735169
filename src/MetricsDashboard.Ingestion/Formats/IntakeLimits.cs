namespace MetricsDashboard.Ingestion.Formats;

/// <summary>
/// What a file may cost before anything of it is believed. An honest workbook of a county is below 100 KB, a list of 100,000 rows below
/// 10 MB; unpacked size and counts are measured, because a ratio of compression also refuses honest files.
/// </summary>
internal static class IntakeLimits
{
    public const int WorkbookBytes = 10 * 1024 * 1024;
    public const int TextBytes = 64 * 1024 * 1024;
    public const int ZipEntries = 1_000;
    public const long UnpackedBytes = 64L * 1024 * 1024;
    public const int SharedStrings = 200_000;
    public const int Rows = 200_000;
    public const int Columns = 1_000;
    public const int Cells = 500_000;
    public const int TextRows = 2_000_000;
    public const int Values = 2_000_000;
}
