using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>Which weeks belong together, as the week table says.</summary>
internal static class Periods
{
    public static ReportingPeriod Of(WeekEntity row) => new(ReportingWeek.FromKey(row.Week), ReportingWeek.FromKey(row.LastWeek));

    /// <summary>The week by which the period before is known; the calendar's week before where that was never opened.</summary>
    public static async Task<ReportingWeek> PreviousAsync(MetricsDb db, ReportingWeek week, CancellationToken cancellationToken)
    {
        var before = await db.Weeks.AsNoTracking().Where(row => row.Week < week.Key).OrderByDescending(row => row.Week).FirstOrDefaultAsync(cancellationToken);
        return before is not null && Of(before) is var period && period.Last.Next == week ? period.First : week.Previous;
    }

    /// <summary>The periods of more than one week.</summary>
    public static async Task<IReadOnlyList<ReportingPeriod>> MergedAsync(MetricsDb db, CancellationToken cancellationToken) =>
        (await db.Weeks.AsNoTracking().Where(row => row.LastWeek > row.Week).ToListAsync(cancellationToken)).ConvertAll(Of);
}
