using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Storage.Tests.Worlds;

internal static class Refusals
{
    /// <summary>Does the store let the actor in? What the state of things then has against it is another matter.</summary>
    public static async Task<bool> IsAllowedAsync(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (StateConflictException)
        {
            return true;
        }
        catch (AccessDeniedException)
        {
            return false;
        }
    }
}
