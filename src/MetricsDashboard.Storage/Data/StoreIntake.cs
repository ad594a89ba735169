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
        var weeks = forms.Select(form => form.Form.Week.Key).Distinct().Order().ToList();
        foreach (var week in weeks) await MetricsDatabase.LockWeeksAsync(db, week, week, cancellationToken);
        var upload = await UploadStore.FindRowAsync(db, uploadId, cancellationToken);
        Access.Require(actor.IsSystem || upload.SentBy == actor.Name, "不能处理他人报送的文件。");
        if (OutcomeJson.Read(upload.Outcome) is { } done) return done;
        var outcome = await StoreAsync(db, weeks, cancellationToken);
        UploadStore.Finish(upload, outcome, now);
        await db.SaveChangesAsync(cancellationToken);
        return outcome;
    }

    private async Task<IntakeOutcome> StoreAsync(MetricsDb db, List<int> weeks, CancellationToken cancellationToken)
    {
        var open = await db.Weeks.Where(week => weeks.Contains(week.Week) && week.State == WeekState.Open).Select(week => week.Week).ToListAsync(cancellationToken);
        var duties = new Dictionary<(int, string, string), DutyEntity>();
        var newest = new Dictionary<(int, string, string), SubmissionEntity>();
        foreach (var week in weeks)
        {
            foreach (var duty in await db.Duties.AsNoTracking().Where(duty => duty.Week == week).ToListAsync(cancellationToken))
                duties[(week, duty.Unit, duty.Form)] = duty;
            foreach (var submission in await Current(db, week).AsNoTracking().ToListAsync(cancellationToken))
                newest[(week, submission.Unit, submission.Form)] = submission;
        }

        var refusals = forms.Select(form => Refusal(form.Form, form.Hash, open, duties, newest)).OfType<IntakeIssue>().ToList();
        if (refusals.Count > 0)
            return new IntakeOutcome(uploadId, [], IntakeStatus.Refused, IntakeCounts.Refused(intake.Read), [.. intake.Issues, .. refusals]);
        return await InsertAsync(db, newest, cancellationToken);
    }

    private async Task<IntakeOutcome> InsertAsync(MetricsDb db, Dictionary<(int, string, string), SubmissionEntity> newest, CancellationToken cancellationToken)
    {
        var submissions = new List<SubmissionEntity>();
        var values = new List<SubmissionValueEntity>();
        var receipts = new List<SubmissionReceipt>();
        var issues = new List<IntakeIssue>(intake.Issues);
        var (created, revised, unchanged) = (0, 0, 0);
        foreach (var (form, hash) in forms)
        {
            var last = newest.GetValueOrDefault((form.Week.Key, form.Asked.Code, form.Form.Code));
            if (last is not null && last.ValuesSha256 == hash)
            {
                unchanged += form.Values.Count;
                if (last.State is not SubmissionState.Returned)
                {
                    receipts.Add(new SubmissionReceipt(last.Id, form.Asked.Code, form.Form.Code, last.State));
                    continue;
                }

                issues.Add(Issue(Severity.Warning, IssueCodes.SameAsReturned, form, "与退回件相同，请核对是否已按退回意见修改"));
            }
            else if (last is not null)
            {
                var sent = await db.SubmissionValues.Where(value => value.SubmissionId == last.Id)
                    .ToDictionaryAsync(value => (value.Element, value.Unit), value => (value.Value, value.RawText), cancellationToken);
                foreach (var value in form.Values)
                {
                    if (!sent.TryGetValue((value.Element, value.Unit), out var before)) created++;
                    else if (before.Value == value.Value && (value.Value is not null || before.RawText == value.RawText)) unchanged++;
                    else revised++;
                }
            }
            else
            {
                created += form.Values.Count;
            }

            var submission = Submission(form, hash, (last?.Round ?? 0) + 1);
            submissions.Add(submission);
            values.AddRange(form.Values.Select(value => Value(submission.Id, value)));
            receipts.Add(new SubmissionReceipt(submission.Id, form.Asked.Code, form.Form.Code, SubmissionState.Submitted));
        }

        await database.InsertAsync(db, submissions, cancellationToken);
        await database.InsertAsync(db, values, cancellationToken);
        await AdvanceAsync(db, cancellationToken);
        return new IntakeOutcome(
            uploadId, receipts, IntakeStatus.Stored, new IntakeCounts(created + revised + unchanged, created, revised, unchanged, 0, 0), issues);
    }

    /// <summary>Points the duties at their new rounds and closes the rounds that these replace, in two statements however many there are.</summary>
    private async Task AdvanceAsync(MetricsDb db, CancellationToken cancellationToken)
    {
        var mine = db.Submissions.Where(submission => submission.UploadId == uploadId);
        await db.Submissions
            .Where(old => old.State == SubmissionState.Submitted
                && mine.Any(later => later.Week == old.Week && later.Unit == old.Unit && later.Form == old.Form && later.Round > old.Round))
            .ExecuteUpdateAsync(
                update => update.SetProperty(old => old.State, SubmissionState.Replaced).SetProperty(old => old.Version, old => old.Version + 1), cancellationToken);
        await db.Duties
            .Where(duty => mine.Any(later => later.Week == duty.Week && later.Unit == duty.Unit && later.Form == duty.Form && later.Round > duty.Round))
            .ExecuteUpdateAsync(
                update => update.SetProperty(
                    duty => duty.Round,
                    duty => mine.Where(later => later.Week == duty.Week && later.Unit == duty.Unit && later.Form == duty.Form).Max(later => later.Round)),
                cancellationToken);
    }

    private SubmissionEntity Submission(CheckedForm form, string hash, int round) => new()
    {
        Id = Guid.CreateVersion7(now),
        Week = form.Week.Key,
        Unit = form.Asked.Code,
        Form = form.Form.Code,
        Round = round,
        State = SubmissionState.Submitted,
        UploadId = uploadId,
        SentBy = actor.Name,
        SentAt = now,
        ValuesSha256 = hash,
        ValueCount = form.Values.Count,
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
    private static IntakeIssue? Refusal(
        CheckedForm form, string hash, List<int> open, Dictionary<(int, string, string), DutyEntity> duties, Dictionary<(int, string, string), SubmissionEntity> newest)
    {
        var key = (form.Week.Key, form.Asked.Code, form.Form.Code);
        var last = newest.GetValueOrDefault(key);
        if (last is not null && last.ValuesSha256 == hash && (last.State is SubmissionState.Submitted or SubmissionState.Accepted)) return null;
        if (!open.Contains(form.Week.Key)) return Issue(Severity.Error, IssueCodes.WeekNotOpen, form, $"统计周（{WeekText.FullPeriod(form.Week)}）不在报送期内");
        if (!duties.ContainsKey(key)) return Issue(Severity.Error, IssueCodes.UnknownUnit, form, "本周没有这张报表的应报任务");
        return last is { State: SubmissionState.Accepted }
            ? Issue(Severity.Error, IssueCodes.AlreadyAccepted, form, "已经接收，不能再次报送不同的数据；确需更正的，请申请更正")
            : null;
    }

    private static IntakeIssue Issue(Severity severity, string code, CheckedForm form, string what) => new(
        severity, code, form.Form.Name, null, form.Asked.Name, null, null, $"{form.Asked.ShortName}《{form.Form.Name}》：{what}。");
}
