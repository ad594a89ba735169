using MetricsDashboard.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>Values of what waits for review, beside the newest values from before their weeks.</summary>
internal static class RemarkableRows
{
    /// <summary>How many values of each waiting submission changed remarkably.</summary>
    /// <param name="readable">Only submissions of these units; null for all.</param>
    public static async Task<IReadOnlyDictionary<Guid, int>> QueryAsync(MetricsDb db, IReadOnlySet<string>? readable, CancellationToken cancellationToken)
    {
        var waiting = db.Submissions.Where(submission => submission.State == SubmissionState.Submitted).Join(
            db.SubmissionValues.Where(value => value.Value != null),
            submission => submission.Id,
            value => value.SubmissionId,
            (submission, value) => new { submission.Id, Owner = submission.Unit, submission.Week, value.Element, value.Unit, value.Value });
        var newest = waiting.Join(
                db.Observations, value => new { value.Element, value.Unit }, row => new { row.Element, row.Unit }, (value, row) => new { value.Week, row.Element, row.Unit, Earlier = row.Week })
            .Where(row => row.Earlier < row.Week)
            .GroupBy(row => new { row.Week, row.Element, row.Unit })
            .Select(group => new { group.Key.Week, group.Key.Element, group.Key.Unit, Earlier = group.Max(row => row.Earlier) });
        var rows = await waiting
            .Join(newest, value => new { value.Week, value.Element, value.Unit }, last => new { last.Week, last.Element, last.Unit }, (value, last) => new { value, last.Earlier })
            .Join(
                db.Observations,
                pair => new { pair.value.Element, pair.value.Unit, Week = pair.Earlier },
                row => new { row.Element, row.Unit, row.Week },
                (pair, row) => new { pair.value.Id, pair.value.Owner, pair.value.Value, row.Element, row.Unit, row.Week, row.Origin, row.Revision, Before = row.Value })
            .ToListAsync(cancellationToken);
        var values = await CountedValues.OpenAsync(db, cancellationToken);
        return rows.Where(row => readable.Reads(row.Owner)).GroupBy(row => row.Id)
            .Select(group => (Id: group.Key, Count: values.Pick(group, row => (row.Element, row.Unit, row.Week), row => (row.Origin, row.Revision))
                .Count(row => RemarkableChange.Is(row.Value!.Value, row.Before))))
            .Where(submission => submission.Count > 0).ToDictionary(submission => submission.Id, submission => submission.Count);
    }
}
