using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Configurations;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>
/// What happens to a round besides being accepted: the unit's own review, withdrawing, returning with reasons. Whoever comes second is told
/// what the first one did, and changes nothing.
/// </summary>
public sealed class ReviewStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal ReviewStore(MetricsDatabase database, CatalogueCache cache)
    {
        this.database = database;
        this.cache = cache;
    }

    /// <summary>What waits for a unit's own review, of all weeks, the oldest first.</summary>
    public Task<IReadOnlyList<SubmissionRow>> WaitingAsync(Actor actor, string unit, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var catalogue = await ReadableAsync(db, actor, unit, cancellationToken);
            var rows = await SubmissionRows.QueryAsync(db, catalogue, row => row.State == SubmissionState.CountyReview && row.Unit == unit, cancellationToken);
            return (IReadOnlyList<SubmissionRow>)[.. rows.OrderBy(row => row.Week).ThenBy(row => row.Form.Order)];
        },
        cancellationToken);

    /// <summary>What was said about a unit's rounds of a week, by round, the oldest first.</summary>
    public Task<ILookup<Guid, SubmissionNote>> NotesAsync(Actor actor, ReportingWeek week, string unit, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var catalogue = await ReadableAsync(db, actor, unit, cancellationToken);
            var notes = await db.SubmissionNotes.AsNoTracking()
                .Where(note => db.Submissions.Any(row => row.Id == note.SubmissionId && row.Week == week.Key && row.Unit == unit))
                .OrderBy(note => note.WrittenAt).ToListAsync(cancellationToken);
            return notes.ToLookup(
                note => note.SubmissionId,
                note => new SubmissionNote(note.Kind, catalogue.FindElement(note.Element), catalogue.FindUnit(note.Unit), note.Text, note.WrittenBy, note.WrittenAt));
        },
        cancellationToken);

    /// <summary>县级审核通过并报送: passes what waits for its unit's review on to the city. Nobody reviews what they sent.</summary>
    public Task<IReadOnlyList<ReviewResult>> ForwardAsync(Actor actor, IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        DecideAsync(
            ids,
            async (db, row) =>
            {
                Access.Require(actor.IsSystem || await UnitPractices.MayReviewAsync(db, actor, row.Unit, now, cancellationToken), "只有本单位审核人可以审核报送。");
                if (row.State is not SubmissionState.CountyReview) return NotWaiting(row);
                if (row.SentBy == actor.Name) return new ReviewResult(row.Id, ReviewStatus.OwnSubmission, "不能审核本人报送的数据，请由其他审核人办理。");
                row.State = SubmissionState.Submitted;
                (row.ReviewedBy, row.ReviewedAt) = (actor.Name, now);
                return null;
            },
            cancellationToken);

    /// <summary>Sends rounds back with a reason: the unit's reviewer while they are with the unit, the city's reviewer while they wait there.</summary>
    /// <param name="reason">For the form as a whole.</param>
    /// <param name="cells">Reasons at cells; with several rounds they are written on whichever holds the cell.</param>
    public Task<IReadOnlyList<ReviewResult>> ReturnAsync(
        Actor actor, IReadOnlyCollection<Guid> ids, string reason, IReadOnlyCollection<CellReason> cells, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var text = Required(reason, "请填写退回原因");
        foreach (var cell in cells) Required(cell.Text, "请填写单元格的退回原因");
        return DecideAsync(
            ids,
            async (db, row) =>
            {
                var isUnits = await UnitPractices.MayReviewAsync(db, actor, row.Unit, now, cancellationToken);
                Access.Require(actor.IsSystem || isUnits || actor.Role is Role.CityReviewer, "只有审核人可以退回报送。");
                if (row.State != (isUnits ? SubmissionState.CountyReview : SubmissionState.Submitted)) return NotWaiting(row);
                if (row.SentBy == actor.Name) return new ReviewResult(row.Id, ReviewStatus.OwnSubmission, "不能审核本人报送的数据，请由其他审核人办理。");
                row.State = SubmissionState.Returned;
                (row.DecidedBy, row.DecidedAt, row.Reason) = (actor.Name, now, text);
                db.SubmissionNotes.Add(Note(row.Id, NoteKind.Return, null, null, text, actor, now));
                var values = await db.SubmissionValues.Where(value => value.SubmissionId == row.Id).Select(value => new { value.Element, value.Unit }).ToListAsync(cancellationToken);
                foreach (var cell in cells.Where(cell => values.Any(value => value.Element == cell.Element && value.Unit == cell.Unit)))
                    db.SubmissionNotes.Add(Note(row.Id, NoteKind.Return, cell.Element, cell.Unit, cell.Text.Trim(), actor, now));
                return null;
            },
            cancellationToken);
    }

    /// <summary>Takes back what nobody has decided on yet, until the lock: the unit then owes the form again.</summary>
    public Task<IReadOnlyList<ReviewResult>> WithdrawAsync(Actor actor, IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        DecideAsync(
            ids,
            async (db, row) =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                Access.Require(actor.IsSystem || row.SentBy == actor.Name || (actor.Unit == row.Unit && actor.MaySend(catalogue.Unit(row.Unit))), "只能撤回本人或本单位的报送。");
                if (row.State is not (SubmissionState.CountyReview or SubmissionState.Submitted)) return NotWaiting(row);
                var week = await db.Weeks.AsNoTracking().SingleAsync(week => week.Week == row.Week, cancellationToken);
                if (week.IsLocked(now)) return new ReviewResult(row.Id, ReviewStatus.NotWaiting, "统计周已经锁定，不能撤回。");
                row.State = SubmissionState.Withdrawn;
                (row.DecidedBy, row.DecidedAt) = (actor.Name, now);
                var duty = await db.Duties.SingleAsync(duty => duty.Week == row.Week && duty.Unit == row.Unit && duty.Form == row.Form, cancellationToken);
                duty.FirstSentAt = await db.Submissions
                    .Where(other => other.Week == row.Week && other.Unit == row.Unit && other.Form == row.Form && other.Id != row.Id && other.State != SubmissionState.Withdrawn)
                    .MinAsync(other => (DateTimeOffset?)other.SentAt, cancellationToken);
                return null;
            },
            cancellationToken);

    /// <summary>Writes a remark on a round, for everybody who may read it.</summary>
    public Task RemarkAsync(Actor actor, Guid id, string text, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var said = Required(text, "请填写批注");
        return database.WriteAsync(
            async db =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                var row = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new StateConflictException("没有这次报送，请刷新后再试。");
                Access.Require(actor.IsSystem || actor.Role is Role.CityReviewer or Role.Drafter || actor.MaySend(catalogue.Unit(row.Unit)), "您没有为这次报送写批注的权限。");
                db.SubmissionNotes.Add(Note(id, NoteKind.Remark, null, null, said, actor, now));
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    private async Task<Catalogue> ReadableAsync(MetricsDb db, Actor actor, string unit, CancellationToken cancellationToken)
    {
        var catalogue = await cache.RequireAsync(db, cancellationToken);
        Access.RequireRead(actor, catalogue.FindUnit(unit) ?? throw new StateConflictException($"没有代码为“{unit}”的单位。"));
        return catalogue;
    }

    private async Task<IReadOnlyList<ReviewResult>> DecideAsync(
        IReadOnlyCollection<Guid> ids, Func<MetricsDb, SubmissionEntity, Task<ReviewResult?>> decide, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        return await database.WriteAsync(
            async db =>
            {
                var weeks = await db.Submissions.Where(row => EF.Parameter(wanted).Contains(row.Id)).Select(row => row.Week).Distinct().ToListAsync(cancellationToken);
                foreach (var week in weeks.Order()) await MetricsDatabase.LockWeeksAsync(db, week, week, cancellationToken);
                var rows = await db.Submissions.Where(row => EF.Parameter(wanted).Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
                var results = new List<ReviewResult>(wanted.Count);
                foreach (var id in wanted)
                {
                    if (!rows.TryGetValue(id, out var row))
                    {
                        results.Add(new ReviewResult(id, ReviewStatus.NotWaiting, "没有这次报送，请刷新后再试。"));
                        continue;
                    }

                    var refusal = await decide(db, row);
                    if (refusal is null) row.Version++;
                    results.Add(refusal ?? new ReviewResult(id, ReviewStatus.Done, null));
                }

                await db.SaveChangesAsync(cancellationToken);
                return (IReadOnlyList<ReviewResult>)results;
            },
            cancellationToken);
    }

    private static ReviewResult NotWaiting(SubmissionEntity row) => new(row.Id, ReviewStatus.NotWaiting, row.State switch
    {
        SubmissionState.Accepted => "已经接收，不能再退回或撤回；确需改动的，请申请更正。",
        SubmissionState.Replaced => "报送单位已重新报送，请办理最新一次的数据。",
        var state => $"当前状态为“{state.Name()}”，不能办理，请刷新后再试。",
    });

    private static string Required(string text, string ask) =>
        string.IsNullOrWhiteSpace(text) || text.Trim().Length > Lengths.Reason ? throw new StateConflictException($"{ask}（不超过{Lengths.Reason}字）。") : text.Trim();

    private static SubmissionNoteEntity Note(Guid submission, NoteKind kind, string? element, string? unit, string text, Actor actor, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        SubmissionId = submission,
        Kind = kind,
        Element = element,
        Unit = unit,
        Text = text,
        WrittenBy = actor.Name,
        WrittenAt = now,
    };
}
