using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Entities;
using MetricsDashboard.Storage.Stores;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>Everything a report is made of, over one state of the database.</summary>
internal static class LoadFacts
{
    public static async Task<FactsData> RunAsync(MetricsDb db, Catalogue catalogue, ReportingWeek week, int weeksBack, CancellationToken cancellationToken)
    {
        var weeks = await db.Weeks.AsNoTracking().Where(row => row.Week <= week.Key).OrderBy(row => row.Week).ToListAsync(cancellationToken);
        if (weeks.Count == 0 || weeks[^1].Week != week.Key) throw new StateConflictException("这一周还没有开放。");
        var installation = await InstallationStore.FindAsync(db, cancellationToken);
        var report = await db.Reports.AsNoTracking().Where(row => row.Week == week.Key).Select(row => new { row.State, row.IssuedOn }).SingleOrDefaultAsync(cancellationToken);
        var first = week.AddWeeks(-weeksBack).Key;
        var quoted = weeks.Where(row => row.Week >= first).ToList();
        var editions = await EditionsAsync(db, quoted, isPublished: report?.State is ReportState.Published, cancellationToken);
        var periods = quoted.ToDictionary(row => row.Week, Periods.Of);
        var results = new List<WeekResults>(editions.Count);
        foreach (var edition in editions)
            results.Add(new WeekResults(periods[EditionIds.WeekOf(edition)], await Editions.SnapshotsAsync(db, edition, cancellationToken)));
        var days = await db.CalendarDays.AsNoTracking().Select(day => new CalendarDay(day.Date, day.Kind, day.Name)).ToListAsync(cancellationToken);
        var duties = await DutyRows.QueryAsync(db, catalogue, week.Key, null, cancellationToken);
        var (issue, total) = Numbers(weeks);
        return new FactsData(
            catalogue,
            week,
            issue,
            total,
            report?.IssuedOn,
            installation?.FirstWeek ?? ReportingWeek.FromKey(weeks[0].Week),
            results,
            editions,
            DutyRows.Reporting(duties, new WorkCalendar(days)),
            weeks[^1].State is WeekState.Closed ? Unreviewed(duties) : [],
            installation?.IsDemonstration ?? false,
            weeks[^1].Holidays ?? "");
    }

    private static IReadOnlyList<UnreviewedForm> Unreviewed(IEnumerable<DutyRow> duties) =>
    [
        .. duties.Where(duty => duty.State is SubmissionState.Submitted).GroupBy(duty => duty.Form.Code, StringComparer.Ordinal)
            .Select(group => new UnreviewedForm(group.First().Form, [.. group.Select(duty => duty.Unit)])).OrderBy(group => group.Form.Order),
    ];

    /// <summary>The edition of each quoted week: what a published report is bound to, else the newest frozen one, else the live one.</summary>
    private static async Task<IReadOnlyList<int>> EditionsAsync(MetricsDb db, List<WeekEntity> quoted, bool isPublished, CancellationToken cancellationToken)
    {
        var week = quoted[^1].Week;
        var frozen = await Editions.FrozenAsync(db, quoted[0].Week, week, cancellationToken);
        var bound = isPublished
            ? (await db.ReportEditions.Where(row => row.ReportWeek == week).Select(row => row.EditionId).ToListAsync(cancellationToken)).ToDictionary(EditionIds.WeekOf)
            : [];
        return
        [
            .. quoted.Select(row => bound.TryGetValue(row.Week, out var id) ? id : frozen.TryGetValue(row.Week, out var edition) ? edition.Id : EditionIds.Live(row.Week)),
        ];
    }

    /// <summary>The week's numbers, or those it will get when it and the open weeks before it are closed in turn.</summary>
    private static (int Issue, int Total) Numbers(List<WeekEntity> weeks)
    {
        var week = weeks[^1];
        if (week is { Issue: { } issue, TotalIssue: { } total }) return (issue, total);
        var year = Periods.Of(week).Sunday.Year;
        var sameYear = weeks.Where(row => Periods.Of(row).Sunday.Year == year).ToList();
        return (
            (sameYear.Max(row => row.Issue) ?? 0) + sameYear.Count(row => row.Issue is null),
            (weeks.Max(row => row.TotalIssue) ?? 0) + weeks.Count(row => row.TotalIssue is null));
    }
}
