using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Ingestion.Formats.Cases;

namespace MetricsDashboard.Ingestion.Sources;

/// <summary>What a source hands over at once: one file of a folder, or all pages of a pull. It holds either cases or a form's file.</summary>
public abstract class SourceDelivery
{
    /// <summary>The file's name; null where it is no file.</summary>
    public abstract string? Name { get; }

    /// <summary>
    /// Rows and faults, read while they are asked for, once. Throws <see cref="CaseFileException"/> where it cannot be read (on), and
    /// <see cref="SourceException"/> where the source breaks off; what was read before stands.
    /// </summary>
    public virtual IAsyncEnumerable<CaseEntry>? Entries => null;

    /// <summary>The bytes of a week's form, which goes the way of an upload.</summary>
    public virtual byte[]? FormFile => null;

    /// <summary>How many rows there will be, where the source says so.</summary>
    public virtual long? ExpectedRows => null;

    /// <summary>How much of it has been read, 0 to 1; null where that cannot be known.</summary>
    public virtual double? Progress => null;

    /// <summary>What to begin with next time, known once all entries were read; null to leave it as it is.</summary>
    public virtual string? Cursor => null;

    /// <summary>Tells the source that it was stored, or refused.</summary>
    public virtual Task CompleteAsync(DeliveryResult result, CancellationToken cancellationToken) => Task.CompletedTask;
}
