using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>
/// 无异常: what waits for the city's review although there is nothing to look at. Sent in time, in a week that is open, without any
/// warning from the check, and without a value that changed remarkably.
/// </summary>
internal static class CleanRows
{
    public static async Task<IReadOnlyList<SubmissionRow>> QueryAsync(MetricsDb db, Catalogue catalogue, CancellationToken cancellationToken)
    {
        var waiting = await SubmissionRows.QueryAsync(
            db,
            catalogue,
            row => row.State == SubmissionState.Submitted && db.Weeks.Any(week => week.Week == row.Week && week.State == WeekState.Open),
            cancellationToken);
        var punctual = waiting.Where(row => row.OnTime).ToList();
        if (punctual.Count == 0) return [];
        var uploads = punctual.Select(row => row.UploadId).Distinct().ToList();
        var outcomes = (await db.Uploads.AsNoTracking().Where(upload => EF.Parameter(uploads).Contains(upload.Id)).Select(upload => new { upload.Id, upload.Outcome }).ToListAsync(cancellationToken))
            .ToDictionary(upload => upload.Id, upload => OutcomeJson.Read(upload.Outcome));
        var remarkable = await RemarkableRows.QueryAsync(db, null, cancellationToken);
        return [.. punctual.Where(row => !remarkable.ContainsKey(row.Id) && outcomes.GetValueOrDefault(row.UploadId) is { } outcome && !HasWarning(row, outcome))];

        // A warning that names no unit is about the file, and with it about every form in it.
        bool HasWarning(SubmissionRow row, IntakeOutcome outcome) =>
            outcome.Issues.Any(issue => issue is { Severity: Severity.Warning, Unit: null })
            || SubmissionIssues.Of(catalogue, outcome, row.Unit, row.Form, row.Week).Any(issue => issue.Severity is Severity.Warning);
    }
}
