using System.Text.Json;
using Hangfire;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Jobs;

namespace MetricsDashboard.Web.Flow;

/// <summary>The text of a cell as it stands on the page.</summary>
public sealed record TypedText(string Element, string Unit, string Text);

/// <summary>What the checks say about a form that is being typed.</summary>
/// <param name="Issues">Errors, warnings and notes.</param>
/// <param name="Values">What could be read as a count, by element and row unit.</param>
/// <param name="Results">What the unit's indicators would be; none while there is an error.</param>
public sealed record TypedCheck(
    IReadOnlyList<IntakeIssue> Issues, IReadOnlyDictionary<(string Element, string Unit), long> Values, IReadOnlyList<PreviewedResult> Results)
{
    public bool IsRefused => Issues.Any(issue => issue.Severity is Severity.Error);
}

/// <summary>
/// What is typed on a page takes the path of a file: it is checked like one while it is typed, becomes one and is sent like one, held until
/// its sender has seen it and confirms.
/// </summary>
public sealed class SendTyped(Receive receive, SnapshotStore snapshots, BusinessClock clock, IBackgroundJobClient jobs)
{
    public async Task<TypedCheck> CheckAsync(
        Actor actor, Form form, Unit unit, ReportingWeek week, IReadOnlyList<TypedText> texts, CancellationToken cancellationToken)
    {
        var entries = texts.Select(text => new RawEntry(text.Unit, week.ToString(), text.Element, string.IsNullOrWhiteSpace(text.Text) ? CellKind.Blank : CellKind.Text, text.Text.Trim(), default)).ToList();
        var request = new IntakeRequest(actor, form.Code, unit.Code, week);
        var (intake, outcome) = await receive.TryAsync(request, new IntakeContent(entries, [], entries.Count), clock.Now, cancellationToken);
        var values = intake.Forms.SelectMany(sent => sent.Values).Where(value => value.Value is not null).ToDictionary(value => (value.Element, value.Unit), value => value.Value!.Value);
        var isRefused = outcome.Issues.Any(issue => issue.Severity is Severity.Error);
        IReadOnlyList<PreviewedResult> results = isRefused || values.Count == 0
            ? []
            : await snapshots.PreviewAsync(actor, unit.Code, week, [.. values.Select(value => new CountedValue(value.Key.Element, value.Key.Unit, week, value.Value))], cancellationToken);
        return new TypedCheck(outcome.Issues, values, results);
    }

    /// <summary>The upload that the form became; it waits for its sender's confirmation.</summary>
    public async Task<Guid> SendAsync(Actor actor, Form form, Unit unit, ReportingWeek week, IReadOnlyList<TypedText> texts, CancellationToken cancellationToken)
    {
        var upload = new NewUpload(FileName(form), Bytes(week, texts), form.Code, unit.Code, week, UploadChannel.Web) { Hold = true };
        var id = await receive.TakeInAsync(actor, upload, clock.Now, cancellationToken);
        QueuedUploads.Enqueue(jobs, id);
        return id;
    }

    private static string FileName(Form form) => $"在线填报_{form.Name}.json";

    private static byte[] Bytes(ReportingWeek week, IReadOnlyList<TypedText> texts) =>
        JsonSerializer.SerializeToUtf8Bytes(texts.Select(text => new { unit = text.Unit, week = week.ToString(), element = text.Element, value = text.Text }));
}
