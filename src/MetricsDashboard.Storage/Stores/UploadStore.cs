using System.Security.Cryptography;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Configurations;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>The durable queue of what was sent: committed first, processed afterwards, by whoever claims it.</summary>
public sealed class UploadStore
{
    /// <summary>After so many attempts that broke, an upload is shown as failed instead of being tried again.</summary>
    public const int MaximumAttempts = 3;

    /// <summary>After so many attempts that ended without a word, with the process itself, an upload is not tried again either.</summary>
    public const int MaximumClaims = 25;

    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal UploadStore(MetricsDatabase database, CatalogueCache cache)
    {
        this.database = database;
        this.cache = cache;
    }

    /// <summary>Keeps a file before anything else is done with it.</summary>
    public Task<Guid> AddAsync(Actor actor, NewUpload upload, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.Require(Access.SendsForms(actor), "您的角色没有报送权限。");
        if (upload.Source is not null) Access.RequireManyUnits(actor);
        var source = upload.Source is { } name ? IntakeMappingStore.SourceName(name) : null;
        var (id, newSource) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now));
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(upload.Bytes));
        return database.WriteOrFindAsync(
            async db =>
            {
                if (upload.Unit is { } code && (await cache.RequireAsync(db, cancellationToken)).FindUnit(code) is { } unit) Access.RequireSend(actor, unit);
                if (await db.Uploads.AnyAsync(row => row.Id == id, cancellationToken)) return id;
                if (source is not null) await RequireFormAsync(db, actor, upload.Form, cancellationToken);
                Guid? sourceId = source is null ? null : await IntakeMappingStore.SourceAsync(db, newSource, source, actor, now, cancellationToken);
                db.Uploads.Add(new UploadEntity
                {
                    Id = id,
                    FileName = Shorten(upload.FileName),
                    Size = upload.Bytes.Length,
                    Sha256 = sha256,
                    Form = upload.Form,
                    Unit = upload.Unit,
                    Week = upload.Week?.Key,
                    Channel = upload.Channel,
                    SentBy = actor.Name,
                    SenderRole = actor.Role,
                    SenderUnit = actor.Unit,
                    SentAt = now,
                    State = source is null ? IntakeStatus.Queued : IntakeStatus.Unmapped,
                    SourceId = sourceId,
                    Hold = upload.Hold,
                    Basis = upload.Basis,
                });
                db.UploadFiles.Add(new UploadFileEntity { UploadId = id, Bytes = upload.Bytes });
                await db.SaveChangesAsync(cancellationToken);
                return id;
            },
            cancellationToken);
    }

    /// <summary>Takes an upload for processing: compare-and-set, so that one worker alone gets it until the lease ends. Null for all others.</summary>
    public Task<ClaimedUpload?> ClaimAsync(Actor actor, Guid id, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        return database.WriteAsync(
            async db =>
            {
                await Stale(db, now).Where(upload => upload.Id == id && upload.Attempts >= MaximumClaims).ExecuteUpdateAsync(
                    update => update
                        .SetProperty(upload => upload.State, IntakeStatus.Failed)
                        .SetProperty(upload => upload.FailureReference, "INTERRUPTED")
                        .SetProperty(upload => upload.FinishedAt, now)
                        .SetProperty(upload => upload.Version, upload => upload.Version + 1),
                    cancellationToken);
                var taken = await Stale(db, now).Where(upload => upload.Id == id).ExecuteUpdateAsync(
                    update => update
                        .SetProperty(upload => upload.State, IntakeStatus.Processing)
                        .SetProperty(upload => upload.LeaseUntil, now + lease)
                        .SetProperty(upload => upload.Attempts, upload => upload.Attempts + 1)
                        .SetProperty(upload => upload.Version, upload => upload.Version + 1),
                    cancellationToken);
                if (taken == 0) return null;
                var row = await db.Uploads.AsNoTracking().SingleAsync(upload => upload.Id == id, cancellationToken);
                var file = await db.UploadFiles.AsNoTracking().SingleAsync(file => file.UploadId == id, cancellationToken);
                return new ClaimedUpload(id, row.FileName, file.Bytes, row.Form, row.Unit, WeekKeys.Week(row.Week), Sender(row), row.SentAt, row.Attempts)
                {
                    Hold = row.Hold,
                    Explanations = row is { Hold: false, DecidedBy: not null } ? OutcomeJson.ReadExplanations(row.Explanations) : null,
                    Mapping = await UploadSources.MappingAsync(db, row.MappingId, cancellationToken),
                };
            },
            cancellationToken);
    }

    /// <summary>Uploads that nobody works on: queued ones, and those whose worker's lease has ended. Oldest first.</summary>
    public async Task<IReadOnlyList<Guid>> StaleAsync(Actor actor, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await Stale(db, now).OrderBy(upload => upload.SentAt).Select(upload => upload.Id).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Gives every claimed upload back to the queue: for the start of the embedded database's one process, whose workers died with it.
    /// Returns how many.
    /// </summary>
    public Task<int> ReleaseAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        return database.WriteAsync(
            db => db.Uploads.Where(upload => upload.State == IntakeStatus.Processing).ExecuteUpdateAsync(
                update => update
                    .SetProperty(upload => upload.State, IntakeStatus.Queued)
                    .SetProperty(upload => upload.LeaseUntil, (DateTimeOffset?)null)
                    .SetProperty(upload => upload.Version, upload => upload.Version + 1),
                cancellationToken),
            cancellationToken);
    }

    /// <summary>Ends an upload whose content was refused, with everything that is wrong.</summary>
    public Task RefuseAsync(Actor actor, Guid id, IntakeOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async db =>
            {
                var row = await FindRowAsync(db, id, cancellationToken);
                Access.Require(actor.IsSystem || row.SentBy == actor.Name, "不能处理他人报送的文件。");
                if (row.State is IntakeStatus.Stored or IntakeStatus.Discarded) throw new StateConflictException("文件已经处理完毕。");
                Finish(row, outcome, now);
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>
    /// Ends the check of an upload in which nothing is wrong: it waits for its sender. False where another worker was faster and the
    /// sender has decided already.
    /// </summary>
    /// <param name="again">It was confirmed, but what it is compared with changed since and gives warnings that nothing is said to.</param>
    public Task<bool> HoldAsync(Actor actor, Guid id, IntakeOutcome outcome, DateTimeOffset now, bool again = false, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        return database.WriteAsync(
            async db =>
            {
                var row = await FindRowAsync(db, id, cancellationToken);
                if (row.Hold == again || row.State is not IntakeStatus.Processing) return false;
                Finish(row, outcome, now);
                if (again) (row.Hold, row.DecidedBy, row.DecidedAt) = (true, null, null);
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>
    /// Confirms a held upload: keeps what is said to its warnings and puts it back into the queue, whose worker then stores it. Where a
    /// warning is left without explanation, what was said is kept and nothing else happens.
    /// </summary>
    /// <returns>The warnings that still want an explanation; none where it is sent.</returns>
    public Task<IReadOnlyList<IntakeIssue>> SendAsync(
        Actor actor, Guid id, IReadOnlyList<WarningExplanation> explanations, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        if (explanations.Any(explanation => explanation.Text.Length > WarningExplanation.Longest))
            throw new StateConflictException($"说明不超过{WarningExplanation.Longest}字，请删减后再报送。");
        return database.WriteAsync(
            async db =>
            {
                var row = await FindHeldAsync(db, actor, id, cancellationToken);
                var missing = WarningExplanation.Missing(OutcomeJson.Read(row.Outcome)!.Issues, explanations);
                row.Explanations = OutcomeJson.Write(explanations);
                row.Version++;
                if (missing.Count == 0)
                {
                    (row.State, row.Hold, row.Attempts) = (IntakeStatus.Queued, false, 0);
                    (row.Outcome, row.FinishedAt) = (null, null);
                    (row.DecidedBy, row.DecidedAt) = (actor.Name, now);
                }

                await db.SaveChangesAsync(cancellationToken);
                return missing;
            },
            cancellationToken);
    }

    /// <summary>Ends a held upload that its sender does not want to send after all, or one whose columns nobody maps.</summary>
    public Task DiscardAsync(Actor actor, Guid id, DateTimeOffset now, CancellationToken cancellationToken = default) => database.WriteAsync(
        async db =>
        {
            var row = await FindHeldAsync(db, actor, id, cancellationToken, orUnmapped: true);
            Finish(row, (OutcomeJson.Read(row.Outcome) ?? Nothing(id)) with { Status = IntakeStatus.Discarded }, now);
            (row.DecidedBy, row.DecidedAt) = (actor.Name, now);
            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>Records an attempt that broke. The upload is tried again until <see cref="MaximumAttempts"/>; true where it now counts as failed.</summary>
    public Task<bool> FailAsync(Actor actor, Guid id, string reference, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        return database.WriteAsync(
            async db =>
            {
                var row = await FindRowAsync(db, id, cancellationToken);
                if (row.State is not IntakeStatus.Processing) return row.State is IntakeStatus.Failed;
                var isFinal = row.Attempts >= MaximumAttempts;
                row.State = isFinal ? IntakeStatus.Failed : IntakeStatus.Queued;
                row.LeaseUntil = null;
                row.FailureReference = reference;
                row.FinishedAt = isFinal ? now : null;
                row.Version++;
                await db.SaveChangesAsync(cancellationToken);
                return isFinal;
            },
            cancellationToken);
    }

    public async Task<UploadView?> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateContextAsync(cancellationToken);
        var row = await db.Uploads.AsNoTracking().SingleOrDefaultAsync(upload => upload.Id == id, cancellationToken);
        if (row is null) return null;
        RequireRead(actor, row);
        var mapping = await db.IntakeMappings.AsNoTracking().Where(known => known.Id == row.MappingId).Select(known => (int?)known.No).SingleOrDefaultAsync(cancellationToken);
        return View(row, await UploadSources.NamesAsync(db, cancellationToken)) with { MappingNo = mapping, MayDecide = row.State is IntakeStatus.Checked or IntakeStatus.Unmapped && MayDecide(actor, row) };
    }

    /// <summary>The newest uploads: one's own and those of one's unit; all for roles of the whole city.</summary>
    public async Task<IReadOnlyList<UploadView>> ListAsync(Actor actor, int take, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateContextAsync(cancellationToken);
        var uploads = db.Uploads.AsNoTracking();
        if (!actor.SeesWholeCity) uploads = uploads.Where(upload => upload.SentBy == actor.Name || (actor.Unit != null && upload.SenderUnit == actor.Unit));
        var rows = await uploads.OrderByDescending(upload => upload.SentAt).Take(take).ToListAsync(cancellationToken);
        var sources = await UploadSources.NamesAsync(db, cancellationToken);
        return [.. rows.Select(row => View(row, sources))];
    }

    /// <summary>The actor's own uploads in a state, the newest first, however many others were sent since.</summary>
    public async Task<IReadOnlyList<UploadView>> ListOwnAsync(Actor actor, IntakeStatus state, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateContextAsync(cancellationToken);
        var rows = await db.Uploads.AsNoTracking().Where(upload => upload.SentBy == actor.Name && upload.State == state).OrderByDescending(upload => upload.SentAt).ToListAsync(cancellationToken);
        var sources = await UploadSources.NamesAsync(db, cancellationToken);
        return [.. rows.Select(row => View(row, sources))];
    }

    /// <summary>The file as it was sent.</summary>
    public async Task<StoredFile?> FileAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateContextAsync(cancellationToken);
        var row = await db.Uploads.AsNoTracking().SingleOrDefaultAsync(upload => upload.Id == id, cancellationToken);
        if (row is null) return null;
        RequireRead(actor, row);
        var file = await db.UploadFiles.AsNoTracking().SingleAsync(file => file.UploadId == id, cancellationToken);
        return new StoredFile(row.FileName, file.Bytes);
    }

    /// <summary>The file with what its sender said, for reading it again.</summary>
    public async Task<SentFile?> SentAsync(Actor actor, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateContextAsync(cancellationToken);
        var row = await db.Uploads.AsNoTracking().SingleOrDefaultAsync(upload => upload.Id == id, cancellationToken);
        if (row is null) return null;
        RequireRead(actor, row);
        var file = await db.UploadFiles.AsNoTracking().SingleAsync(file => file.UploadId == id, cancellationToken);
        return new SentFile(row.FileName, file.Bytes, new IntakeRequest(Sender(row), row.Form, row.Unit, WeekKeys.Week(row.Week))
        {
            Mapping = await UploadSources.MappingAsync(db, row.MappingId, cancellationToken),
        })
        {
            Source = row.SourceId is null ? null : (await UploadSources.NamesAsync(db, cancellationToken))[row.SourceId.Value],
        };
    }

    /// <summary>The warnings and notes that a submission came with, each with its sender's explanation. What its file says of other units is left out.</summary>
    public Task<IReadOnlyList<ExplainedWarning>> WarningsAsync(Actor actor, Guid submission, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var sent = await db.Submissions.AsNoTracking().Where(row => row.Id == submission)
                .Join(db.Uploads, row => row.UploadId, upload => upload.Id, (row, upload) => new { row.Unit, row.Form, row.Week, upload.Outcome, upload.Explanations })
                .SingleOrDefaultAsync(cancellationToken);
            if (sent is null) return [];
            var catalogue = await cache.RequireAsync(db, cancellationToken);
            var (asked, form, week) = (catalogue.Unit(sent.Unit), catalogue.Form(sent.Form), ReportingWeek.FromKey(sent.Week));
            Access.RequireRead(actor, asked);
            var explanations = OutcomeJson.ReadExplanations(sent.Explanations);
            return (IReadOnlyList<ExplainedWarning>)
            [
                .. SubmissionIssues.Of(catalogue, OutcomeJson.Read(sent.Outcome), asked, form, week).Where(issue => issue.Severity is not Severity.Error)
                    .Select(issue => new ExplainedWarning(issue, explanations.FirstOrDefault(explanation => explanation.Explains(issue))?.Text)),
            ];
        },
        cancellationToken);

    internal static async Task<UploadEntity> FindRowAsync(MetricsDb db, Guid id, CancellationToken cancellationToken) =>
        await db.Uploads.SingleOrDefaultAsync(upload => upload.Id == id, cancellationToken) ?? throw new StateConflictException("没有这次报送的文件。");

    /// <summary>
    /// Says how another system's table is read and puts it into the queue, to be checked and then held like every upload; as long as it is
    /// held it can be said again. Within the write that keeps the mapping, so that a file that cannot be mapped leaves none behind.
    /// </summary>
    internal static async Task<int> MapAsync(MetricsDb db, Actor actor, Guid id, Guid mapping, CancellationToken cancellationToken)
    {
        var row = await FindRowAsync(db, id, cancellationToken);
        Access.Require(MayDecide(actor, row), "不能替其他人对应文件的列。");
        if (row.SourceId is null || row.State is not (IntakeStatus.Unmapped or IntakeStatus.Checked or IntakeStatus.Refused))
            throw new StateConflictException("这个文件不在待对应状态：可能已经处理，请查看上传记录。");
        if (!await db.IntakeMappings.AnyAsync(known => known.Id == mapping && known.SourceId == row.SourceId && known.Form == row.Form, cancellationToken))
            throw new StateConflictException("这个列对应不属于文件的数据来源和报表，请刷新后再试。");
        (row.MappingId, row.State, row.Hold, row.Attempts) = (mapping, IntakeStatus.Queued, true, 0);
        (row.Outcome, row.FinishedAt) = (null, null);
        row.Version++;
        return await db.SaveChangesAsync(cancellationToken);
    }

    internal static void Finish(UploadEntity row, IntakeOutcome outcome, DateTimeOffset now)
    {
        row.State = outcome.Status;
        row.Outcome = OutcomeJson.Write(outcome);
        row.LeaseUntil = null;
        row.FinishedAt = now;
        row.Version++;
    }

    /// <summary>Administrators send nothing, so that name and role together are the system's own, whatever a person may be called.</summary>
    private static Actor Sender(UploadEntity row) => (row.SentBy, row.SenderRole) == (Actor.System.Name, Actor.System.Role)
        ? Actor.System
        : new Actor(row.SentBy, row.SenderRole, row.SenderUnit);

    private static IQueryable<UploadEntity> Stale(MetricsDb db, DateTimeOffset now) => db.Uploads.Where(upload =>
        upload.State == IntakeStatus.Queued || (upload.State == IntakeStatus.Processing && upload.LeaseUntil <= now));

    /// <summary>The row of an upload that waits for its sender; whoever comes second is told what became of it.</summary>
    private static async Task<UploadEntity> FindHeldAsync(MetricsDb db, Actor actor, Guid id, CancellationToken cancellationToken, bool orUnmapped = false)
    {
        var row = await FindRowAsync(db, id, cancellationToken);
        Access.Require(MayDecide(actor, row), "不能替其他单位确认报送。");
        return row is { State: IntakeStatus.Checked, Hold: true } || (orUnmapped && row.State is IntakeStatus.Unmapped) ? row : throw new StateConflictException("这个文件不在待确认状态：可能已经由本人或本单位的其他人处理，请查看结果。");
    }

    private static bool MayDecide(Actor actor, UploadEntity row) => Access.SendsForms(actor)
        && (actor.IsSystem || row.SentBy == actor.Name || (actor.Unit is not null && row.SenderUnit == actor.Unit));

    /// <summary>Another system's table is of one form that asks units which its sender may send for.</summary>
    private async Task RequireFormAsync(MetricsDb db, Actor actor, string? code, CancellationToken cancellationToken)
    {
        var catalogue = await cache.RequireAsync(db, cancellationToken);
        var form = catalogue.FindForm(code) ?? throw new StateConflictException("没有选择报表，请选择后再上传。");
        Access.RequireForm(actor, catalogue, form);
    }

    private static IntakeOutcome Nothing(Guid id) => new(id, [], IntakeStatus.Discarded, IntakeCounts.Refused(0), []);

    private static UploadView View(UploadEntity row, Dictionary<Guid, string> sources) => new(
        row.Id, row.FileName, row.Size, row.Sha256, row.Channel, row.SentBy, row.SentAt, row.State, OutcomeJson.Read(row.Outcome), row.Attempts, row.FailureReference)
    {
        Basis = row.Basis,
        Source = row.SourceId is { } source ? sources[source] : null,
        MappingId = row.MappingId,
        Explanations = OutcomeJson.ReadExplanations(row.Explanations),
        DecidedBy = row.DecidedBy,
        DecidedAt = row.DecidedAt,
    };

    private static void RequireRead(Actor actor, UploadEntity row) => Access.Require(
        actor.SeesWholeCity || row.SentBy == actor.Name || (actor.Unit is not null && row.SenderUnit == actor.Unit), "您没有查看此次报送的权限。");

    /// <summary>A name longer than a file system takes keeps its end, where the kind of file stands.</summary>
    private static string Shorten(string name) => name.Length <= Lengths.FileName ? name : name[^Lengths.FileName..];
}
