using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Domain.Sources;

/// <summary>
/// Which sources of cases the figures rely on. A source that had runs of cases on at least two days of the last fourteen tells regularly: one that
/// is pulled (every pull is a run, failed ones too), a folder or an interface to which files come daily or weekly. Its silence means that something
/// is missing: the week is not closed before it told, and figures are as of what it told last. A source that brought cases once, a
/// file of the past or a trial, promised nothing, and nobody waits for it.
/// </summary>
public static class SourceHabit
{
    /// <summary>How far back runs speak for a habit: two weekly files lie within it.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(14);

    /// <summary>Does a source tell regularly?</summary>
    /// <param name="firstRun">When its first run of cases within <see cref="Memory"/> began.</param>
    /// <param name="lastRun">When the last one began.</param>
    public static bool IsRegular(DateTimeOffset firstRun, DateTimeOffset lastRun) => ChinaTime.Day(firstRun) != ChinaTime.Day(lastRun);
}
