using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>What somebody tries to do on a page: one thing at a time, and what the rules refuse is said.</summary>
public sealed class Attempt
{
    /// <summary>Is something under way?</summary>
    public bool IsBusy { get; private set; }

    /// <summary>What was done; null where nothing was.</summary>
    public string? Message { get; set; }

    /// <summary>What was refused, a sentence each.</summary>
    public IReadOnlyList<string> Refusals { get; set; } = [];

    /// <summary>Does the work, then loads how things stand now. A second click while the first is under way does nothing.</summary>
    public async Task RunAsync(Func<Task> work, Func<Task> reload)
    {
        if (IsBusy) return;
        IsBusy = true;
        (Message, Refusals) = (null, []);
        try
        {
            await work();
        }
        catch (Exception denied) when (denied is AccessDeniedException or StateConflictException)
        {
            Refusals = [denied.Message];
        }

        try
        {
            await reload();
        }
        finally
        {
            IsBusy = false;
        }
    }
}
