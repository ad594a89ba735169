using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Reports;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>A ranked unit.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Rank">1, 2, 2, 4.</param>
/// <param name="Value">As in a table: 1.00.</param>
/// <param name="Change">With sign: −0.35; — where nothing can be compared.</param>
/// <param name="Goodness">Whether the change is good.</param>
/// <param name="Movement">Places won or lost; null where last week has no rank.</param>
/// <param name="Light">Against the unit's own target.</param>
public sealed record RankedUnit(Unit Unit, int Rank, string Value, string Change, Goodness Goodness, int? Movement, Light? Light);

/// <summary>A unit that stands apart.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Value">Its value where it has one; — otherwise.</param>
/// <param name="Reason">未报送, 沿用上周, 样本不足, 分母为0.</param>
public sealed record UnrankedUnit(Unit Unit, string Value, string Reason);

/// <summary>The ranking of a group in a week: best first, and apart from it those that cannot be ranked (design.md rule 7).</summary>
/// <param name="Group">县（市、区）, 市直部门.</param>
/// <param name="Ranked">Best first; ties in the order of documents.</param>
/// <param name="Apart">In the order of documents.</param>
public sealed record RankingRows(string Group, IReadOnlyList<RankedUnit> Ranked, IReadOnlyList<UnrankedUnit> Apart)
{
    /// <summary>The groups that have results of an indicator, in the order of documents.</summary>
    public static IReadOnlyList<string> Groups(Catalogue catalogue, Indicator indicator, WeekResults results) =>
    [
        .. catalogue.Units
            .Where(unit => unit.RankingGroup is not null && results.Find(indicator.Code, unit.Code) is not null)
            .Select(unit => unit.RankingGroup!).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The group to begin with: the scope's own, or that of the units right below it.</summary>
    public static string? GroupOf(Catalogue catalogue, Unit scope, IReadOnlyList<string> groups)
    {
        if (scope.RankingGroup is { } own && groups.Contains(own)) return own;
        return catalogue.ChildrenOf(scope.Code).Select(unit => unit.RankingGroup).FirstOrDefault(group => group is not null && groups.Contains(group))
            ?? (groups.Count > 0 ? groups[0] : null);
    }

    public static RankingRows Of(Catalogue catalogue, Indicator indicator, string group, WeekResults current, WeekResults? previous)
    {
        var rows = catalogue.Units.Where(unit => unit.RankingGroup == group)
            .Select(unit => (Unit: unit, Snapshot: current.Find(indicator.Code, unit.Code)))
            .Where(row => row.Snapshot is not null)
            .ToList();
        return new RankingRows(
            group,
            [.. rows.Where(row => row.Snapshot!.Rank is not null).OrderBy(row => row.Snapshot!.Rank).Select(row => Ranked(row.Unit, row.Snapshot!))],
            [.. rows.Where(row => row.Snapshot!.Rank is null).Select(row => new UnrankedUnit(
                row.Unit,
                FigureText.Table(row.Snapshot!.Value, indicator),
                row.Snapshot.Unranked is { } reason ? ChangeText.Reason(reason) : ""))]);

        RankedUnit Ranked(Unit unit, Snapshot snapshot) => new(
            unit,
            snapshot.Rank!.Value,
            FigureText.Table(snapshot.Value, indicator),
            ChangeText.Signed(indicator, snapshot.Change?.Amount),
            snapshot.Change is { } change ? ChangeText.Judge(indicator, change.Amount) : Goodness.Neutral,
            Ranking.Movement(previous?.Find(indicator.Code, unit.Code)?.Rank, snapshot.Rank),
            snapshot.Light);
    }
}
