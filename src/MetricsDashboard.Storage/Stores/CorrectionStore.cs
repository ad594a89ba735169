using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Configurations;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>
/// 更正申请: what was accepted changes only by a request with a reason that somebody else approves. The new value is a further revision; the
/// results follow, a published report does not.
/// </summary>
public sealed class CorrectionStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;
    private readonly Recomputation recomputation;

    internal CorrectionStore(MetricsDatabase database, CatalogueCache cache, Recomputation recomputation)
    {
        this.database = database;
        this.cache = cache;
        this.recomputation = recomputation;
    }

    /// <summary>The values of a unit's form as they are accepted now and can be corrected, in the form's order.</summary>
    public Task<IReadOnlyList<CorrectableValue>> ValuesAsync(Actor actor, ReportingWeek week, string form, string unit, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            async db =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                if (catalogue.FindForm(form) is not { } found || catalogue.FindUnit(unit) is not { } asked) throw new StateConflictException("没有这张报表或这个单位。");
                Access.RequireSend(actor, asked);
                var accepted = await AcceptedAsync(db, week.Key, cancellationToken);
                return (IReadOnlyList<CorrectableValue>)
                [
                    .. from row in catalogue.RowUnits(found, asked, week)
                       from element in catalogue.ElementsOf(found, week)
                       where accepted.ContainsKey((element.Code, row.Code))
                       select new CorrectableValue(element, row, accepted[(element.Code, row.Code)]),
                ];
            },
            cancellationToken);

    /// <summary>Asks for another value.</summary>
    /// <param name="unit">The unit that the value is of: with townships the township.</param>
    /// <returns>The id of the request.</returns>
    public Task<Guid> RequestAsync(
        Actor actor, ReportingWeek week, string element, string unit, long value, string reason, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var text = Required(reason, "请填写更正原因");
        var id = Guid.CreateVersion7(now);
        return database.WriteAsync(
            async db =>
            {
                await MetricsDatabase.LockWeeksAsync(db, week.Key, week.Key, cancellationToken);
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                if (catalogue.FindElement(element) is not { IsSystem: false } known || catalogue.FindUnit(unit) is not { } row) throw new StateConflictException("没有这个填报项或单位。");
                var asked = catalogue.AskedUnitOf(known, row);
                Access.RequireSend(actor, asked);
                var accepted = await AcceptedAsync(db, week.Key, cancellationToken);
                if (!accepted.TryGetValue((element, unit), out var old)) throw new StateConflictException("这个数还没有接收，请直接重新报送。");
                if (old == value) throw new StateConflictException("更正后的数与现在的数相同。");
                if (CorrectionCheck.Fault(catalogue, known, value, other => accepted.TryGetValue((other, unit), out var found) ? found : null) is { } fault)
                    throw new StateConflictException(fault);
                if (await db.Corrections.AnyAsync(
                        other => other.Week == week.Key && other.Element == element && other.RowUnit == unit && other.State == CorrectionState.Requested, cancellationToken))
                    throw new StateConflictException("这个数已有一件更正申请在等待审批。");
                db.Corrections.Add(new CorrectionEntity
                {
                    Id = id,
                    Week = week.Key,
                    Unit = asked.Code,
                    Element = element,
                    RowUnit = unit,
                    OldValue = old,
                    NewValue = value,
                    Reason = text,
                    RequestedBy = actor.Name,
                    RequestedAt = now,
                    State = CorrectionState.Requested,
                });
                await db.SaveChangesAsync(cancellationToken);
                return id;
            },
            cancellationToken);
    }

    /// <summary>Approves a request, which writes the revision and recomputes, or rejects it with an answer. Nobody decides on their own request.</summary>
    public Task<ReviewResult> DecideAsync(Actor actor, Guid id, bool approve, string? answer, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.Require(actor.IsSystem || actor.Role is Role.CityReviewer, "只有市专班审核员可以审批更正申请。");
        var text = approve && string.IsNullOrWhiteSpace(answer) ? null : Required(answer ?? "", approve ? "批注过长" : "请填写不同意的原因");
        return database.WriteAsync(
            async db =>
            {
                var key = await db.Corrections.AsNoTracking().Where(row => row.Id == id).Select(row => (int?)row.Week).SingleOrDefaultAsync(cancellationToken);
                if (key is not { } week) return new ReviewResult(id, ReviewStatus.NotWaiting, "没有这件更正申请，请刷新后再试。");
                await MetricsDatabase.LockWeeksAsync(db, week, int.MaxValue, cancellationToken);
                var row = await db.Corrections.SingleAsync(row => row.Id == id, cancellationToken);
                if (row.State is not CorrectionState.Requested) return new ReviewResult(id, ReviewStatus.NotWaiting, $"已由{row.DecidedBy}办理，状态为“{row.State.Name()}”。");
                if (row.RequestedBy == actor.Name) return new ReviewResult(id, ReviewStatus.OwnSubmission, "不能审批本人提出的更正申请，请由其他审核员办理。");
                if (approve)
                {
                    var accepted = await AcceptedAsync(db, week, cancellationToken);
                    if (!accepted.TryGetValue((row.Element, row.RowUnit), out var current) || current != row.OldValue) return new ReviewResult(id, ReviewStatus.NotWaiting, "这个数在申请之后已经变动，请退回申请后重新提出。");
                }

                (row.State, row.DecidedBy, row.DecidedAt, row.Answer) = (approve ? CorrectionState.Approved : CorrectionState.Rejected, actor.Name, now, text);
                row.Version++;
                await db.SaveChangesAsync(cancellationToken);
                if (!approve) return new ReviewResult(id, ReviewStatus.Done, null);
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                await Revisions.AppendAsync(database, db, week, Origin.Form, [new NewValue(row.Element, row.RowUnit, row.NewValue)], actor, now, cancellationToken, row.Reason);
                await recomputation.RunAsync(db, catalogue, week, int.MaxValue, write: true, now, cancellationToken);
                return new ReviewResult(id, ReviewStatus.Done, null);
            },
            cancellationToken);
    }

    /// <summary>Requests that the actor may see, the newest first.</summary>
    /// <param name="state">Only in this state; null for all.</param>
    /// <param name="week">Only of this week; null for all.</param>
    public Task<IReadOnlyList<CorrectionRow>> ListAsync(Actor actor, CorrectionState? state, ReportingWeek? week, CancellationToken cancellationToken = default)
    {
        var key = week?.Key;
        return database.ReadAsync(
            async db =>
            {
                var rows = await CorrectionRows.QueryAsync(
                    db, await cache.RequireAsync(db, cancellationToken), row => (state == null || row.State == state) && (key == null || row.Week == key), cancellationToken);
                return (IReadOnlyList<CorrectionRow>)[.. rows.Where(row => actor.MayRead(row.Unit))];
            },
            cancellationToken);
    }

    /// <summary>印发后有N个数据更正: the approved corrections of the weeks that a published report quotes, by report, since it was published.</summary>
    public Task<IReadOnlyDictionary<ReportingWeek, int>> SincePublishedAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return database.ReadAsync(
            async db =>
            {
                var counts = await db.Reports.Where(report => report.State == ReportState.Published)
                    .Select(report => new
                    {
                        report.Week,
                        Count = db.Corrections.Count(row => row.State == CorrectionState.Approved && row.DecidedAt > report.PublishedAt
                            && db.ReportEditions.Any(edition => edition.ReportWeek == report.Week && edition.EditionId >= row.Week * 1000 && edition.EditionId < row.Week * 1000 + 1000)),
                    })
                    .Where(row => row.Count > 0).ToListAsync(cancellationToken);
                return (IReadOnlyDictionary<ReportingWeek, int>)counts.ToDictionary(row => ReportingWeek.FromKey(row.Week), row => row.Count);
            },
            cancellationToken);
    }

    /// <summary>The forms' own values: what the cases say is corrected at its source, whichever of the two counts.</summary>
    private static async Task<Dictionary<(string Element, string Unit), long>> AcceptedAsync(MetricsDb db, int week, CancellationToken cancellationToken) =>
        await (await CountedValues.OpenAsync(db, cancellationToken)).OfOriginAsync(week, Origin.Form, cancellationToken);

    private static string Required(string text, string ask) =>
        string.IsNullOrWhiteSpace(text) || text.Trim().Length > Lengths.Reason ? throw new StateConflictException($"{ask}（不超过{Lengths.Reason}字）。") : text.Trim();
}
