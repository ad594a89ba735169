using MetricsDashboard.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>The sources that tell of cases regularly: <see cref="SourceHabit"/>.</summary>
internal static class RegularSources
{
    /// <summary>Those that did within the days before a moment, or since.</summary>
    public static async Task<IReadOnlySet<Guid>> AtAsync(MetricsDb db, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var from = moment - SourceHabit.Memory;

        // A form's run has an upload, or broke off before it had one: then it has a file and read nothing. Rows that waited, and files that people bring, say nothing of
        // their source.
        var runs = await db.Runs.Where(run => run.StartedAt >= from && run.Trigger != RunTrigger.Terms && run.Trigger != RunTrigger.Upload && run.UploadId == null && (run.Read > 0 || run.FileName == null))
            .GroupBy(run => run.SourceId).Select(group => new { group.Key, First = group.Min(run => run.StartedAt), Last = group.Max(run => run.StartedAt) }).ToListAsync(cancellationToken);
        return runs.Where(source => SourceHabit.IsRegular(source.First, source.Last)).Select(source => source.Key).ToHashSet();
    }
}
