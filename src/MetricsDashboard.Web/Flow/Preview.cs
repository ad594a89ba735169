using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Hosting;

namespace MetricsDashboard.Web.Flow;

/// <summary>A value beside the last one that counted, and the places in the list of issues of what the check has to say about it.</summary>
public sealed record PreviewedValue(DataElement Element, Unit Unit, long? Value, string Text, CountedValue? Last, IReadOnlyList<int> Issues)
{
    /// <summary>Does it say what was last said?</summary>
    public bool IsSame => Last is { } last ? Value == last.Value : Value is null && Text.Length == 0;
}

public sealed record PreviewedForm(Unit Asked, Form Form, ReportingWeek Week, IReadOnlyList<PreviewedValue> Values);

/// <summary>
/// What would be sent: the obstacles that have come up since the check, the forms, the places of issues of no single value, and what the
/// indicators would be, where all forms are about one unit.
/// </summary>
public sealed record PreviewedUpload(
    IReadOnlyList<IntakeIssue> Obstacles, IReadOnlyList<PreviewedForm> Forms, IReadOnlyList<int> General, IReadOnlyList<PreviewedResult> Results)
{
    /// <summary>Periods of several weeks.</summary>
    public IReadOnlyList<ReportingPeriod> Merged { get; init; } = [];

    /// <summary>The period that a week belongs to.</summary>
    public ReportingPeriod PeriodOf(ReportingWeek week)
    {
        foreach (var period in Merged)
        {
            if (period.Contains(week)) return period;
        }

        return new ReportingPeriod(week);
    }
}

/// <summary>What the sender sees before sending: every value beside the last one, and what the unit's indicators and ranks would be.</summary>
public sealed class Preview(UploadStore uploads, ObservationStore observations, SnapshotStore snapshots, WeekStore weeks, Receive receive, Installed installed)
{
    public async Task<PreviewedUpload> LoadAsync(Actor actor, UploadView upload, CancellationToken cancellationToken)
    {
        var file = await uploads.SentAsync(actor, upload.Id, cancellationToken) ?? throw new InvalidOperationException($"Upload {upload.Id} is gone.");
        var intake = await receive.CheckAsync(file, cancellationToken);
        if (intake.IsRefused) return new PreviewedUpload([.. intake.Issues.Where(issue => issue.Severity is Severity.Error)], [], [], []);

        var issues = upload.Outcome?.Issues ?? [];
        var byPlace = issues.Select((issue, i) => (issue, i)).Where(row => row.issue.Cell is not null).ToLookup(row => new Place(row.issue.Sheet, row.issue.Cell), row => row.i);
        var forms = new List<PreviewedForm>();
        foreach (var week in intake.Forms.GroupBy(form => form.Week)) forms.AddRange(await FormsAsync(actor, week.Key, [.. week], byPlace, cancellationToken));
        var shown = forms.SelectMany(form => form.Values).SelectMany(value => value.Issues).ToHashSet();
        var unit = intake.Forms.Select(form => (form.Asked, form.Week)).Distinct().ToList() is [var only] ? only.Asked : null;
        var merged = (await weeks.ListAsync(actor, cancellationToken)).Select(row => row.Period).Where(period => period.Last != period.First);
        return new PreviewedUpload(
            [], forms, [.. Enumerable.Range(0, issues.Count).Where(i => !shown.Contains(i))], unit is null ? [] : await ResultsAsync(actor, unit, intake.Forms, cancellationToken))
        {
            Merged = [.. merged],
        };
    }

    private async Task<IEnumerable<PreviewedForm>> FormsAsync(
        Actor actor, ReportingWeek week, IReadOnlyList<CheckedForm> forms, ILookup<Place, int> issues, CancellationToken cancellationToken)
    {
        var catalogue = installed.Catalogue;
        string[] units = [.. forms.SelectMany(form => form.Values).Select(value => value.Unit).Distinct(StringComparer.Ordinal)];
        var last = (await observations.LastValuesAsync(actor, units, week, cancellationToken)).ToDictionary(value => (value.Element, value.Unit));
        return forms.Select(form => new PreviewedForm(form.Asked, form.Form, week,
        [
            .. form.Values.Select(value => new PreviewedValue(
                catalogue.Element(value.Element),
                catalogue.Unit(value.Unit),
                value.Value,
                value.RawText,
                last.TryGetValue((value.Element, value.Unit), out var known) ? known : null,
                value.Place.Cell is null ? [] : [.. issues[value.Place]])),
        ]));
    }

    private Task<IReadOnlyList<PreviewedResult>> ResultsAsync(Actor actor, Unit unit, IReadOnlyList<CheckedForm> forms, CancellationToken cancellationToken)
    {
        var week = forms[0].Week;
        CountedValue[] values =
        [
            .. forms.SelectMany(form => form.Values).Where(value => value.Value is not null).Select(value => new CountedValue(value.Element, value.Unit, week, value.Value!.Value)),
        ];
        return snapshots.PreviewAsync(actor, unit.Code, week, values, cancellationToken);
    }
}
