using System.Linq.Expressions;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Entities;
using MetricsDashboard.Storage.Stores;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>
/// The one query behind every list of 核对: the values of the newest rounds that nobody of the unit sent, of those units that have people to
/// look at them.
/// </summary>
internal static class VerificationRows
{
    public static async Task<IReadOnlyList<VerifiedFigure>> QueryAsync(
        MetricsDb db, Catalogue catalogue, Expression<Func<SubmissionEntity, bool>> which, CancellationToken cancellationToken)
    {
        var newest = db.Submissions.AsNoTracking().Where(which).Where(row => row.State == SubmissionState.Submitted || row.State == SubmissionState.Accepted)
            .Join(
                db.Duties,
                row => new { row.Week, row.Unit, row.Form, row.Round },
                duty => new { duty.Week, duty.Unit, duty.Form, duty.Round },
                (row, _) => row);
        var sent = (await newest.Join(db.Uploads, row => row.UploadId, upload => upload.Id, (row, upload) => new { Submission = row, upload.FileName, upload.SenderUnit, upload.SourceId })
            .Where(row => row.SenderUnit == null || row.SenderUnit != row.Submission.Unit).ToListAsync(cancellationToken))
            .Where(row => catalogue.FindUnit(row.Submission.Unit) is { Kind: UnitKind.Department or UnitKind.County }).ToDictionary(row => row.Submission.Id);
        if (sent.Count == 0) return [];
        var values = await newest.Join(db.SubmissionValues, row => row.Id, value => value.SubmissionId, (_, value) => value).Where(value => value.Value != null).ToListAsync(cancellationToken);
        var said = (await newest.Join(db.Verifications, row => row.Id, word => word.SubmissionId, (_, word) => word).OrderBy(word => word.WrittenAt).ToListAsync(cancellationToken))
            .ToLookup(word => (word.SubmissionId, word.Element, word.Unit), word => new VerificationWord(word.Kind, word.Value, word.Text, word.WrittenBy, word.WrittenAt));
        var sources = await UploadSources.NamesAsync(db, cancellationToken);
        var figures = new List<VerifiedFigure>();
        var counting = await CountedValues.OpenAsync(db, cancellationToken);
        foreach (var week in values.Where(value => sent.ContainsKey(value.SubmissionId)).GroupBy(value => sent[value.SubmissionId].Submission.Week))
        {
            var units = week.Select(value => value.Unit).Distinct(StringComparer.Ordinal).ToList();
            // As it was sent and corrected since, whether it counts or what the cases say does.
            var accepted = await counting.OfOriginAsync(week.Key, Origin.Form, cancellationToken);
            var last = (await counting.BeforeAsync(week.Key, null, units, cancellationToken)).ToDictionary(value => (value.Element, value.Unit));
            foreach (var value in week)
            {
                if (catalogue.FindElement(value.Element) is not { } element || catalogue.FindUnit(value.Unit) is not { } unit) continue;
                var from = sent[value.SubmissionId];
                var isAccepted = from.Submission.State is SubmissionState.Accepted;
                figures.Add(new VerifiedFigure(
                    value.SubmissionId,
                    ReportingWeek.FromKey(from.Submission.Week),
                    catalogue.Unit(from.Submission.Unit),
                    catalogue.Form(from.Submission.Form),
                    from.Submission.State,
                    element,
                    unit,
                    isAccepted && accepted.TryGetValue((value.Element, value.Unit), out var now) ? now : value.Value!.Value,
                    last.TryGetValue((value.Element, value.Unit), out var before) ? before : null,
                    new Place(value.Sheet, value.Cell),
                    from.FileName,
                    from.SourceId is { } source ? sources[source] : null,
                    from.Submission.SentBy,
                    from.Submission.SentAt,
                    [.. said[(value.SubmissionId, value.Element, value.Unit)]]));
            }
        }

        var order = catalogue.Elements.Select((element, i) => (element.Code, i)).ToDictionary(entry => entry.Code, entry => entry.i, StringComparer.Ordinal);
        return
        [
            .. figures.OrderByDescending(figure => figure.Week).ThenBy(figure => figure.Asked.Order).ThenBy(figure => figure.Form.Order)
                .ThenBy(figure => figure.RowUnit.Order).ThenBy(figure => order[figure.Element.Code]),
        ];
    }
}
