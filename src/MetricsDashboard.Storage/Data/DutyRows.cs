using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>The duties of a week with the newest round of each.</summary>
internal static class DutyRows
{
    public static async Task<IReadOnlyList<DutyRow>> QueryAsync(MetricsDb db, Catalogue catalogue, int week, string? unit, CancellationToken cancellationToken)
    {
        var duties = db.Duties.AsNoTracking().Where(duty => duty.Week == week);
        if (unit is not null) duties = duties.Where(duty => duty.Unit == unit);
        var rows = await duties.GroupJoin(
                db.Submissions,
                duty => new { duty.Week, duty.Unit, duty.Form, duty.Round },
                submission => new { submission.Week, submission.Unit, submission.Form, submission.Round },
                (duty, found) => new { duty, found })
            .SelectMany(
                row => row.found.DefaultIfEmpty(),
                (row, submission) => new
                {
                    row.duty.Unit,
                    row.duty.Form,
                    row.duty.DueAt,
                    Id = (Guid?)submission!.Id,
                    State = (SubmissionState?)submission.State,
                    SentAt = (DateTimeOffset?)submission.SentAt,
                })
            .ToListAsync(cancellationToken);
        var key = ReportingWeek.FromKey(week);
        return
        [
            .. rows.Select(row => new DutyRow(
                    catalogue.Unit(row.Unit), catalogue.Form(row.Form), key, row.DueAt, row.State, row.SentAt, row.Id, OnTime(row.State, row.SentAt, row.DueAt)))
                .OrderBy(row => row.Unit.Order).ThenBy(row => row.Form.Order),
        ];
    }

    /// <summary>How the units met the duties that they supply themselves: what close-week counts and the report says.</summary>
    public static IReadOnlyList<UnitReporting> Reporting(IEnumerable<DutyRow> duties) =>
    [
        .. duties.Where(duty => duty.Form.SuppliedBy is SuppliedBy.Unit).GroupBy(duty => duty.Unit.Code, StringComparer.Ordinal)
            .Select(group => new UnitReporting(
                group.First().Unit,
                group.Count(),
                group.Count(duty => duty is { State: SubmissionState.Accepted, OnTime: true }),
                group.Count(duty => duty is { State: SubmissionState.Accepted, OnTime: false }))),
    ];

    private static bool? OnTime(SubmissionState? state, DateTimeOffset? sentAt, DateTimeOffset dueAt) =>
        state is SubmissionState.Accepted or SubmissionState.Submitted ? sentAt <= dueAt : null;
}
