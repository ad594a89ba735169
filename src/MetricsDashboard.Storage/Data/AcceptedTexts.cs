using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>Texts are no observations: they stand where they were sent, in the newest accepted round.</summary>
internal static class AcceptedTexts
{
    /// <summary>The texts of a week itself.</summary>
    public static async Task<IReadOnlyList<AcceptedText>> OfWeekAsync(MetricsDb db, Catalogue catalogue, int week, CancellationToken cancellationToken) =>
        [.. (await QueryAsync(db, catalogue, week, week, null, cancellationToken)).Where(text => text.Text.Length > 0)];

    /// <summary>For each element and unit the newest text of the year before a week; none where it was left blank then.</summary>
    public static async Task<IReadOnlyList<AcceptedText>> BeforeAsync(
        MetricsDb db, Catalogue catalogue, ReportingWeek week, IReadOnlyCollection<string> units, CancellationToken cancellationToken)
    {
        var texts = await QueryAsync(db, catalogue, week.AddWeeks(-52).Key, week.Previous.Key, units, cancellationToken);
        return [.. texts.GroupBy(text => (text.Element, text.Unit)).Select(same => same.MaxBy(text => text.Week)).Where(text => text.Text.Length > 0)];
    }

    private static async Task<IReadOnlyList<AcceptedText>> QueryAsync(
        MetricsDb db, Catalogue catalogue, int from, int to, IReadOnlyCollection<string>? units, CancellationToken cancellationToken)
    {
        var elements = catalogue.Elements.Where(element => element.IsText).Select(element => element.Code).ToArray();
        var forms = catalogue.Elements.Where(element => element.IsText).Select(element => element.Form!).Distinct(StringComparer.Ordinal).ToArray();
        if (elements.Length == 0) return [];
        var submissions = db.Submissions.Where(row => row.Week >= from && row.Week <= to && row.State == SubmissionState.Accepted && forms.Contains(row.Form));
        var values = db.SubmissionValues.Where(value => elements.Contains(value.Element));
        if (Codes.ForQuery(units) is { } wanted) values = values.Where(value => wanted.Contains(value.Unit));
        var rows = await submissions.Join(
                values, submission => submission.Id, value => value.SubmissionId,
                (submission, value) => new { submission.Week, submission.Unit, submission.Form, submission.Round, value.Element, RowUnit = value.Unit, value.RawText })
            .ToListAsync(cancellationToken);
        var isUnit = Codes.Matching(units);
        return
        [
            .. rows.Where(row => isUnit(row.RowUnit))
                .GroupBy(row => (row.Week, row.Unit, row.Form)).SelectMany(duty => duty.Where(row => row.Round == duty.Max(other => other.Round)))
                .Select(row => new AcceptedText(row.Element, row.RowUnit, ReportingWeek.FromKey(row.Week), row.RawText)),
        ];
    }
}
