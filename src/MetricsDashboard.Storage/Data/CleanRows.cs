using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Stores;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>
/// 无异常: what waits for the city's review although there is nothing to look at. Sent in time, in a week that is open, without any
/// warning from the check, without a value that changed remarkably, and without one that the unit objects to.
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
        var disputed = await DisputedAsync(db, catalogue, [.. punctual.Select(row => row.Id)], cancellationToken);
        return [.. punctual.Where(row => !remarkable.ContainsKey(row.Id) && !disputed.Contains(row.Id) && outcomes.GetValueOrDefault(row.UploadId) is { } outcome && !HasWarning(row, outcome))];

        // A warning that names no unit is about the file, and with it about every form in it.
        bool HasWarning(SubmissionRow row, IntakeOutcome outcome) =>
            outcome.Issues.Any(issue => issue is { Severity: Severity.Warning, Unit: null })
            || SubmissionIssues.Of(catalogue, outcome, row.Unit, row.Form, row.Week).Any(issue => issue.Severity is Severity.Warning);
    }

    /// <summary>Those of which a unit objects to a figure.</summary>
    private static async Task<HashSet<Guid>> DisputedAsync(MetricsDb db, Catalogue catalogue, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var figures = await VerificationRows.QueryAsync(
            db,
            catalogue,
            row => EF.Parameter(ids).Contains(row.Id) && db.Verifications.Any(word => word.SubmissionId == row.Id && word.Kind == VerificationKind.Objected),
            cancellationToken);
        return [.. figures.Where(figure => figure.State is VerificationState.Objected or VerificationState.Adopted).Select(figure => figure.SubmissionId)];
    }
}
