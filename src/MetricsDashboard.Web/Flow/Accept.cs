using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Flow;

/// <summary>
/// Second of the four jobs: what was submitted becomes observations, and the week's results follow, in one transaction. Nobody accepts
/// what they sent; the store sees to it.
/// </summary>
public sealed class Accept(SubmissionStore submissions)
{
    public Task<AcceptOutcome> RunAsync(Actor reviewer, IReadOnlyList<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken) =>
        submissions.AcceptAsync(reviewer, ids, now, cancellationToken);
}
