using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>
/// Of how the cases stood when, the counts of weeks are: at a week's end, or as far as the sources were known when it was last counted.
/// A count that did not change is not written again, so the runs of all of a week's counts tell it together.
/// </summary>
internal static class CaseMoments
{
    public static async Task<IReadOnlyDictionary<int, DateTimeOffset>> OfWeeksAsync(MetricsDb db, IReadOnlyCollection<int> weeks, CancellationToken cancellationToken)
    {
        if (weeks.Count == 0) return new Dictionary<int, DateTimeOffset>();
        var known = await CaseCounting.KnownUntilAsync(db, cancellationToken);
        var rows = await db.Weeks.AsNoTracking().Where(row => EF.Parameter(weeks).Contains(row.Week)).ToListAsync(cancellationToken);
        var counted = await db.Observations.Where(row => EF.Parameter(weeks).Contains(row.Week) && row.Origin == Origin.Cases)
            .Join(db.Runs, row => row.RunId, run => run.Id, (row, run) => new { row.Week, run.StartedAt })
            .GroupBy(row => row.Week).Select(group => new { Week = group.Key, Last = group.Max(row => row.StartedAt) })
            .ToDictionaryAsync(row => row.Week, row => row.Last, cancellationToken);
        return rows.ToDictionary(row => row.Week, row =>
        {
            var end = ChinaTime.Start(Periods.Of(row).Sunday.AddDays(1));
            var last = row.State is WeekState.Open && known is { } until ? until : counted.GetValueOrDefault(row.Week, end);
            return last < end ? last : end;
        });
    }
}
