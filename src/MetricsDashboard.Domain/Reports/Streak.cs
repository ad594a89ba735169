namespace MetricsDashboard.Domain.Reports;

/// <summary>A value that moved the same way week after week up to the last one: 连续N周.</summary>
/// <param name="Weeks">Number of changes, at least 1.</param>
/// <param name="From">Displayed value before the first change.</param>
/// <param name="To">Displayed value now.</param>
public sealed record Streak(int Weeks, decimal From, decimal To)
{
    /// <summary>Does it rise? Whether that is good is the indicator's direction.</summary>
    public bool Rises => To > From;

    /// <summary>The whole difference of the displayed values, without sign.</summary>
    public decimal Total => Math.Abs(To - From);
}

/// <summary>
/// Streaks over consecutive weeks. A week that is missing, that was not reported in full or whose displayed value did not move ends a
/// streak: totals with units left out make no 连续 claim (design.md rule 3).
/// </summary>
public static class Streaks
{
    /// <summary>The streak that ends in the last week; null where the value did not move in it, or the move is not of the whole.</summary>
    /// <param name="weeks">Oldest first.</param>
    /// <param name="indicator">Code of the indicator.</param>
    /// <param name="unit">Code of the scope.</param>
    public static Streak? Of(IReadOnlyList<WeekResults> weeks, string indicator, string unit)
    {
        Streak? streak = null;
        for (var i = weeks.Count - 1; i > 0 && weeks[i].Period.Follows(weeks[i - 1].Period); i--)
        {
            if (weeks[i].Find(indicator, unit) is not { Change: { Whole: true } change, Coverage.IsReported: true, Value: { } value }) break;
            if (weeks[i - 1].Find(indicator, unit) is not { Coverage.IsReported: true, Value: { } before }) break;
            if (change.IsFlat || (streak is not null && streak.Rises != change.Rises)) break;
            streak = new Streak((streak?.Weeks ?? 0) + 1, before, streak?.To ?? value);
        }

        return streak;
    }

    /// <summary>In how many consecutive weeks up to the last a unit stood last of its ranking group; 0 where it does not now. Equal ranks of all have no last.</summary>
    public static int LastPlace(Catalogue.Catalogue catalogue, IReadOnlyList<WeekResults> weeks, string indicator, string unit)
    {
        var group = catalogue.Unit(unit).RankingGroup;
        return group is null ? 0 : Count(weeks, results =>
        {
            var ranked = RankedUnit.In(catalogue, results, indicator, group);
            return ranked.Count > 0 && ranked[0].Rank != ranked[^1].Rank && ranked.Any(entry => entry.Unit.Code == unit && entry.Rank == ranked[^1].Rank);
        });
    }

    /// <summary>In how many consecutive weeks up to the last something held.</summary>
    public static int Count(IReadOnlyList<WeekResults> weeks, Func<WeekResults, bool> held)
    {
        var count = 0;
        for (var i = weeks.Count - 1; i >= 0 && held(weeks[i]); i--)
        {
            if (i < weeks.Count - 1 && !weeks[i + 1].Period.Follows(weeks[i].Period)) break;
            count++;
        }

        return count;
    }
}
