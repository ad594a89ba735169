namespace MetricsDashboard.Ingestion.Sources;

/// <summary>
/// A source cannot be asked: its folder is not there, its server does not answer or refuses us. What it holds is not lost; the next run asks
/// again. The message is a sentence in Chinese for the screen.
/// </summary>
public sealed class SourceException : Exception
{
    public SourceException()
        : base("数据源现在取不到数据，请检查数据源的设置后再试。")
    {
    }

    public SourceException(string message)
        : base(message)
    {
    }

    public SourceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
