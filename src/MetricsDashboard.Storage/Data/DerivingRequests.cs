using MetricsDashboard.Storage.Entities;

namespace MetricsDashboard.Storage.Data;

/// <summary>
/// That cards are to be derived anew is committed together with the change that asks for it, so that no end of the process forgets it: a slot of
/// its own for each change, taken away once the cards follow.
/// </summary>
internal static class DerivingRequests
{
    public const string Job = "derive-cards";

    public static void Ask(MetricsDb db, DateTimeOffset now) => db.JobSlots.Add(new JobSlotEntity { Job = Job, Slot = Guid.NewGuid().ToString("N"), TakenAt = now });
}
