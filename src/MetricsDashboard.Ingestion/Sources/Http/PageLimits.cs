namespace MetricsDashboard.Ingestion.Sources.Http;

/// <summary>What a page may cost; goes along with its request.</summary>
/// <param name="Time">For one attempt.</param>
/// <param name="Bytes">Of its body.</param>
/// <param name="IsJson">Has it to be a whole JSON document?</param>
public sealed record PageLimits(TimeSpan Time, long Bytes, bool IsJson)
{
    public static readonly HttpRequestOptionsKey<PageLimits> Key = new("page-limits");
}
