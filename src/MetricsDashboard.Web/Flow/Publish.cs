using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Reporting;
using MetricsDashboard.Reporting.Documents;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Hosting;
using Microsoft.Extensions.Options;

namespace MetricsDashboard.Web.Flow;

/// <summary>
/// Last of the four jobs: frozen results become the report's document, the document its files, and the signed report never changes
/// again. Sentences, tables and every format come from the one document.
/// </summary>
public sealed class Publish(ReportStore reports, IOptions<LetterheadOptions> letterhead)
{
    private const int WeeksBack = 12;

    /// <summary>Composes and keeps the draft of a week.</summary>
    public async Task DraftAsync(Actor drafter, ReportingWeek week, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var document = await ComposeAsync(drafter, week, issuedOn: null, cancellationToken);
        await reports.DraftAsync(drafter, week, ReportDocumentJson.Serialize(document), now, cancellationToken);
    }

    /// <summary>Signs and publishes a draft: dated document, files, editions bound. Nobody signs what they drafted; the store sees to it.</summary>
    public async Task RunAsync(Actor signer, ReportingWeek week, DateOnly issuedOn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var document = await ComposeAsync(signer, week, issuedOn, cancellationToken);
        var files = ReportFormats.Write(document);
        await reports.PublishAsync(signer, week, issuedOn, ReportDocumentJson.Serialize(document), files, now, cancellationToken);
    }

    /// <summary>The report as it is kept, or a preview of what it would be today.</summary>
    public async Task<ReportDocument> ShowAsync(Actor reader, ReportingWeek week, CancellationToken cancellationToken) =>
        await reports.FindAsync(reader, week, cancellationToken) is { } stored
            ? ReportDocumentJson.Deserialize(stored.DocumentJson)
            : await ComposeAsync(reader, week, issuedOn: null, cancellationToken);

    /// <summary>A file of the report: the very bytes that were published, or a preview.</summary>
    public async Task<byte[]> FileAsync(Actor reader, ReportingWeek week, string format, CancellationToken cancellationToken) =>
        await reports.FileAsync(reader, week, format, cancellationToken)
        ?? ReportFormats.Write(await ShowAsync(reader, week, cancellationToken), format);

    private async Task<ReportDocument> ComposeAsync(Actor actor, ReportingWeek week, DateOnly? issuedOn, CancellationToken cancellationToken)
    {
        var data = await reports.FactsDataAsync(actor, week, WeeksBack, cancellationToken);
        var facts = data.With(letterhead.Value.ToLetterhead());
        return WeeklyReport.Compose(facts with { IssuedOn = issuedOn ?? facts.IssuedOn });
    }
}
