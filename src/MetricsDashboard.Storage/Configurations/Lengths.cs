namespace MetricsDashboard.Storage.Configurations;

/// <summary>The lengths of columns that occur in several tables.</summary>
internal static class Lengths
{
    public const int UnitCode = 32;
    public const int Code = 64;
    public const int EnumName = 16;
    public const int Name = 100;
    public const int LongName = 200;
    public const int PersonName = 64;
    public const int FileName = 255;
    public const int Document = 300;
    public const int Sheet = 64;
    public const int Cell = 128;
    public const int ShortText = 32;

    /// <summary>A text of 500 characters, each of which may take two places.</summary>
    public const int RawText = 1000;

    /// <summary>What is typed may be too long for the form, and is kept nevertheless.</summary>
    public const int DraftText = 4000;

    public const int Reason = 500;
    public const int MessageText = 1000;

    /// <summary>A text that names every unit of a city; the longest that needs no column without bound.</summary>
    public const int DeliveryText = 4000;

    /// <summary>A row of a source as it was read.</summary>
    public const int RejectedRow = 2000;

    /// <summary>A place of the source's own in its data, from which it goes on.</summary>
    public const int Cursor = 400;

    public const int Sha256 = 64;
}
