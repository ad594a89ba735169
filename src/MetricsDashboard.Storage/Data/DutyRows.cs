using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Entities;
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
        return await RowsAsync(db, catalogue, duties, cancellationToken);
    }

    /// <summary>The duties of the weeks from one to another, both included.</summary>
    public static Task<IReadOnlyList<DutyRow>> BetweenAsync(MetricsDb db, Catalogue catalogue, int from, int to, CancellationToken cancellationToken) =>
        RowsAsync(db, catalogue, db.Duties.AsNoTracking().Where(duty => duty.Week >= from && duty.Week <= to), cancellationToken);

    /// <summary>The duties of all weeks for which nothing was sent, or what was sent came back.</summary>
    public static async Task<IReadOnlyList<DutyRow>> OutstandingAsync(MetricsDb db, Catalogue catalogue, string? unit, CancellationToken cancellationToken)
    {
        var duties = db.Duties.AsNoTracking().Where(duty => !db.Submissions.Any(submission =>
            submission.Week == duty.Week && submission.Unit == duty.Unit && submission.Form == duty.Form && submission.Round == duty.Round
            && (submission.State == SubmissionState.CountyReview || submission.State == SubmissionState.Submitted || submission.State == SubmissionState.Accepted)));
        if (unit is not null) duties = duties.Where(duty => duty.Unit == unit);
        return await RowsAsync(db, catalogue, duties, cancellationToken);
    }

    private static async Task<IReadOnlyList<DutyRow>> RowsAsync(MetricsDb db, Catalogue catalogue, IQueryable<DutyEntity> duties, CancellationToken cancellationToken)
    {
        var rows = await duties.GroupJoin(
                db.Submissions,
                duty => new { duty.Week, duty.Unit, duty.Form, duty.Round },
                submission => new { submission.Week, submission.Unit, submission.Form, submission.Round },
                (duty, found) => new { duty, found })
            .SelectMany(
                row => row.found.DefaultIfEmpty(),
                (row, submission) => new { row.duty, Id = (Guid?)submission!.Id, State = (SubmissionState?)submission.State, SentAt = (DateTimeOffset?)submission.SentAt })
            .GroupJoin(
                db.Extensions,
                row => new { row.duty.Week, row.duty.Unit },
                extension => new { extension.Week, extension.Unit },
                (row, found) => new { row, found })
            .SelectMany(
                joined => joined.found.DefaultIfEmpty(),
                (joined, extension) => new
                {
                    joined.row.duty.Week,
                    joined.row.duty.Unit,
                    joined.row.duty.Form,
                    joined.row.duty.DueAt,
                    joined.row.duty.FirstSentAt,
                    joined.row.Id,
                    joined.row.State,
                    joined.row.SentAt,
                    Until = (DateTimeOffset?)extension!.Until,
                    Reason = (string?)extension.Reason,
                })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new DutyRow(
                    catalogue.Unit(row.Unit),
                    catalogue.Form(row.Form),
                    ReportingWeek.FromKey(row.Week),
                    row.Until ?? row.DueAt,
                    row.State,
                    row.SentAt,
                    row.Id,
                    OnTime(row.State, row.FirstSentAt, row.Until ?? row.DueAt),
                    row.Reason,
                    row.FirstSentAt,
                    row.DueAt))
                .OrderBy(row => row.Week).ThenBy(row => row.Unit.Order).ThenBy(row => row.Form.Order),
        ];
    }

    /// <summary>How the units met the duties that they supply themselves: what close-week counts and the report says.</summary>
    public static IReadOnlyList<UnitReporting> Reporting(IEnumerable<DutyRow> duties, WorkCalendar calendar) =>
    [
        .. duties.Where(duty => duty.Form.SuppliedBy is SuppliedBy.Unit).GroupBy(duty => duty.Unit.Code, StringComparer.Ordinal)
            .Select(group => new UnitReporting(
                group.First().Unit,
                group.Count(),
                group.Count(duty => duty is { State: SubmissionState.Accepted, OnTime: true }),
                group.Count(duty => duty is { State: SubmissionState.Accepted, OnTime: false }),
                WorkdaysLate(group, calendar),
                group.Where(duty => duty is { State: SubmissionState.Accepted, OnTime: true, ExtendedFor: not null, FirstSentAt: not null } && duty.FirstSentAt > duty.RegularDueAt)
                    .Select(duty => (DateOnly?)ChinaTime.Day(duty.DueAt)).Max())),
    ];

    /// <summary>Working days from the due day to the latest of the late sendings; null where all were in time or late on the day itself.</summary>
    private static int? WorkdaysLate(IEnumerable<DutyRow> duties, WorkCalendar calendar) =>
        duties.Where(duty => duty is { State: SubmissionState.Accepted, OnTime: false, FirstSentAt: not null })
            .Select(duty => calendar.WorkdaysBetween(ChinaTime.Day(duty.DueAt), ChinaTime.Day(duty.FirstSentAt!.Value))).DefaultIfEmpty(0).Max() is > 0 and var days ? days : null;

    /// <summary>The first sending decides: what the review sends back and gets again was in time all the same.</summary>
    private static bool? OnTime(SubmissionState? state, DateTimeOffset? firstSentAt, DateTimeOffset dueAt) =>
        state is SubmissionState.Accepted or SubmissionState.Submitted or SubmissionState.CountyReview ? firstSentAt <= dueAt : null;
}
