using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Weeks;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>The card thresholds and the calendar in force.</summary>
internal static class CardRules
{
    public static async Task<CardThresholds> ThresholdsAsync(MetricsDb db, CancellationToken cancellationToken) =>
        await db.CardThresholds.AsNoTracking().OrderByDescending(row => row.No).FirstOrDefaultAsync(cancellationToken) is { } row
            ? new CardThresholds(row.WarningWorkdays, row.YellowOnDueDay, row.RedAfterWorkdays)
            : CardThresholds.Standard;

    public static async Task<WorkCalendar> CalendarAsync(MetricsDb db, CancellationToken cancellationToken) =>
        new(await db.CalendarDays.AsNoTracking().Select(day => new CalendarDay(day.Date, day.Kind, day.Name)).ToListAsync(cancellationToken));
}
