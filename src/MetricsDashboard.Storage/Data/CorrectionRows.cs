using System.Linq.Expressions;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Entities;
using MetricsDashboard.Storage.Stores;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>The one query behind every list of corrections.</summary>
internal static class CorrectionRows
{
    public static async Task<IReadOnlyList<CorrectionRow>> QueryAsync(
        MetricsDb db, Catalogue catalogue, Expression<Func<CorrectionEntity, bool>> which, CancellationToken cancellationToken) =>
    [
        .. (await db.Corrections.AsNoTracking().Where(which).OrderByDescending(row => row.RequestedAt).ToListAsync(cancellationToken)).Select(row => new CorrectionRow(
            row.Id,
            ReportingWeek.FromKey(row.Week),
            catalogue.Unit(row.Unit),
            catalogue.Element(row.Element),
            catalogue.Unit(row.RowUnit),
            row.OldValue,
            row.NewValue,
            row.Reason,
            row.RequestedBy,
            row.RequestedAt,
            row.State,
            row.DecidedBy,
            row.DecidedAt,
            row.Answer)),
    ];
}
