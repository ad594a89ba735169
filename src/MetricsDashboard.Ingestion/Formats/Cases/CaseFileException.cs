namespace MetricsDashboard.Ingestion.Formats.Cases;

/// <summary>A case file cannot be read at all, or not to its end. The message is a sentence in Chinese for the screen.</summary>
public sealed class CaseFileException : Exception
{
    public CaseFileException()
        : base("办件文件读不了，请核对文件后重新提供。")
    {
    }

    public CaseFileException(string message)
        : base(message)
    {
    }

    public CaseFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
