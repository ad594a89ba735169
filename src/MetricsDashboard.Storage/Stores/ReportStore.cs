using System.Security.Cryptography;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>Weekly reports: one per week, a draft that is rewritten until it is published, and never after.</summary>
public sealed class ReportStore
{
    private readonly MetricsDatabase database;
    private readonly CatalogueCache cache;

    internal ReportStore(MetricsDatabase database, CatalogueCache cache)
    {
        this.database = database;
        this.cache = cache;
    }

    /// <summary>What a report of a week is composed of: the editions it is bound to, else the frozen ones, else the live ones.</summary>
    public Task<FactsData> FactsDataAsync(Actor actor, ReportingWeek week, int weeksBack = CloseWeek.WeeksQuoted, CancellationToken cancellationToken = default)
    {
        Access.RequireWholeCity(actor);
        return database.ReadAsync(
            async db => await LoadFacts.RunAsync(db, await cache.RequireAsync(db, cancellationToken), week, weeksBack, cancellationToken), cancellationToken);
    }

    /// <summary>Keeps a draft in place of the one before.</summary>
    public Task DraftAsync(Actor actor, ReportingWeek week, string documentJson, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.Require(actor.IsSystem || actor.Role is Role.Drafter, "只有市专班负责人可以起草周报。");
        return database.WriteAsync(
            async db =>
            {
                await MetricsDatabase.LockWeeksAsync(db, week.Key, week.Key, cancellationToken);
                if (!await db.Weeks.AnyAsync(row => row.Week == week.Key && row.State == WeekState.Closed, cancellationToken))
                    throw new StateConflictException("统计周还没有关闭，不能起草周报。");
                var report = await db.Reports.SingleOrDefaultAsync(row => row.Week == week.Key, cancellationToken);
                if (report is { State: ReportState.Published }) throw new StateConflictException("本期周报已经印发，不能修改。");
                if (report is null)
                {
                    db.Reports.Add(new ReportEntity { Week = week.Key, State = ReportState.Draft, DocumentJson = documentJson, DraftedBy = actor.Name, DraftedAt = now });
                }
                else
                {
                    report.DocumentJson = documentJson;
                    report.DraftedBy = actor.Name;
                    report.DraftedAt = now;
                    report.Version++;
                }

                await db.SaveChangesAsync(cancellationToken);
                await BindAsync(db, week, cancellationToken);
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Publishes a draft with its files. Nobody signs what they drafted, and what was drafted of older or other published figures is drafted anew first.</summary>
    public Task PublishAsync(
        Actor actor,
        ReportingWeek week,
        DateOnly issuedOn,
        string documentJson,
        IReadOnlyDictionary<string, byte[]> files,
        DateTimeOffset now,
        CancellationToken cancellationToken = default)
    {
        Access.Require(actor.IsSystem || actor.Role is Role.Signer, "只有签发人可以签发周报。");
        var hashed = files.Select(file => new ReportFileEntity
        {
            ReportWeek = week.Key,
            Format = file.Key,
            Bytes = file.Value,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Value)),
        }).ToList();
        return database.WriteAsync(
            async db =>
            {
                await MetricsDatabase.LockWeeksAsync(db, week.Key, week.Key, cancellationToken);
                var report = await db.Reports.SingleOrDefaultAsync(row => row.Week == week.Key, cancellationToken) ?? throw new StateConflictException("本期周报还没有起草。");
                if (report.State is ReportState.Published) throw new StateConflictException("本期周报已经印发。");
                Access.Require(report.DraftedBy != actor.Name, "不能签发本人起草的周报。");
                if (await BindAsync(db, week, cancellationToken)) throw new StateConflictException("起草之后数据有更正，请重新生成周报再签发。");
                if (await PublishedRows.ChangedSinceAsync(db, report.DraftedAt, week, cancellationToken)) throw new StateConflictException("起草之后公布值有变动，请重新生成周报再签发。");
                report.State = ReportState.Published;
                report.DocumentJson = documentJson;
                report.IssuedOn = issuedOn;
                report.PublishedBy = actor.Name;
                report.PublishedAt = now;
                report.Version++;
                db.ReportFiles.AddRange(hashed);
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>The report of a week; null where there is none, or only a draft that the actor may not see.</summary>
    public Task<StoredReport?> FindAsync(Actor actor, ReportingWeek week, CancellationToken cancellationToken = default) =>
        database.ReadAsync(db => FindAsync(db, actor, week.Key, cancellationToken), cancellationToken);

    /// <summary>The report with a running number 总第N期.</summary>
    public Task<StoredReport?> FindIssueAsync(Actor actor, int totalIssue, CancellationToken cancellationToken = default) => database.ReadAsync(
        async db => await db.Weeks.Where(row => row.TotalIssue == totalIssue).Select(row => (int?)row.Week).SingleOrDefaultAsync(cancellationToken) is { } week
            ? await FindAsync(db, actor, week, cancellationToken)
            : null,
        cancellationToken);

    /// <summary>A kept file of a published report.</summary>
    public async Task<byte[]?> FileAsync(Actor actor, ReportingWeek week, string format, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await database.CreateContextAsync(cancellationToken);
        return await db.ReportFiles.AsNoTracking().Where(file => file.ReportWeek == week.Key && file.Format == format).Select(file => file.Bytes)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>All reports, the newest first; drafts only for roles of the whole city.</summary>
    public async Task<IReadOnlyList<ReportRow>> ListAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateContextAsync(cancellationToken);
        var rows = await db.Reports.AsNoTracking().Where(report => actor.SeesWholeCity || report.State == ReportState.Published)
            .Select(report => new { report.Week, report.State, report.DraftedBy, report.DraftedAt, report.IssuedOn, report.PublishedBy, report.PublishedAt })
            .Join(db.Weeks, report => report.Week, week => week.Week, (report, week) => new { Report = report, week.LastWeek, week.Issue, week.TotalIssue })
            .OrderByDescending(row => row.Report.Week).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new ReportRow(
                new ReportingPeriod(ReportingWeek.FromKey(row.Report.Week), ReportingWeek.FromKey(row.LastWeek)),
                row.Issue ?? 0,
                row.TotalIssue ?? 0,
                row.Report.State,
                row.Report.DraftedBy,
                row.Report.DraftedAt,
                row.Report.IssuedOn,
                row.Report.PublishedBy,
                row.Report.PublishedAt)),
        ];
    }

    private static async Task<StoredReport?> FindAsync(MetricsDb db, Actor actor, int week, CancellationToken cancellationToken)
    {
        var report = await db.Reports.AsNoTracking().SingleOrDefaultAsync(row => row.Week == week, cancellationToken);
        if (report is null || (report.State is ReportState.Draft && !actor.SeesWholeCity)) return null;
        var numbers = await db.Weeks.Where(row => row.Week == week).Select(row => new { row.Issue, row.TotalIssue }).SingleAsync(cancellationToken);
        var edition = await db.ReportEditions.Where(row => row.ReportWeek == week).MaxAsync(row => (int?)row.EditionId, cancellationToken);
        var files = await db.ReportFiles.Where(file => file.ReportWeek == week).OrderBy(file => file.Format)
            .Select(file => new ReportFile(file.Format, file.Sha256)).ToListAsync(cancellationToken);
        return new StoredReport(
            ReportingWeek.FromKey(week), numbers.Issue ?? 0, numbers.TotalIssue ?? 0, report.State, report.DocumentJson, report.DraftedBy, report.DraftedAt,
            report.IssuedOn, report.PublishedBy, report.PublishedAt, edition ?? EditionIds.Live(week), files);
    }

    /// <summary>Binds a report to the newest frozen edition of every week that it quotes; true where these are not the ones it was bound to.</summary>
    private static async Task<bool> BindAsync(MetricsDb db, ReportingWeek week, CancellationToken cancellationToken)
    {
        var frozen = await Editions.FrozenAsync(db, week.AddWeeks(-CloseWeek.WeeksQuoted).Key, week.Key, cancellationToken);
        var wanted = frozen.Values.Select(edition => edition.Id).ToHashSet();
        var bound = await db.ReportEditions.Where(row => row.ReportWeek == week.Key).ToListAsync(cancellationToken);
        if (wanted.SetEquals(bound.Select(row => row.EditionId))) return false;
        db.ReportEditions.RemoveRange(bound.Where(row => !wanted.Contains(row.EditionId)));
        db.ReportEditions.AddRange(wanted.Except(bound.Select(row => row.EditionId)).Select(id => new ReportEditionEntity { ReportWeek = week.Key, EditionId = id }));
        return true;
    }
}
