using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Data;
using MetricsDashboard.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace MetricsDashboard.Storage.Stores;

/// <summary>One run of recurring work per slot of time, however many servers try.</summary>
public sealed class JobSlotStore
{
    /// <summary>No scheduler repeats a slot after so long.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(40);

    private readonly MetricsDatabase database;

    internal JobSlotStore(MetricsDatabase database) => this.database = database;

    /// <summary>True for the one who takes the slot first.</summary>
    public async Task<bool> TryTakeAsync(Actor actor, string job, string slot, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Access.RequireSystem(actor);
        var forgotten = now - Memory;
        try
        {
            return await database.WriteAsync(
                async db =>
                {
                    if (await db.JobSlots.AnyAsync(row => row.Job == job && row.Slot == slot, cancellationToken)) return false;
                    await db.JobSlots.Where(row => row.Job == job && row.TakenAt < forgotten).ExecuteDeleteAsync(cancellationToken);
                    db.JobSlots.Add(new JobSlotEntity { Job = job, Slot = slot, TakenAt = now });
                    await db.SaveChangesAsync(cancellationToken);
                    return true;
                },
                cancellationToken);
        }
        catch (DbUpdateException fault) when (UniqueKeys.Refused(fault))
        {
            return false;
        }
    }
}
