using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Sources;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Ingestion.Sources;
using MetricsDashboard.Storage;
using MetricsDashboard.Storage.Stores;
using MetricsDashboard.Web.Clock;
using MetricsDashboard.Web.Sources;

namespace MetricsDashboard.Web.Flow;

/// <summary>
/// Asks a source and takes in what it has, one run for each delivery: cases row by row, a week's form whole, the way of an upload. What could not
/// be stored stays with the source and is asked for again.
/// </summary>
public sealed class TakeSource(
    SourceStore sources, RunStore runs, TakeCases cases, RunEnds ends, Receive receive, SourceSecrets secrets, SourceHttp http, BusinessClock clock, TimeProvider time, ILogger<TakeSource> log)
{
    private const int MostRejectedRows = 1000;

    public async Task RunAsync(Guid source, RunTrigger trigger, string startedBy, CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync(source, trigger, startedBy, cancellationToken);
        }
        catch (Exception fault) when (StorageFaults.Is(fault))
        {
            // Nothing can be recorded now. What the source holds stays there, and it is asked again once the database works.
            ends.Note(fault);
        }
    }

    private async Task AskAsync(Guid source, RunTrigger trigger, string startedBy, CancellationToken cancellationToken)
    {
        var row = await sources.FindAsync(Actor.System, source, cancellationToken) ?? throw new StateConflictException("没有这个数据源。");
        if (SourceKinds.Find(row.Kind) is not { IsFetched: true } kind) throw new StateConflictException($"“{row.Name}”由对方推送，不能主动采集。");
        if (!row.Enabled) throw new StateConflictException($"“{row.Name}”已停用，请先启用。");
        var settings = row.Settings is { } json ? SourceSettings.FromJson(json) : new SourceSettings();
        try
        {
            if (kind.Check(settings, row.HasSecret) is [var fault, ..]) throw new SourceException(fault);
            using var client = http.Create(kind, settings);
            var context = new SourceContext(settings, time) { Secret = await SecretAsync(row, cancellationToken), Cursor = row.Cursor, Http = client };
            RunRow? failed = null, last = null;
            await foreach (var delivery in kind.FetchAsync(context, cancellationToken))
            {
                if (await TakeAsync(row, delivery, trigger, startedBy, cancellationToken) is not { } run) return;

                // A file that cannot be read to its end does not keep the others waiting; a database that stores nothing does.
                (failed, last) = (run.State is RunState.Failed ? run : failed, run);
                if (run.State is RunState.Failed && ends.Trouble is not null) return;
            }

            if (failed is not null && failed == last) return;
            if (failed is not null) throw new SourceException($"“{failed.FileName}”没有采集完：{failed.Message}");
            await sources.LookedAsync(Actor.System, source, context.Notes.Count > 0 ? string.Join('\n', context.Notes) : null, null, clock.Now, cancellationToken);
        }
        catch (Exception fault) when (fault is SourceException or StateConflictException or IOException or UnauthorizedAccessException)
        {
            log.LogWarning("Source {Source} cannot be asked: {Reason}", row.Name, fault.Message);
            await sources.LookedAsync(Actor.System, source, null, fault is IOException or UnauthorizedAccessException ? $"无法读取：{fault.Message}" : fault.Message, clock.Now, CancellationToken.None);
        }
    }

    /// <summary>The run; null where another of the source is under way.</summary>
    private async Task<RunRow?> TakeAsync(SourceRow source, SourceDelivery delivery, RunTrigger trigger, string startedBy, CancellationToken cancellationToken)
    {
        var run = delivery.Entries is { } entries
            ? await cases.RunAsync(source.Id, trigger, delivery.Name, startedBy, () => delivery.ExpectedRows, entries, () => delivery.Cursor, cancellationToken)
            : await TakeFormAsync(source, delivery, trigger, startedBy, cancellationToken);
        if (run is { State: RunState.Done or RunState.Refused }) await delivery.CompleteAsync(await ResultAsync(run, cancellationToken), cancellationToken);
        return run;
    }

    private async Task<RunRow?> TakeFormAsync(SourceRow source, SourceDelivery delivery, RunTrigger trigger, string startedBy, CancellationToken cancellationToken)
    {
        await ends.MakeGoodAsync(cancellationToken);
        if (await runs.StartAsync(Actor.System, source.Id, trigger, delivery.Name, startedBy, null, clock.Now, cancellationToken) is not { } run) return null;
        RunEnd end;
        try
        {
            end = await ReceiveAsync(source, delivery, cancellationToken);
        }
        catch (Exception fault) when (StorageFaults.Is(fault))
        {
            ends.Note(fault);
            end = new RunEnd(RunState.Failed, StorageFaults.Sentence(fault, isAskedAgain: true));
        }

        return await ends.EndAsync(run, end, clock.Now, cancellationToken);
    }

    private async Task<RunEnd> ReceiveAsync(SourceRow source, SourceDelivery delivery, CancellationToken cancellationToken)
    {
        var sender = new Actor(source.Name, Role.Source);
        var upload = await receive.TakeInAsync(sender, new NewUpload(delivery.Name ?? source.Name, delivery.FormFile ?? [], null, null, null, UploadChannel.Api), clock.Now, cancellationToken);
        var outcome = await receive.ProcessAsync(upload, clock.Now, cancellationToken);
        var end = outcome is { Status: not IntakeStatus.Refused }
            ? new RunEnd(RunState.Done) { Counts = outcome.Counts }
            : new RunEnd(RunState.Refused, outcome?.Issues is [var first, ..] ? $"报表没有通过检查，共{outcome.Issues.Count}处：{first.Message.TrimEnd('。')}。" : "报表没有通过检查。") { Counts = outcome?.Counts };
        return end with { UploadId = upload };
    }

    private async Task<string?> SecretAsync(SourceRow source, CancellationToken cancellationToken) =>
        source.HasSecret && await sources.SecretAsync(Actor.System, source.Id, cancellationToken) is { } kept ? secrets.Unprotect(kept) : null;

    private async Task<DeliveryResult> ResultAsync(RunRow run, CancellationToken cancellationToken)
    {
        var rejected = run.Counts.Rejected > 0 ? await runs.RejectedAsync(Actor.System, run.Id, 0, MostRejectedRows, cancellationToken) : [];
        return new DeliveryResult(run.Source, run.Id.ToString())
        {
            Read = run.Counts.Read,
            Created = run.Counts.Created,
            Revised = run.Counts.Revised,
            Unchanged = run.Counts.Unchanged,
            Held = run.Counts.Held,
            Rejected = run.Counts.Rejected,
            RejectedRows = [.. rejected.Select(row => new Ingestion.Sources.RejectedRow(row.Place, row.Message))],
            Refusal = run.State is RunState.Refused ? run.Message : null,
        };
    }
}
