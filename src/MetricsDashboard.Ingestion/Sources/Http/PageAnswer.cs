namespace MetricsDashboard.Ingestion.Sources.Http;

/// <summary>A page as it came.</summary>
/// <param name="Body">Whole.</param>
/// <param name="Next">The address behind the Link header's next; null where there is none.</param>
/// <param name="Date">What the source's clock shows; null where it does not say.</param>
internal sealed record PageAnswer(byte[] Body, Uri? Next, DateTimeOffset? Date);
