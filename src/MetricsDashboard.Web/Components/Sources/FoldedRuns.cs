using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Components.Sources;

/// <summary>A run of the list; of a source that is down the newest attempt stands for those before it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Earlier">How many attempts before it failed in the same way.</param>
/// <param name="Since">When the first of them began.</param>
public sealed record FoldedRun(RunRow Run, int Earlier, DateTimeOffset Since)
{
    /// <summary>Attempts of one source that got nothing, one after the other, become one.</summary>
    /// <param name="runs">The newest first.</param>
    public static IReadOnlyList<FoldedRun> Of(IEnumerable<RunRow> runs)
    {
        var folded = new List<FoldedRun>();
        var newest = new Dictionary<Guid, int>();
        foreach (var run in runs)
        {
            var isNothing = run is { State: RunState.Failed, Counts.Read: 0 };
            if (isNothing && newest.TryGetValue(run.SourceId, out var at)) folded[at] = folded[at] with { Earlier = folded[at].Earlier + 1, Since = run.StartedAt };
            else folded.Add(new FoldedRun(run, 0, run.StartedAt));
            if (!isNothing) newest.Remove(run.SourceId);
            else newest.TryAdd(run.SourceId, folded.Count - 1);
        }

        return folded;
    }
}
