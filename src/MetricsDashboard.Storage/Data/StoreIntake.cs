using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Configurations;
using MetricsDashboard.Storage.Entities;
using MetricsDashboard.Storage.Stores;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>
/// Stores what an upload brought, whole or not at all: a new round for each form whose values are new, nothing for one that says what is
/// there already. Built outside the transaction, so that only the writing happens inside.
/// </summary>
internal sealed class StoreIntake
{
    private readonly MetricsDatabase database;
    private readonly Actor actor;
    private readonly Guid uploadId;
    private readonly CheckedIntake intake;
    private readonly DateTimeOffset now;
    private readonly IReadOnlyList<(CheckedForm Form, string Hash)> forms;

    /// <param name="uploadId">The upload that it came with; empty for a dry run, which has none.</param>
    public StoreIntake(MetricsDatabase database, Actor actor, Guid uploadId, CheckedIntake intake, DateTimeOffset now)
    {
        if (intake.IsRefused) throw new ArgumentException("A refused file is not stored.", nameof(intake));
        foreach (var form in intake.Forms) Access.RequireSend(actor, form.Asked);
        this.database = database;
        this.actor = actor;
        this.uploadId = uploadId;
        this.intake = intake;
        this.now = now;
        forms = [.. intake.Forms.Select(form => (form, ValuesHash.Of(form.Values)))];
    }

    public async Task<IntakeOutcome> RunAsync(MetricsDb db, CancellationToken cancellationToken)
    {
        foreach (var week in Weeks) await MetricsDatabase.LockWeeksAsync(db, week, week, cancellationToken);
        var upload = await UploadStore.FindRowAsync(db, uploadId, cancellationToken);
        Access.Require(actor.IsSystem || upload.SentBy == actor.Name, "不能处理他人报送的文件。");
        if (OutcomeJson.Read(upload.Outcome) is { } done) return done;
        var (outcome, rounds) = await PlanAsync(db, cancellationToken);
        if (rounds.Count > 0)
        {
            outcome = outcome with { Submissions = [.. outcome.Submissions, .. await InsertAsync(db, rounds, cancellationToken)] };
            await DraftStore.SpendAsync(db, [.. rounds.Select(round => round.Form)], upload.SentBy, upload.SentAt, cancellationToken);
        }

        UploadStore.Finish(upload, outcome, now);
        await db.SaveChangesAsync(cancellationToken);
        return outcome;
    }

    /// <summary>What storing would answer, with nothing written.</summary>
    public async Task<IntakeOutcome> TryAsync(MetricsDb db, CancellationToken cancellationToken)
    {
        var (outcome, _) = await PlanAsync(db, cancellationToken);
        return outcome.Status is IntakeStatus.Stored ? outcome with { Status = IntakeStatus.Checked } : outcome;
    }

    private IEnumerable<int> Weeks => forms.Select(form => form.Form.Week.Key).Distinct().Order();

    private async Task<(IntakeOutcome Outcome, IReadOnlyList<NewRound> Rounds)> PlanAsync(MetricsDb db, CancellationToken cancellationToken)
    {
        var weeks = Weeks.ToList();
        var rows = await db.Weeks.AsNoTracking().Where(week => EF.Parameter(weeks).Contains(week.Week)).ToDictionaryAsync(week => week.Week, cancellationToken);
        var extended = (await db.Extensions.AsNoTracking().Where(extension => EF.Parameter(weeks).Contains(extension.Week) && extension.Until >= now).ToListAsync(cancellationToken))
            .Select(extension => (extension.Week, extension.Unit)).ToHashSet();
        var duties = new Dictionary<(int, string, string), DutyEntity>();
        var newest = new Dictionary<(int, string, string), SubmissionEntity>();
        foreach (var week in weeks)
        {
            foreach (var duty in await db.Duties.AsNoTracking().Where(duty => duty.Week == week).ToListAsync(cancellationToken))
                duties[(week, duty.Unit, duty.Form)] = duty;
            foreach (var submission in await Current(db, week).AsNoTracking().ToListAsync(cancellationToken))
                newest[(week, submission.Unit, submission.Form)] = submission;
        }

        var refusals = forms.Select(form => Refusal(form.Form, form.Hash, rows.GetValueOrDefault(form.Form.Week.Key), extended, duties, newest)).OfType<IntakeIssue>().ToList();
        return refusals.Count > 0
            ? (new IntakeOutcome(uploadId, [], IntakeStatus.Refused, IntakeCounts.Refused(intake.Read), [.. intake.Issues, .. refusals]), [])
            : await CompareAsync(db, newest, cancellationToken);
    }

    /// <summary>Beside what was last sent for each duty: nothing to do for the same again, a further round for anything else.</summary>
    private async Task<(IntakeOutcome Outcome, IReadOnlyList<NewRound> Rounds)> CompareAsync(
        MetricsDb db, Dictionary<(int, string, string), SubmissionEntity> newest, CancellationToken cancellationToken)
    {
        var rounds = new List<NewRound>();
        var receipts = new List<SubmissionReceipt>();
        var issues = new List<IntakeIssue>(intake.Issues);
        var (created, revised, unchanged) = (0, 0, 0);
        foreach (var (form, hash) in forms)
        {
            var last = newest.GetValueOrDefault((form.Week.Key, form.Asked.Code, form.Form.Code));
            if (last is not null && last.ValuesSha256 == hash)
            {
                unchanged += form.Values.Count;
                if (last.State is not (SubmissionState.Returned or SubmissionState.Withdrawn))
                {
                    receipts.Add(new SubmissionReceipt(last.Id, form.Asked.Code, form.Form.Code, last.State));
                    continue;
                }

                if (last.State is SubmissionState.Returned) issues.Add(Issue(Severity.Warning, IssueCodes.SameAsReturned, form, "与退回件相同，请核对是否已按退回意见修改"));
            }
            else if (last is not null)
            {
                var sent = await db.SubmissionValues.AsNoTracking().Where(value => value.SubmissionId == last.Id)
                    .ToDictionaryAsync(value => (value.Element, value.Unit), value => (value.Value, value.RawText), cancellationToken);
                foreach (var value in form.Values)
                {
                    if (!sent.TryGetValue((value.Element, value.Unit), out var before)) created++;
                    else if (IsSame(value, before)) unchanged++;
                    else revised++;
                }
            }
            else
            {
                created += form.Values.Count;
            }

            rounds.Add(new NewRound(form, hash, (last?.Round ?? 0) + 1));
        }

        var counts = new IntakeCounts(created + revised + unchanged, created, revised, unchanged, 0, 0);
        return (new IntakeOutcome(uploadId, receipts, IntakeStatus.Stored, counts, issues), rounds);
    }

    private async Task<IReadOnlyList<SubmissionReceipt>> InsertAsync(MetricsDb db, IReadOnlyList<NewRound> rounds, CancellationToken cancellationToken)
    {
        var units = forms.Select(form => form.Form.Asked.Code).Distinct(StringComparer.Ordinal).ToList();
        var waiting = await UnitPractices.ReviewingAsync(db, actor, units, now, cancellationToken);
        var submissions = rounds.Select(round => Submission(round, waiting.Contains(round.Form.Asked.Code) && round.Form.Form.SuppliedBy is SuppliedBy.Unit)).ToList();
        var values = rounds.Zip(submissions).SelectMany(pair => pair.First.Form.Values.Select(value => Value(pair.Second.Id, value))).ToList();
        await database.InsertAsync(db, submissions, cancellationToken);
        await database.InsertAsync(db, values, cancellationToken);
        await AdvanceAsync(db, cancellationToken);
        return [.. submissions.Select(submission => new SubmissionReceipt(submission.Id, submission.Unit, submission.Form, submission.State))];
    }

    /// <summary>Points the duties at their new rounds and closes the rounds that these replace, in two statements however many there are.</summary>
    private async Task AdvanceAsync(MetricsDb db, CancellationToken cancellationToken)
    {
        var mine = db.Submissions.Where(submission => submission.UploadId == uploadId);
        await db.Submissions
            .Where(old => (old.State == SubmissionState.Submitted || old.State == SubmissionState.CountyReview)
                && mine.Any(later => later.Week == old.Week && later.Unit == old.Unit && later.Form == old.Form && later.Round > old.Round))
            .ExecuteUpdateAsync(
                update => update.SetProperty(old => old.State, SubmissionState.Replaced).SetProperty(old => old.Version, old => old.Version + 1), cancellationToken);
        await db.Duties
            .Where(duty => mine.Any(later => later.Week == duty.Week && later.Unit == duty.Unit && later.Form == duty.Form && later.Round > duty.Round))
            .ExecuteUpdateAsync(
                update => update
                    .SetProperty(
                        duty => duty.Round,
                        duty => mine.Where(later => later.Week == duty.Week && later.Unit == duty.Unit && later.Form == duty.Form).Max(later => later.Round))
                    .SetProperty(duty => duty.FirstSentAt, duty => duty.FirstSentAt ?? now),
                cancellationToken);
    }

    private SubmissionEntity Submission(NewRound round, bool waitsForItsUnit) => new()
    {
        Id = Guid.CreateVersion7(now),
        Week = round.Form.Week.Key,
        Unit = round.Form.Asked.Code,
        Form = round.Form.Form.Code,
        Round = round.Number,
        State = waitsForItsUnit ? SubmissionState.CountyReview : SubmissionState.Submitted,
        OnBehalf = actor is { IsSystem: false, Role: Role.CityReviewer } && round.Form.Form.SuppliedBy is SuppliedBy.Unit,
        UploadId = uploadId,
        SentBy = actor.Name,
        SentAt = now,
        ValuesSha256 = round.Hash,
        ValueCount = round.Form.Values.Count,
    };

    private static SubmissionValueEntity Value(Guid submission, CheckedValue value) => new()
    {
        SubmissionId = submission,
        Element = value.Element,
        Unit = value.Unit,
        Value = value.Value,
        RawText = value.RawText.Length <= Lengths.RawText ? value.RawText : value.RawText[..Lengths.RawText],
        Sheet = value.Place.Sheet,
        Cell = value.Place.Cell,
    };

    private static IQueryable<SubmissionEntity> Current(MetricsDb db, int week) => db.Duties.Where(duty => duty.Week == week).Join(
        db.Submissions,
        duty => new { duty.Week, duty.Unit, duty.Form, duty.Round },
        submission => new { submission.Week, submission.Unit, submission.Form, submission.Round },
        (_, submission) => submission);

    /// <summary>What the state of the duty has against a form; null for nothing.</summary>
    private IntakeIssue? Refusal(
        CheckedForm form, string hash, WeekEntity? week, HashSet<(int, string)> extended,
        Dictionary<(int, string, string), DutyEntity> duties, Dictionary<(int, string, string), SubmissionEntity> newest)
    {
        var key = (form.Week.Key, form.Asked.Code, form.Form.Code);
        var last = newest.GetValueOrDefault(key);
        if (last is not null && last.ValuesSha256 == hash && (last.State is SubmissionState.CountyReview or SubmissionState.Submitted or SubmissionState.Accepted)) return null;
        if (week is null) return Issue(Severity.Error, IssueCodes.WeekNotOpen, form, $"统计周（{WeekText.FullPeriod(form.Week)}）还没有开放");
        if (week.IsLocked(now) && !extended.Contains((week.Week, form.Asked.Code)))
            return Issue(Severity.Error, IssueCodes.WeekNotOpen, form, $"统计周（{WeekText.FullPeriod(Periods.Of(week))}）已经锁定，不再接收报送；确需补报的，请向市专班申请延期");
        if (!duties.ContainsKey(key)) return Issue(Severity.Error, IssueCodes.UnknownUnit, form, $"{WeekText.This(Periods.Of(week))}没有这张报表的应报任务");
        return last is { State: SubmissionState.Accepted }
            ? Issue(Severity.Error, IssueCodes.AlreadyAccepted, form, "已经接收，不能再次报送不同的数据；确需更正的，请申请更正")
            : null;
    }

    private static IntakeIssue Issue(Severity severity, string code, CheckedForm form, string what) => new(
        severity, code, form.Form.Name, null, form.Asked.Name, null, null, $"{form.Asked.ShortName}《{form.Form.Name}》：{what}。");

    private static bool IsSame(CheckedValue value, (long? Value, string RawText) before) => value.Value == before.Value && (value.Value is not null || value.RawText == before.RawText);

    private sealed record NewRound(CheckedForm Form, string Hash, int Number);
}
