using MetricsDashboard.Domain.People;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Hosting;

/// <summary>
/// What follows when thresholds or the calendar change: the cards that the system derives, and the counts of weeks that are open. Done again it
/// changes nothing, so that a broken-off change is made good by the next.
/// </summary>
public sealed class DerivedCards(CardThresholdsStore thresholds, CaseIntakeStore cases)
{
    /// <summary>Derives until nothing more is asked for. Where nothing was asked for and no card moved, nothing is counted.</summary>
    /// <returns>How many watched cases have other moments now.</returns>
    public async Task<int> RenewAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var asked = await thresholds.AskedAsync(Actor.System, cancellationToken);
        for (var moved = 0; ;)
        {
            var changed = await thresholds.DeriveAsync(Actor.System, cancellationToken);
            if (changed > 0 || asked.Count > 0) await cases.CountAsync(Actor.System, null, now, cancellationToken);
            moved += changed;
            if (asked.Count == 0) return moved;
            await thresholds.SettleAsync(Actor.System, asked, cancellationToken);

            // Somebody may have changed them again meanwhile.
            asked = await thresholds.AskedAsync(Actor.System, cancellationToken);
            if (asked.Count == 0) return moved;
        }
    }
}
