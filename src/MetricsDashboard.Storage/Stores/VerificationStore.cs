using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Configurations;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>核对: a unit confirms or objects to figures that others sent of it; the city's reviewer answers objections. Everything said is kept.</summary>
public sealed class VerificationStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal VerificationStore(MetricsDatabase database, CatalogueCache cache)
    {
        this.database = database;
        this.cache = cache;
    }

    /// <summary>The figures of a week that others sent of units that the actor may read, in the order of documents.</summary>
    /// <param name="unit">Only this unit's; null for all.</param>
    public Task<IReadOnlyList<VerifiedFigure>> OfWeekAsync(Actor actor, ReportingWeek week, string? unit, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db =>
        {
            var catalogue = await cache.RequireAsync(db, cancellationToken);
            if (unit is not null) Access.RequireRead(actor, catalogue.FindUnit(unit) ?? throw new StateConflictException($"没有代码为“{unit}”的单位。"));
            var rows = await VerificationRows.QueryAsync(db, catalogue, row => row.Week == week.Key && (unit == null || row.Unit == unit), cancellationToken);
            return (IReadOnlyList<VerifiedFigure>)[.. rows.Where(row => actor.MayRead(row.Asked))];
        },
        cancellationToken);

    /// <summary>
    /// Objections of all weeks that nobody has answered, and those that were adopted without anybody asking for the correction yet; the
    /// newest week first.
    /// </summary>
    public Task<IReadOnlyList<VerifiedFigure>> ObjectionsAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        Access.RequireWholeCity(actor);
        return database.ReadAsync(
            async db =>
            {
                var rows = await VerificationRows.QueryAsync(
                    db,
                    await cache.RequireAsync(db, cancellationToken),
                    row => db.Verifications.Any(word => word.SubmissionId == row.Id && word.Kind == VerificationKind.Objected),
                    cancellationToken);
                var asked = (await db.Corrections.AsNoTracking().Where(row => row.State == CorrectionState.Requested).Select(row => new { row.Week, row.Element, row.RowUnit }).ToListAsync(cancellationToken))
                    .Select(row => (row.Week, row.Element, row.RowUnit)).ToHashSet();
                return (IReadOnlyList<VerifiedFigure>)
                [
                    .. rows.Where(row => actor.MayRead(row.Asked) && (row.State is VerificationState.Objected
                        || (row.State is VerificationState.Adopted && !asked.Contains((row.Week.Key, row.Element.Code, row.RowUnit.Code))))),
                ];
            },
            cancellationToken);
    }

    /// <summary>
    /// Confirms figures, or objects to them with a reason; by people of the unit alone. What was said already of the same value is not said
    /// again; a figure with an objection is confirmed only by name, not among many.
    /// </summary>
    /// <returns>How many were said.</returns>
    public Task<int> SayAsync(
        Actor actor, Guid submission, IReadOnlyCollection<FigureKey> figures, bool confirm, string? reason, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var text = confirm ? null : Required(reason, "请填写异议的原因");
        return database.WriteAsync(
            async db =>
            {
                var rows = await FindAsync(db, submission, cancellationToken);
                var asked = rows[0].Asked;
                Access.Require(
                    actor.IsSystem || (actor.Unit == asked.Code && actor.Role is Role.Department or Role.CountyReporter or Role.CountyReviewer), $"只有{asked.ShortName}的人员可以核对这些数。");
                var (kind, said) = (confirm ? VerificationKind.Confirmed : VerificationKind.Objected, confirm ? VerificationState.Confirmed : VerificationState.Objected);
                var wanted = figures.Distinct().Select(key => Find(rows, key)).Where(row => row.State != said && !(figures.Count > 1 && row.State is VerificationState.Objected)).ToList();
                db.Verifications.AddRange(wanted.Select(row => Word(row, kind, text, actor, now)));
                await db.SaveChangesAsync(cancellationToken);
                return wanted.Count;
            },
            cancellationToken);
    }

    /// <summary>Answers an objection: it is adopted, and a correction follows, or the figure stands, with the reason. Whoever objected gets a message.</summary>
    public Task<int> AnswerAsync(
        Actor actor, Guid submission, string element, string unit, bool adopt, string? answer, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.Require(actor.IsSystem || actor.Role is Role.CityReviewer, "只有市专班审核员可以答复异议。");
        var text = adopt && string.IsNullOrWhiteSpace(answer) ? null : Required(answer, adopt ? "答复过长" : "请填写说明");
        return database.WriteAsync(
            async db =>
            {
                var row = Find(await FindAsync(db, submission, cancellationToken), new FigureKey(element, unit));
                if (row.State is not (VerificationState.Objected or VerificationState.Adopted) || (adopt && row.State is VerificationState.Adopted)) throw new StateConflictException($"这个数现在的核对状态是“{row.State.Name()}”，没有待答复的异议。");
                var objection = row.Said.Last(word => word.Kind is VerificationKind.Objected && word.Value == row.Value);
                db.Verifications.Add(Word(row, adopt ? VerificationKind.Adopted : VerificationKind.Explained, text, actor, now));
                db.Messages.Add(new MessageEntity
                {
                    Id = Guid.CreateVersion7(now),
                    Recipient = objection.WrittenBy,
                    Subject = $"异议{(adopt ? "已采纳" : "已答复")}：{row.Element.Name}",
                    Text = adopt ? $"您对{row.RowUnit.ShortName}“{row.Element.Name}”（{row.Value}）的异议已采纳，市专班将发起更正。{text}" : $"您对{row.RowUnit.ShortName}“{row.Element.Name}”（{row.Value}）的异议，市专班答复：{text}",
                    Link = $"/submit?unit={row.Asked.Code}&week={row.Week}",
                    SentAt = now,
                });
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>The figures of a submission, for one who writes about them: its week is locked first, so that one comes after the other and open pages are told.</summary>
    private async Task<IReadOnlyList<VerifiedFigure>> FindAsync(MetricsDb db, Guid submission, CancellationToken cancellationToken)
    {
        var weeks = await db.Submissions.Where(row => row.Id == submission).Select(row => row.Week).ToListAsync(cancellationToken);
        foreach (var week in weeks) await MetricsDatabase.LockWeeksAsync(db, week, week, cancellationToken);
        var rows = await VerificationRows.QueryAsync(db, await cache.RequireAsync(db, cancellationToken), row => row.Id == submission, cancellationToken);
        return rows.Count > 0 ? rows : throw new StateConflictException("这些数不需要核对，或者已经被新的一次报送替代，请刷新后再看。");
    }

    private static VerifiedFigure Find(IReadOnlyList<VerifiedFigure> rows, FigureKey key) =>
        rows.FirstOrDefault(row => row.Element.Code == key.Element && row.RowUnit.Code == key.Unit) ?? throw new StateConflictException("这次报送里没有这个数，请刷新后再试。");

    private static VerificationEntity Word(VerifiedFigure row, VerificationKind kind, string? text, Actor actor, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        SubmissionId = row.SubmissionId,
        Element = row.Element.Code,
        Unit = row.RowUnit.Code,
        Value = row.Value,
        Kind = kind,
        Text = text,
        WrittenBy = actor.Name,
        WrittenAt = now,
    };

    private static string Required(string? text, string ask) =>
        string.IsNullOrWhiteSpace(text) || text.Trim().Length > Lengths.Reason ? throw new StateConflictException($"{ask}（不超过{Lengths.Reason}字）。") : text.Trim();
}
