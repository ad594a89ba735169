namespace MetricsDashboard.Ingestion.Sources;

/// <summary>A row that was not taken.</summary>
/// <param name="Place">第12行.</param>
/// <param name="Fault">What is wrong with it.</param>
public sealed record RejectedRow(string Place, string Fault);

/// <summary>What became of a delivery: read = created + revised + unchanged + held + rejected.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Run">The number or name of its run 批次.</param>
public sealed record DeliveryResult(string Source, string Run)
{
    public long Read { get; init; }

    public long Created { get; init; }

    public long Revised { get; init; }

    public long Unchanged { get; init; }

    public long Held { get; init; }

    public long Rejected { get; init; }

    /// <summary>The rejected rows, or the first of them.</summary>
    public IReadOnlyList<RejectedRow> RejectedRows { get; init; } = [];

    /// <summary>Why nothing (more) of it was taken, a sentence in Chinese; null where it was stored.</summary>
    public string? Refusal { get; init; }
}
