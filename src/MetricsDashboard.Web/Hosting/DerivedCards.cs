using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Hosting;

/// <summary>
/// What follows when thresholds or the calendar change: the cards that the system derives, and the counts of weeks that are open. Done again it
/// changes nothing, so that a broken-off change is made good by the next.
/// </summary>
public sealed class DerivedCards(CardThresholdsStore thresholds, CaseIntakeStore cases)
{
    /// <summary>Sets thresholds and lets the cards follow.</summary>
    /// <returns>How many watched cases have other moments now.</returns>
    public async Task<int> ChangeAsync(Actor actor, int no, CardThresholds wanted, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await thresholds.ChangeAsync(actor, no, wanted, reason, now, cancellationToken);
        return await RenewAsync(now, cancellationToken);
    }

    /// <summary>Counts only where a card moved: mostly none does.</summary>
    public async Task<int> RepairAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var changed = await thresholds.DeriveAsync(Actor.System, cancellationToken);
        if (changed > 0) await cases.CountAsync(Actor.System, null, now, cancellationToken);
        return changed;
    }

    /// <summary>After thresholds or calendar changed: derives the cards and counts the open weeks.</summary>
    public async Task<int> RenewAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var changed = await thresholds.DeriveAsync(Actor.System, cancellationToken);
        await cases.CountAsync(Actor.System, null, now, cancellationToken);
        return changed;
    }
}
