using MetricsDashboard.Domain.Cases;
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
/// What is said of cases with a card. The unit tells the cause and objects, the task force looks into it, says what the cause is and answers.
/// Notes are only added; no figure depends on them.
/// </summary>
public sealed class CaseNoteStore
{
    /// <summary>So many cases are marked at once.</summary>
    public const int MostAtOnce = 500;

    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal CaseNoteStore(MetricsDatabase database, CatalogueCache cache) => (this.database, this.cache) = (database, cache);

    /// <summary>已查: marks cases as looked into today. What was marked today already is not marked again.</summary>
    /// <returns>How many were marked.</returns>
    /// <exception cref="StateConflictException">One of them has no card; nothing is marked then.</exception>
    public Task<int> CheckAsync(Actor actor, IReadOnlyCollection<string> cases, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        RequireTaskForce(actor, "标记已查");
        var wanted = cases.Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count == 0) throw new StateConflictException("请先勾选办件。");
        if (wanted.Count > MostAtOnce) throw new StateConflictException($"一次最多标记{MostAtOnce}件，请分几次标记。");
        var today = ChinaTime.Start(ChinaTime.Day(now));
        return WriteAsync(
            async db =>
            {
                await FindAsync(db, wanted, now, cancellationToken);
                var notes = await CaseLookups.NotesAsync(db, wanted, cancellationToken);
                var fresh = wanted.Where(number => !(notes[number].LastChecked()?.WrittenAt >= today)).ToList();
                db.CaseNotes.AddRange(fresh.Select(number => Note(number, CaseNoteKind.Checked, null, null, actor, now)));
                return fresh.Count;
            },
            cancellationToken);
    }

    /// <summary>更正发牌原因: the task force says what the cause is, and why.</summary>
    public Task CorrectCauseAsync(Actor actor, string caseNo, CardCause cause, string reason, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        RequireTaskForce(actor, "更正发牌原因");
        var text = Required(reason, "请填写更正的原因");
        return WriteAsync(
            async db =>
            {
                var row = (await FindAsync(db, [caseNo], now, cancellationToken))[0];
                if ((row.AgreedCause ?? row.Cause) == cause) throw new StateConflictException($"办件{caseNo}的发牌原因已经是“{cause.Name()}”。");
                await AgreeAsync(db, caseNo, cause, cancellationToken);
                db.CaseNotes.Add(Note(caseNo, CaseNoteKind.Cause, cause, text, actor, now));
                return 1;
            },
            cancellationToken);
    }

    /// <summary>情况说明: the unit tells the cause, and by when it will be put right.</summary>
    /// <param name="until">The day; null where the unit does not say.</param>
    public Task StateAsync(
        Actor actor, string caseNo, CardCause cause, string text, DateOnly? until, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var said = Required(text, "请填写情况说明");
        if (until < ChinaTime.Day(now)) throw new StateConflictException($"整改期限{WeekText.FullDay(until.Value)}已经过去，请填写今天或以后的日期。");
        if (until > ChinaTime.Day(now).AddYears(1)) throw new StateConflictException($"整改期限{WeekText.FullDay(until.Value)}超过一年，请核对日期。");
        return WriteAsync(
            async db =>
            {
                await RequireOwnAsync(db, actor, caseNo, cancellationToken);
                await FindAsync(db, [caseNo], now, cancellationToken);
                db.CaseNotes.Add(Note(caseNo, CaseNoteKind.Statement, cause, said, actor, now, until));
                return 1;
            },
            cancellationToken);
    }

    /// <summary>异议: the unit says that the card was shown by mistake. The task force is told.</summary>
    public Task ObjectAsync(Actor actor, string caseNo, string text, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var said = Required(text, "请填写异议的理由");
        return WriteAsync(
            async db =>
            {
                var unit = await RequireOwnAsync(db, actor, caseNo, cancellationToken);
                var row = (await FindAsync(db, [caseNo], now, cancellationToken))[0];
                if ((await CaseLookups.NotesAsync(db, [caseNo], cancellationToken))[caseNo].OpenObjection() is not null)
                    throw new StateConflictException($"办件{caseNo}已有一件异议在等待市专班答复。");
                if ((row.AgreedCause ?? row.Cause) is CardCause.System) throw new StateConflictException($"办件{caseNo}的发牌原因已经是“{CardCause.System.Name()}”，不需要再提异议。");
                var note = Note(caseNo, CaseNoteKind.Objection, CardCause.System, said, actor, now);
                db.CaseNotes.Add(note);
                await CaseMessages.ObjectionAsync(db, note, unit, cancellationToken);
                return 1;
            },
            cancellationToken);
    }

    /// <summary>Answers an objection: upheld, which makes the cause 系统问题, or rejected with a reason. The unit is told. Nobody answers their own.</summary>
    public Task AnswerAsync(Actor actor, string caseNo, bool uphold, string? answer, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        RequireTaskForce(actor, "答复异议");
        var text = uphold && string.IsNullOrWhiteSpace(answer) ? null : Required(answer, uphold ? "答复过长" : "请填写异议不成立的理由");
        return WriteAsync(
            async db =>
            {
                var row = await db.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.CaseNo == caseNo, cancellationToken) ?? throw Missing(caseNo);
                await LockAsync(db, [caseNo], cancellationToken);
                if ((await CaseLookups.NotesAsync(db, [caseNo], cancellationToken))[caseNo].OpenObjection() is not { } objection)
                    throw new StateConflictException($"办件{caseNo}没有待答复的异议，可能已由他人答复，请刷新后再看。");
                Access.Require(objection.WrittenBy != actor.Name, "不能答复本人提出的异议，请由市专班其他人员答复。");
                var note = Note(caseNo, uphold ? CaseNoteKind.Upheld : CaseNoteKind.Rejected, uphold ? CardCause.System : null, text, actor, now);
                if (uphold) await AgreeAsync(db, caseNo, CardCause.System, cancellationToken);
                db.CaseNotes.Add(note);
                await CaseMessages.AnswerAsync(db, note, objection, (await cache.RequireAsync(db, cancellationToken)).Unit(row.Unit), cancellationToken);
                return 1;
            },
            cancellationToken);
    }

    /// <summary>The objections that wait for an answer and that the actor may see, the oldest first.</summary>
    public Task<IReadOnlyList<WaitingObjection>> WaitingAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return database.ReadAsync(
            async db =>
            {
                var catalogue = await cache.RequireAsync(db, cancellationToken);
                CaseLookups.Readable(actor, catalogue);

                // Each answer follows its objection: one more objection than answers is one that waits.
                var open = await db.CaseNotes.Where(note => note.Kind == CaseNoteKind.Objection || note.Kind == CaseNoteKind.Upheld || note.Kind == CaseNoteKind.Rejected)
                    .GroupBy(note => note.CaseNo).Where(notes => notes.Count(note => note.Kind == CaseNoteKind.Objection) > notes.Count(note => note.Kind != CaseNoteKind.Objection))
                    .Select(notes => notes.Key).ToListAsync(cancellationToken);
                var notes = await CaseLookups.NotesAsync(db, open, cancellationToken);
                var cases = await CasesAsync(db, open, cancellationToken);
                var items = await CaseLookups.ItemNamesAsync(db, cases.Select(row => row.ItemCode), cancellationToken);
                return (IReadOnlyList<WaitingObjection>)
                [
                    .. from row in cases
                       let unit = catalogue.Unit(row.Unit)
                       where actor.MayRead(unit)
                       let objection = notes[row.CaseNo].OpenObjection()
                       where objection is not null
                       orderby objection.WrittenAt
                       select new WaitingObjection(row.CaseNo, unit, items.GetValueOrDefault(row.ItemCode, ""), objection),
                ];
            },
            cancellationToken);
    }

    /// <summary>Locks the open weeks first, so that open pages are told.</summary>
    private Task<int> WriteAsync(Func<MetricsDb, Task<int>> work, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            await db.Weeks.Where(week => week.State == WeekState.Open).ExecuteUpdateAsync(update => update.SetProperty(week => week.Version, week => week.Version + 1), cancellationToken);
            var count = await work(db);
            await db.SaveChangesAsync(cancellationToken);
            return count;
        },
        cancellationToken);

    /// <summary>The cases, locked, so that one note comes after the other; each of them has a card or had one lately.</summary>
    private static async Task<IReadOnlyList<CaseEntity>> FindAsync(MetricsDb db, IReadOnlyList<string> numbers, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await LockAsync(db, numbers, cancellationToken);
        var rows = (await CasesAsync(db, numbers, cancellationToken)).ToDictionary(row => row.CaseNo, StringComparer.Ordinal);
        var past = new List<CasePastEntity>();
        foreach (var some in numbers.Chunk(Codes.MostParameters))
            past.AddRange(await db.CasePast.AsNoTracking().Where(row => some.Contains(row.CaseNo)).ToListAsync(cancellationToken));
        var before = past.ToLookup(row => row.CaseNo, StringComparer.Ordinal);
        foreach (var number in numbers)
        {
            if (!rows.TryGetValue(number, out var row)) throw Missing(number);
            if (!CaseNotes.AreWelcome(CaseLookups.States(row, before[number]), now))
                throw new StateConflictException($"办件{number}现在没有红黄牌和预警，最近{CaseNotes.DaysAfterCard}天内也没有过，不再登记。");
        }

        return [.. numbers.Select(number => rows[number])];
    }

    private static async Task<List<CaseEntity>> CasesAsync(MetricsDb db, IEnumerable<string> numbers, CancellationToken cancellationToken)
    {
        var rows = new List<CaseEntity>();
        foreach (var some in numbers.Chunk(Codes.MostParameters))
            rows.AddRange(await db.Cases.AsNoTracking().Where(row => some.Contains(row.CaseNo)).ToListAsync(cancellationToken));
        return rows;
    }

    private static async Task LockAsync(MetricsDb db, IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        foreach (var some in numbers.Order(StringComparer.Ordinal).Chunk(Codes.MostParameters))
            await db.Cases.Where(row => some.Contains(row.CaseNo)).ExecuteUpdateAsync(update => update.SetProperty(row => row.AgreedCause, row => row.AgreedCause), cancellationToken);
    }

    private static Task<int> AgreeAsync(MetricsDb db, string caseNo, CardCause cause, CancellationToken cancellationToken) =>
        db.Cases.Where(row => row.CaseNo == caseNo).ExecuteUpdateAsync(update => update.SetProperty(row => row.AgreedCause, cause), cancellationToken);

    private async Task<Unit> RequireOwnAsync(MetricsDb db, Actor actor, string caseNo, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var isOfUnits = actor.IsSystem || actor.Role is Role.CountyReporter or Role.CountyReviewer or Role.Department;
        Access.Require(isOfUnits, "情况说明和异议由办件所属单位的人员填写。");
        var code = await db.Cases.Where(row => row.CaseNo == caseNo).Select(row => row.Unit).SingleOrDefaultAsync(cancellationToken) ?? throw Missing(caseNo);
        var unit = (await cache.RequireAsync(db, cancellationToken)).Unit(code);
        Access.Require(actor.IsSystem || actor.Unit == code, $"办件{caseNo}不是您单位的，情况说明和异议由办件所属单位的人员填写。");
        return unit;
    }

    private static void RequireTaskForce(Actor actor, string what) => Access.Require(actor.IsSystem || actor.Role is Role.CityReviewer or Role.Drafter, $"只有市专班人员可以{what}。");

    private static StateConflictException Missing(string caseNo) => new($"没有编号为{Quotation.Of(caseNo)}的办件，请核对后再试。");

    private static CaseNoteEntity Note(string caseNo, CaseNoteKind kind, CardCause? cause, string? text, Actor actor, DateTimeOffset now, DateOnly? until = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        CaseNo = caseNo,
        Kind = kind,
        Cause = cause,
        Until = until,
        Text = text,
        WrittenBy = actor.Name,
        WrittenAt = now,
    };

    private static string Required(string? text, string ask) =>
        string.IsNullOrWhiteSpace(text) || text.Trim().Length > Lengths.Reason ? throw new StateConflictException($"{ask}（不超过{Lengths.Reason}字）。") : text.Trim();
}
