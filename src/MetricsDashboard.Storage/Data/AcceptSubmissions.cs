using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Storage.Entities;
using MetricsDashboard.Storage.Stores;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>Accepting: submissions become observations, observations become results, in one transaction.</summary>
/// <param name="under">Whose setting lets the system accept; null where a person decides.</param>
internal sealed class AcceptSubmissions(
    MetricsDatabase database, CatalogueCache cache, Recomputation recomputation, Actor actor, IReadOnlyList<Guid> ids, DateTimeOffset now, string? under = null)
{
    /// <param name="firstWeek">The earliest week concerned; it and all later ones are locked.</param>
    public async Task<AcceptOutcome> RunAsync(MetricsDb db, int firstWeek, CancellationToken cancellationToken)
    {
        await MetricsDatabase.LockWeeksAsync(db, firstWeek, int.MaxValue, cancellationToken);
        var catalogue = await cache.RequireAsync(db, cancellationToken);
        var found = await db.Submissions.Where(submission => EF.Parameter(ids).Contains(submission.Id)).ToDictionaryAsync(submission => submission.Id, cancellationToken);
        var results = ids.Select(id => Judge(id, found.GetValueOrDefault(id))).ToList();
        var accepted = results.Where(result => result.Status is AcceptStatus.Accepted).Select(result => found[result.Id]).ToList();
        if (accepted.Count == 0) return new AcceptOutcome(results);
        foreach (var submission in accepted)
        {
            submission.State = SubmissionState.Accepted;
            submission.DecidedBy = actor.Name;
            submission.DecidedAt = now;
            submission.AcceptedUnder = under;
            submission.Version++;
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var week in accepted.GroupBy(submission => submission.Week).OrderBy(group => group.Key))
            await ObserveAsync(db, catalogue, week.Key, [.. week.Select(submission => submission.Id)], cancellationToken);
        await recomputation.RunAsync(db, catalogue, accepted.Min(submission => submission.Week), int.MaxValue, write: true, now, cancellationToken);
        return new AcceptOutcome(results);
    }

    private async Task ObserveAsync(MetricsDb db, Catalogue catalogue, int week, IReadOnlyList<Guid> accepted, CancellationToken cancellationToken)
    {
        var values = await db.SubmissionValues.AsNoTracking()
            .Where(value => EF.Parameter(accepted).Contains(value.SubmissionId) && value.Value != null).ToListAsync(cancellationToken);
        var known = values.Where(value => catalogue.FindElement(value.Element) is not null && catalogue.FindUnit(value.Unit) is not null)
            .Select(value => new NewValue(value.Element, value.Unit, value.Value!.Value, value.SubmissionId, value.Sheet, value.Cell));
        await Revisions.AppendAsync(database, db, week, Origin.Form, [.. known], actor, now, cancellationToken);
    }

    private AcceptResult Judge(Guid id, SubmissionEntity? submission) => submission switch
    {
        null => new AcceptResult(id, AcceptStatus.NotWaiting, "没有这次报送，请刷新后再试。"),
        { State: SubmissionState.Accepted } => new AcceptResult(id, AcceptStatus.NotWaiting, $"已由{(submission.AcceptedUnder is null ? submission.DecidedBy : "系统自动")}接收，无需再次接收。"),
        { State: SubmissionState.CountyReview } => new AcceptResult(id, AcceptStatus.NotWaiting, "还在填报单位内部审核，尚未报送市专班。"),
        { State: SubmissionState.Replaced } => new AcceptResult(id, AcceptStatus.NotWaiting, "报送单位已重新报送，请审核最新一次的数据。"),
        { State: not SubmissionState.Submitted } => new AcceptResult(id, AcceptStatus.NotWaiting, $"当前状态为“{submission.State.Name()}”，不能接收。"),
        _ when !actor.MayReview(submission.SentBy) => new AcceptResult(id, AcceptStatus.OwnSubmission, "不能接收本人报送的数据，请由其他审核员接收。"),
        _ => new AcceptResult(id, AcceptStatus.Accepted, null),
    };
}
