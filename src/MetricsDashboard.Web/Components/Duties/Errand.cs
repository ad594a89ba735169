using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Components.Controls;

namespace MetricsDashboard.Web.Components.Duties;

/// <summary>An attempt of a page that loads its state anew afterwards, shared by the parts of the page.</summary>
/// <param name="reload">Loads the page's state anew and draws it.</param>
public sealed class Errand(Func<Task> reload)
{
    /// <summary>What is under way, and what came of it.</summary>
    public Attempt Attempt { get; } = new();

    public bool IsBusy => Attempt.IsBusy;

    /// <summary>Does something and says so.</summary>
    /// <returns>Whether it was done: a second click finds the work under way, and a rule may refuse it.</returns>
    public Task<bool> RunAsync(string done, Func<Task> work) => TryAsync(async () =>
    {
        await work();
        Attempt.Message = done;
    });

    /// <summary>Decides on rounds, of which some may be refused.</summary>
    /// <param name="done">Says what was done with so many of them.</param>
    /// <param name="decide">Decides.</param>
    public Task<bool> RunAsync(Func<int, string> done, Func<Task<IReadOnlyList<ReviewResult>>> decide) => TryAsync(async () =>
    {
        var results = await decide();
        var count = results.Count(result => result.Status is ReviewStatus.Done);
        Attempt.Message = count > 0 ? done(count) : null;
        Attempt.Refusals = [.. results.Select(result => result.Message).OfType<string>().GroupBy(message => message)
            .Select(group => group.Count() > 1 ? $"{group.Key}（{group.Count()}件）" : group.Key)];
    });

    private async Task<bool> TryAsync(Func<Task> work)
    {
        if (IsBusy) return false;
        await Attempt.RunAsync(work, reload);
        return Attempt.Refusals.Count == 0;
    }
}
