using System.Linq.Expressions;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Entities;
using MetricsDashboard.Storage.Stores;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>The one query behind every list and page of submissions, so that they cannot disagree.</summary>
internal static class SubmissionRows
{
    public static async Task<IReadOnlyList<SubmissionRow>> QueryAsync(
        MetricsDb db, Catalogue catalogue, Expression<Func<SubmissionEntity, bool>> which, CancellationToken cancellationToken)
    {
        var rows = await db.Submissions.AsNoTracking().Where(which)
            .Join(db.Uploads, submission => submission.UploadId, upload => upload.Id, (submission, upload) => new { Submission = submission, upload.FileName })
            .Join(
                db.Duties,
                row => new { row.Submission.Week, row.Submission.Unit, row.Submission.Form },
                duty => new { duty.Week, duty.Unit, duty.Form },
                (row, duty) => new { row.Submission, row.FileName, duty.FirstSentAt, duty.DueAt })
            .GroupJoin(
                db.Extensions,
                row => new { row.Submission.Week, row.Submission.Unit },
                extension => new { extension.Week, extension.Unit },
                (row, found) => new { row, found })
            .SelectMany(
                joined => joined.found.DefaultIfEmpty(),
                (joined, extension) => new { joined.row.Submission, joined.row.FileName, joined.row.FirstSentAt, joined.row.DueAt, Until = (DateTimeOffset?)extension!.Until })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => Row(catalogue, row.Submission, row.FileName, row.FirstSentAt, row.Until ?? row.DueAt))
                .OrderByDescending(row => row.Week).ThenBy(row => row.Unit.Order).ThenBy(row => row.Form.Order).ThenByDescending(row => row.Round),
        ];
    }

    private static SubmissionRow Row(Catalogue catalogue, SubmissionEntity submission, string fileName, DateTimeOffset? firstSentAt, DateTimeOffset dueAt) => new(
        submission.Id,
        catalogue.Unit(submission.Unit),
        catalogue.Form(submission.Form),
        ReportingWeek.FromKey(submission.Week),
        submission.Round,
        submission.State,
        submission.SentBy,
        submission.SentAt,
        (firstSentAt ?? submission.SentAt) <= dueAt,
        submission.UploadId,
        fileName,
        submission.ValueCount,
        submission.DecidedBy,
        submission.DecidedAt,
        submission.Reason,
        submission.OnBehalf,
        submission.ReviewedBy,
        submission.ReviewedAt)
    {
        AcceptedUnder = submission.AcceptedUnder,
    };
}
