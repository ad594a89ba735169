using System.Text.Json;
using Hangfire;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Hosting;
using MetricsDashboard.Web.Jobs;

namespace MetricsDashboard.Web.Flow;

/// <summary>
/// 与上周一致 and 零报告: the system fills in the form and sends it as a file of its own, by the same path as an upload, so that it has an
/// original and a provenance.
/// </summary>
public sealed class SendComposed(Receive receive, ObservationStore observations, Installed installed, IBackgroundJobClient jobs)
{
    /// <summary>The upload that a form became, or why it cannot be composed.</summary>
    public async Task<(Guid? Upload, string? Refusal)> RunAsync(
        Actor actor, Form form, Unit unit, ReportingWeek week, SubmissionBasis basis, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var catalogue = installed.Catalogue;
        string[] rowUnits = [.. catalogue.RowUnits(form, unit, week).Select(row => row.Code)];
        var last = (await observations.LastValuesAsync(actor, rowUnits, week, cancellationToken)).ToDictionary(value => (value.Element, value.Unit), value => (long?)value.Value);
        var composed = ComposedForm.Of(catalogue, form, unit, week, basis, (element, row) => last.GetValueOrDefault((element, row)));
        if (composed.Refusal is not null) return (null, composed.Refusal);

        var bytes = JsonSerializer.SerializeToUtf8Bytes(composed.Values.Select(value => new { unit = value.Unit, week = week.ToString(), element = value.Element, value = value.Value }));
        var name = basis is SubmissionBasis.Unchanged ? "与上周一致确认报送.json" : "零报告.json";
        var id = await receive.TakeInAsync(actor, new NewUpload(name, bytes, form.Code, unit.Code, week, UploadChannel.Web) { Basis = basis }, now, cancellationToken);
        QueuedUploads.Enqueue(jobs, id);
        return (id, null);
    }
}
