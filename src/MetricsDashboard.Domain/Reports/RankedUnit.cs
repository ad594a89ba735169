using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;

namespace MetricsDashboard.Domain.Reports;

/// <summary>A unit in a ranking.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Rank">Its rank, from 1; equal values share one.</param>
/// <param name="Result">Its result.</param>
public sealed record RankedUnit(Unit Unit, int Rank, Snapshot Result)
{
    /// <summary>The ranked units of a group, best first; equal ranks in the order of documents. Units that stand apart are not in it.</summary>
    public static IReadOnlyList<RankedUnit> In(Catalogue.Catalogue catalogue, WeekResults results, string indicator, string group) =>
    [
        .. catalogue.Units.Where(unit => unit.RankingGroup == group)
            .Select(unit => (Unit: unit, Result: results.Find(indicator, unit.Code)))
            .Where(entry => entry.Result?.Rank is not null)
            .Select(entry => new RankedUnit(entry.Unit, entry.Result!.Rank!.Value, entry.Result))
            .OrderBy(entry => entry.Rank),
    ];
}
