using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Sources;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Flow;

namespace MetricsDashboard.Web.Jobs;

/// <summary>What the sources left open of a week: is it to be waited for, and which have not told of its end.</summary>
public sealed record SourcesAnswer(bool IsToWait, IReadOnlyList<string> Silent);

/// <summary>
/// A week is not closed by the clock before the sources that tell of cases regularly have told of its end: those that have not are asked now, and
/// one that is down is waited for, but no longer than until the next morning. 市专班负责人 can close it all the same.
/// </summary>
public sealed class SourcesFirst(SourceStore sources, RunStore runs, TakeSource take, ILogger<SourcesFirst> log)
{
    /// <summary>From the lock on.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(15);

    /// <summary>Asks whom to ask, and says who still has not told.</summary>
    public async Task<SourcesAnswer> AskAsync(WeekRow week, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var end = ChinaTime.Start(week.Period.Sunday.AddDays(1));
        foreach (var source in (await sources.SilentAsync(Actor.System, end, cancellationToken)).Where(source => IsToBeAsked(source, week, now)))
            await take.RunAsync(source.Id, RunTrigger.CatchUp, Actor.System.Name, cancellationToken);
        var silent = await sources.SilentAsync(Actor.System, end, cancellationToken);
        var isToWait = silent.Count > 0 && (now < week.Hours.LockAt + Patience || await AreUnderWayAsync(silent, now, cancellationToken));
        var names = silent.Select(source => source.Name).ToList();
        if (silent.Count > 0) log.LogWarning("Week {Week}: sources {Sources} have not told of its end yet", week.Week, names);
        return new SourcesAnswer(isToWait, names);
    }

    /// <summary>Once at the lock; who failed then is asked again in its own time, like at any other hour.</summary>
    private static bool IsToBeAsked(SourceRow source, WeekRow week, DateTimeOffset now) =>
        source.Schedule is not null && SourceKinds.Find(source.Kind) is { IsFetched: true } && (source.LastRunAt is not { } last || last < week.Hours.LockAt || source.NextRunAt(now) <= now);

    /// <summary>What is just being taken in is waited for, however late.</summary>
    private async Task<bool> AreUnderWayAsync(IEnumerable<SourceRow> silent, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var source in silent)
        {
            if ((await runs.ListAsync(Actor.System, new RunFilter(source.Id, RunState.Running), 1, cancellationToken)).Any(run => run.StartedAt <= now)) return true;
        }

        return false;
    }
}
