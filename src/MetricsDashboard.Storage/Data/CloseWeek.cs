using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Entities;
using MetricsDashboard.Storage.Stores;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>The steps of closing a week.</summary>
internal static class CloseWeek
{
    /// <summary>Results of so many earlier weeks are quoted by a week's report; a correction of them shows up in it.</summary>
    public const int WeeksQuoted = 12;

    /// <summary>Writes what the system itself observes of a week: duties expected, and met in time.</summary>
    public static async Task ObserveAsync(
        MetricsDatabase database, MetricsDb db, Catalogue catalogue, ReportingWeek week, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reporting = DutyRows.Reporting(await DutyRows.QueryAsync(db, catalogue, week.Key, null, cancellationToken), WorkCalendar.Plain).ToDictionary(unit => unit.Unit.Code, StringComparer.Ordinal);
        var values = catalogue.Elements.Where(element => element is { IsSystem: true, Code: NamedCodes.DutiesExpected or NamedCodes.DutiesOnTime })
            .SelectMany(element => catalogue.ObservingUnits(element, week).Where(unit => reporting.ContainsKey(unit.Code))
                .Select(unit => new NewValue(element.Code, unit.Code, Count(element, reporting[unit.Code]))));
        await Revisions.AppendAsync(database, db, week.Key, Origin.System, [.. values], actor, now, cancellationToken);
    }

    /// <summary>The next issue number of the year in which the period ends, and the next running number.</summary>
    public static async Task NumberAsync(MetricsDb db, WeekEntity row, ReportingPeriod period, CancellationToken cancellationToken)
    {
        var year = period.Sunday.Year;
        row.IssueYear = year;
        row.Issue = await db.Weeks.Where(other => other.IssueYear == year).MaxAsync(other => other.Issue, cancellationToken) + 1 ?? 1;
        row.TotalIssue = await db.Weeks.MaxAsync(other => other.TotalIssue, cancellationToken) + 1 ?? 1;
    }

    /// <summary>Freezes the week, and the earlier weeks that its report will quote where they were corrected since.</summary>
    public static async Task FreezeAsync(MetricsDatabase database, MetricsDb db, ReportingWeek week, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var first = week.AddWeeks(-WeeksQuoted).Key;
        var closed = await db.Weeks.Where(row => row.Week >= first && row.Week <= week.Key && row.State == WeekState.Closed).Select(row => row.Week).ToListAsync(cancellationToken);
        await Editions.FreezeAsync(database, db, closed, now, cancellationToken);
    }

    private static int Count(DataElement element, UnitReporting reporting) => element.Code == NamedCodes.DutiesExpected ? reporting.Expected : reporting.OnTime;
}
