using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>What the check of a week's values is made against, read in a few queries however many values there are.</summary>
internal sealed class CheckData
{
    private readonly IReadOnlyDictionary<(string Element, string Unit), IReadOnlyList<Figure>> recent;
    private readonly Dictionary<(string Element, string Unit), IReadOnlyList<Figure>> older;
    private readonly Dictionary<(string Element, string Unit), long> sameWeek;
    private readonly Dictionary<(string Element, string Unit), long> fromCases;

    private CheckData(
        IReadOnlyDictionary<(string Element, string Unit), IReadOnlyList<Figure>> recent,
        Dictionary<(string Element, string Unit), IReadOnlyList<Figure>> older,
        Dictionary<(string Element, string Unit), long> sameWeek,
        Dictionary<(string Element, string Unit), long> fromCases) => (this.recent, this.older, this.sameWeek, this.fromCases) = (recent, older, sameWeek, fromCases);

    public static async Task<CheckData> LoadAsync(MetricsDb db, Catalogue catalogue, ReportingWeek week, IReadOnlyCollection<string> units, CancellationToken cancellationToken)
    {
        var values = await CountedValues.OpenAsync(db, cancellationToken);
        var recent = await values.HistoryAsync(week, IntakeContext.HistoryWeeks, units, cancellationToken);
        var older = (await values.BeforeAsync(week.AddWeeks(-IntakeContext.HistoryWeeks).Key, null, units, cancellationToken))
            .ToDictionary(value => (value.Element, value.Unit), value => (IReadOnlyList<Figure>)[new Figure(value.Value, value.Week)]);
        return new CheckData(recent, older, await SameWeekAsync(db, values, catalogue, week.Key, units, cancellationToken), await values.OfOriginAsync(week.Key, Origin.Cases, cancellationToken));
    }

    public IReadOnlyList<Figure> History(string element, string unit) =>
        recent.GetValueOrDefault((element, unit)) ?? older.GetValueOrDefault((element, unit)) ?? [];

    public long? SameWeek(string element, string unit) => sameWeek.TryGetValue((element, unit), out var value) ? value : null;

    /// <summary>What cases give for the week itself; null where they give nothing.</summary>
    public long? FromCases(string element, string unit) => fromCases.TryGetValue((element, unit), out var value) ? value : null;

    /// <summary>Of elements that are compared across forms: what waits for review, otherwise what was accepted. Nothing is asked where no form is compared with another.</summary>
    private static async Task<Dictionary<(string Element, string Unit), long>> SameWeekAsync(
        MetricsDb db, CountedValues values, Catalogue catalogue, int week, IReadOnlyCollection<string> units, CancellationToken cancellationToken)
    {
        string[] elements = [.. catalogue.Elements.Where(catalogue.IsBoundElsewhere).SelectMany(element => new[] { element.Code, element.MaxElement! }).Distinct(StringComparer.Ordinal)];
        if (elements.Length == 0) return [];
        var (isElement, isUnit) = (Codes.Matching(elements), Codes.Matching(units));
        var known = (await values.OfOriginAsync(week, Origin.Form, cancellationToken)).Where(value => isElement(value.Key.Element) && isUnit(value.Key.Unit))
            .ToDictionary(value => value.Key, value => value.Value);
        var waiting = await db.Submissions.Where(submission => submission.Week == week && submission.State == SubmissionState.Submitted)
            .Join(db.SubmissionValues, submission => submission.Id, value => value.SubmissionId, (_, value) => value)
            .Where(value => value.Value != null && elements.Contains(value.Element))
            .Select(value => new { value.Element, value.Unit, value.Value }).ToListAsync(cancellationToken);
        foreach (var value in waiting.Where(value => isUnit(value.Unit))) known[(value.Element, value.Unit)] = value.Value!.Value;
        return known;
    }
}
