using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Components.Duties;

/// <summary>What a page is asked to do: one thing at a time. What the rules refuse is said, and the page shows how things stand now.</summary>
/// <param name="reload">Loads the page's state anew and draws it.</param>
public sealed class Errand(Func<Task> reload)
{
    public bool IsBusy { get; private set; }

    /// <summary>What was done; null for nothing.</summary>
    public string? Done { get; private set; }

    /// <summary>Why something was not done; null for nothing.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Does something and says so.</summary>
    /// <returns>Whether it was done: a second click finds the work under way, and a rule may refuse it.</returns>
    public Task<bool> RunAsync(string done, Func<Task> work) => RunAsync(async () =>
    {
        await work();
        return (done, null);
    });

    /// <summary>Decides on rounds, of which some may be refused.</summary>
    /// <param name="done">Says what was done with so many of them.</param>
    /// <param name="decide">Decides.</param>
    public Task<bool> RunAsync(Func<int, string> done, Func<Task<IReadOnlyList<ReviewResult>>> decide) => RunAsync(async () =>
    {
        var results = await decide();
        var count = results.Count(result => result.Status is ReviewStatus.Done);
        var refusals = results.Where(result => result.Message is not null).GroupBy(result => result.Message)
            .Select(group => group.Count() > 1 ? $"{group.Key}（{group.Count()}件）" : group.Key).ToList();
        return (count > 0 ? done(count) : null, refusals.Count > 0 ? string.Concat(refusals) : null);
    });

    private async Task<bool> RunAsync(Func<Task<(string? Done, string? Refusal)>> work)
    {
        if (IsBusy) return false;
        IsBusy = true;
        (Done, Refusal) = (null, null);
        try
        {
            (Done, Refusal) = await work();
        }
        catch (Exception denied) when (denied is AccessDeniedException or StateConflictException)
        {
            Refusal = denied.Message;
        }
        finally
        {
            IsBusy = false;
        }

        await reload();
        return Refusal is null;
    }
}
