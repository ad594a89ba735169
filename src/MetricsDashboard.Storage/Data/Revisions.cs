using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Data;

/// <summary>A value that is to be observed.</summary>
internal sealed record NewValue(string Element, string Unit, long Value, Guid? SubmissionId = null, string? Sheet = null, string? Cell = null, Guid? RunId = null);

/// <summary>Observations only ever grow: a value that is not the newest one yet becomes a further revision (rule 6).</summary>
internal static class Revisions
{
    public static async Task AppendAsync(
        MetricsDatabase database,
        MetricsDb db,
        int week,
        Origin origin,
        IReadOnlyCollection<NewValue> values,
        Actor actor,
        DateTimeOffset now,
        CancellationToken cancellationToken,
        string? reason = null)
    {
        var known = (await db.Observations.Where(row => row.Week == week && row.Origin == origin)
                .Select(row => new { row.Element, row.Unit, row.Revision, row.Value }).ToListAsync(cancellationToken))
            .GroupBy(row => (row.Element, row.Unit))
            .ToDictionary(group => group.Key, group => group.MaxBy(row => row.Revision)!);
        var rows = new List<ObservationEntity>(values.Count);
        foreach (var value in values)
        {
            var last = known.GetValueOrDefault((value.Element, value.Unit));
            if (last is not null && last.Value == value.Value) continue;
            rows.Add(new ObservationEntity
            {
                Week = week,
                Element = value.Element,
                Unit = value.Unit,
                Origin = origin,
                Revision = (last?.Revision ?? 0) + 1,
                Value = value.Value,
                SubmissionId = value.SubmissionId,
                RunId = value.RunId,
                Sheet = value.Sheet,
                Cell = value.Cell,
                RecordedAt = now,
                RecordedBy = actor.Name,
                Reason = last is null ? null : reason ?? "重新统计",
            });
        }

        await database.InsertAsync(db, rows, cancellationToken);
    }
}
