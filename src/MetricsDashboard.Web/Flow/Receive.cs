using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Ingestion.Formats;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Flow;

/// <summary>
/// First of the four short jobs of the main flow: a file becomes checked submissions, or is refused with every issue named. Pages, API,
/// command line and demonstration all come through here.
/// </summary>
public sealed class Receive(UploadStore uploads, SubmissionStore submissions, CatalogueStore catalogues)
{
    // Long enough for the largest file on a slow machine; a worker that was killed is replaced after it.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>The file is in the database before anybody promises anything about it.</summary>
    /// <returns>The upload's id.</returns>
    public Task<Guid> TakeInAsync(Actor sender, NewUpload upload, DateTimeOffset now, CancellationToken cancellationToken) =>
        uploads.AddAsync(sender, upload, now, cancellationToken);

    /// <summary>
    /// Reads, checks and stores an upload; null where it is done already or another worker has it. One that is held is not stored: where
    /// nothing is wrong with it, it waits for its sender to confirm. It waits again where what it is compared with changed after that.
    /// </summary>
    public async Task<IntakeOutcome?> ProcessAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await uploads.ClaimAsync(Actor.System, id, now, Lease, cancellationToken) is not { } upload) return null;

        var intake = await CheckAsync(upload.Request, upload.FileName, upload.Bytes, cancellationToken);
        if (!intake.IsRefused && upload is { Hold: false, Explanations: null }) return await submissions.StoreAsync(upload.Sender, id, intake, now, cancellationToken);

        var check = intake.IsRefused ? Refusal(id, intake) : (await submissions.TryAsync(upload.Sender, intake, now, cancellationToken)) with { Id = id };
        if (check.Status is IntakeStatus.Checked)
        {
            if (upload.Explanations is { } said && WarningExplanation.Missing(check.Issues, said).Count == 0)
                return await submissions.StoreAsync(upload.Sender, id, intake, now, cancellationToken);
            return await uploads.HoldAsync(Actor.System, id, check, now, again: !upload.Hold, cancellationToken) ? check : null;
        }

        await uploads.RefuseAsync(Actor.System, id, check, now, cancellationToken);
        return check;
    }

    /// <summary>A dry run: the same reading and the same check, and nothing is written anywhere.</summary>
    public async Task<IntakeOutcome> TryAsync(IntakeRequest request, string fileName, byte[] bytes, DateTimeOffset now, CancellationToken cancellationToken) =>
        await TryAsync(request, await CheckAsync(request, fileName, bytes, cancellationToken), now, cancellationToken);

    /// <summary>A dry run of what is no file yet, with the values as the check understood them.</summary>
    public async Task<(CheckedIntake Intake, IntakeOutcome Outcome)> TryAsync(IntakeRequest request, IntakeContent content, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var intake = await CheckAsync(await CatalogueAsync(cancellationToken), request, content, cancellationToken);
        return (intake, await TryAsync(request, intake, now, cancellationToken));
    }

    /// <summary>The values of a file that was taken in, checked against the present state of things.</summary>
    public Task<CheckedIntake> CheckAsync(SentFile file, CancellationToken cancellationToken) => CheckAsync(file.Request, file.FileName, file.Bytes, cancellationToken);

    private async Task<IntakeOutcome> TryAsync(IntakeRequest request, CheckedIntake intake, DateTimeOffset now, CancellationToken cancellationToken) =>
        intake.IsRefused ? Refusal(Guid.Empty, intake) : await submissions.TryAsync(request.Sender, intake, now, cancellationToken);

    private async Task<CheckedIntake> CheckAsync(IntakeRequest request, string fileName, byte[] bytes, CancellationToken cancellationToken)
    {
        var catalogue = await CatalogueAsync(cancellationToken);
        return await CheckAsync(catalogue, request, IntakeReader.Read(bytes, fileName, catalogue, request), cancellationToken);
    }

    private async Task<Catalogue> CatalogueAsync(CancellationToken cancellationToken) =>
        await catalogues.FindAsync(Actor.System, cancellationToken) ?? throw new InvalidOperationException("There is no catalogue.");

    private async Task<CheckedIntake> CheckAsync(Catalogue catalogue, IntakeRequest request, IntakeContent content, CancellationToken cancellationToken)
    {
        var weeks = content.Entries.Select(entry => entry.Week).Distinct(StringComparer.Ordinal)
            .Where(text => ReportingWeek.TryParse(text, out _)).Select(ReportingWeek.Parse).ToList();
        var names = new IntakeNames(catalogue);
        var units = content.Entries.Select(entry => entry.Unit).Distinct(StringComparer.Ordinal)
            .Select(names.Unit).OfType<Unit>().Select(unit => unit.Code).Distinct(StringComparer.Ordinal).ToList();
        var context = await submissions.CheckDataAsync(Actor.System, weeks, units, cancellationToken);
        return IntakeCheck.Check(catalogue, request, context, content);
    }

    private static IntakeOutcome Refusal(Guid id, CheckedIntake intake) =>
        new(id, [], IntakeStatus.Refused, IntakeCounts.Refused(intake.Read), intake.Issues, intake.IsForbidden);
}
