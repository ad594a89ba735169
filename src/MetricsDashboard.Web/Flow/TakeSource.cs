using MetricsDashboard.Domain.Sources;

namespace MetricsDashboard.Web.Flow;

/// <summary>Asks a source and takes in what it has.</summary>
public sealed class TakeSource
{
    public Task RunAsync(Guid source, RunTrigger trigger, string startedBy, DateTimeOffset now, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Sources cannot be asked yet.");
}
