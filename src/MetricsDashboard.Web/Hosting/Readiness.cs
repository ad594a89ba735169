using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MetricsDashboard.Web.Hosting;

/// <summary>/readyz: the database answers and is installed. Whether background work runs here is told, not judged: another node may do it.</summary>
public sealed class Readiness(InstallationStore installations, IConfiguration configuration) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var jobs = configuration.GetValue("Jobs:Enabled", true) ? "running" : "elsewhere";
        return await installations.FindAsync(Actor.System, cancellationToken) is null
            ? HealthCheckResult.Unhealthy("not installed")
            : HealthCheckResult.Healthy($"database ok, jobs {jobs}");
    }
}
