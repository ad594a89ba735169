using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Domain.Submissions;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Configurations;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>The states of published figures, of which the last of each counts unless it withdraws the figure.</summary>
internal static class PublishedRows
{
    public static void RequireEntry(Actor actor) =>
        Access.Require(actor.IsSystem || actor.Role is Role.CityReviewer or Role.Drafter, "只有市专班审核员和市专班负责人可以录入公布值。");

    /// <summary>What is in force, each at the place of its first entry.</summary>
    public static IReadOnlyList<PublishedFigureEntity> Current(IReadOnlyCollection<PublishedFigureEntity> rows)
    {
        var byNo = rows.ToDictionary(row => row.No);
        var replaced = rows.Where(row => row.Replaces is not null).Select(row => row.Replaces!.Value).ToHashSet();
        return [.. rows.Where(row => !row.IsWithdrawn && !replaced.Contains(row.No)).OrderBy(First)];

        int First(PublishedFigureEntity row)
        {
            while (row.Replaces is { } before) row = byNo[before];
            return row.No;
        }
    }

    public static async Task<List<PublishedFigureEntity>> AllAsync(MetricsDb db, CancellationToken cancellationToken) =>
        await db.PublishedFigures.AsNoTracking().OrderBy(row => row.No).ToListAsync(cancellationToken);

    /// <summary>
    /// All weeks are told, so that open pages show the change, and whoever drafts or signs one of them comes before or after it. One writer
    /// at a time also numbers the rows, so that of two who replace the same state one is told.
    /// </summary>
    public static Task<int> LockAsync(MetricsDb db, CancellationToken cancellationToken) => MetricsDatabase.LockWeeksAsync(db, 0, int.MaxValue, cancellationToken);

    /// <summary>Was a figure that the report of a week may speak of entered, corrected or withdrawn since a moment?</summary>
    public static async Task<bool> ChangedSinceAsync(MetricsDb db, DateTimeOffset moment, ReportingWeek week, CancellationToken cancellationToken)
    {
        var changed = await db.PublishedFigures.AsNoTracking().Where(row => row.RecordedAt > moment).ToListAsync(cancellationToken);
        var before = changed.Where(row => row.Replaces is not null).Select(row => row.Replaces!.Value).ToList();
        if (before.Count > 0) changed.AddRange(await db.PublishedFigures.AsNoTracking().Where(row => EF.Parameter(before).Contains(row.No)).ToListAsync(cancellationToken));
        var last = ReportingWeek.FromKey(await db.Weeks.Where(row => row.Week == week.Key).Select(row => row.LastWeek).SingleAsync(cancellationToken));
        return changed.Exists(row => row.PeriodKind is not PeriodKind.Week || !ReportingWeek.TryParse(row.Period, out var of) || of <= last);
    }

    public static string Required(string? reason, string ask) => string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > Lengths.Reason
        ? throw new StateConflictException($"{ask}（不超过{Lengths.Reason}字）。")
        : reason.Trim();
}
