using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Published;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Web.Components.Controls;

/// <summary>What a card of the overview says, all of it taken from the same result.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Value">1.00%, 1344项.</param>
/// <param name="Marked">Carried or incomplete: the value carries a star.</param>
/// <param name="Change">较上周下降0.35个百分点; empty where nothing can be compared.</param>
/// <param name="Goodness">Whether that is good.</param>
/// <param name="Light">Against the target; null without one.</param>
/// <param name="Target">目标≤1.00%，正好达到目标; empty without one.</param>
/// <param name="TargetValue">For the sparkline.</param>
/// <param name="Places">Rank in the own group and published rank in the province, with movements.</param>
/// <param name="Baseline">较6月下降35.15个百分点; empty without one.</param>
/// <param name="Trend">The last weeks, oldest first.</param>
/// <param name="Coverage">应报12个单位，实报11个，石龙区未报送; empty where every unit reported.</param>
public sealed record CardFacts(
    Indicator Indicator,
    string Value,
    bool Marked,
    string Change,
    Goodness Goodness,
    Light? Light,
    string Target,
    decimal? TargetValue,
    IReadOnlyList<string> Places,
    string Baseline,
    IReadOnlyList<decimal?> Trend,
    string Coverage)
{
    /// <summary>The cards of a scope: indicators of the report that have a value there, by theme in the order of tables.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="current">Results of the week, of every unit.</param>
    /// <param name="previous">Results of the week before, or null.</param>
    /// <param name="history">The scope's results of the last weeks.</param>
    /// <param name="weeks">The last weeks, oldest first.</param>
    /// <param name="tables">The provincial tables in force.</param>
    public static IReadOnlyList<IGrouping<string, CardFacts>> Of(
        Catalogue catalogue,
        Unit scope,
        WeekResults current,
        WeekResults? previous,
        IEnumerable<Snapshot> history,
        IReadOnlyList<ReportingWeek> weeks,
        IReadOnlyList<ProvinceTable>? tables = null)
    {
        var known = history.Where(snapshot => snapshot.Unit == scope.Code)
            .ToDictionary(snapshot => (snapshot.Indicator, snapshot.Week), snapshot => snapshot.Value);
        return
        [
            .. catalogue.Indicators
                .Where(indicator => indicator.InReport)
                .Select(indicator => (Indicator: indicator, Snapshot: current.Find(indicator.Code, scope.Code)))
                .Where(entry => entry.Snapshot?.Value is not null)
                .Select(entry => Of(
                    catalogue, scope, entry.Indicator, entry.Snapshot!, current, previous,
                    [.. weeks.Select(week => known.GetValueOrDefault((entry.Indicator.Code, week)))], tables ?? []))
                .GroupBy(card => Theme.Of(card.Indicator)),
        ];
    }

    /// <summary>The facts of one indicator, without its trend; null where it has no value in the scope.</summary>
    public static CardFacts? Of(Catalogue catalogue, Unit scope, Indicator indicator, WeekResults current, WeekResults? previous, IReadOnlyList<ProvinceTable>? tables = null) =>
        current.Find(indicator.Code, scope.Code) is { Value: not null } snapshot ? Of(catalogue, scope, indicator, snapshot, current, previous, [], tables ?? []) : null;

    private static CardFacts Of(
        Catalogue catalogue, Unit scope, Indicator indicator, Snapshot snapshot, WeekResults current, WeekResults? previous, IReadOnlyList<decimal?> trend,
        IReadOnlyList<ProvinceTable> tables)
    {
        var value = snapshot.Value!.Value;
        var target = indicator.Direction is Direction.None ? null : catalogue.TargetOf(indicator.Code, scope.Code, current.Week);
        var behind = UnitsBehind.Of(catalogue, indicator, scope, current);
        return new CardFacts(
            indicator,
            FigureText.Sentence(value, indicator),
            !snapshot.Coverage.IsReported,
            ChangeText.AgainstLastWeek(indicator, snapshot),
            snapshot.Change is { } change ? ChangeText.Judge(indicator, change.Amount) : Goodness.Neutral,
            snapshot.Light,
            target is null ? "" : $"{ChangeText.Target(indicator, target)}，{ChangeText.Distance(indicator, value, target)}",
            target?.Value,
            [.. PlacesOf(catalogue, scope, indicator, snapshot, current.Period, previous), .. ProvinceOf(catalogue, scope, indicator, value, current, tables)],
            PublishedText.AgainstBaseline(catalogue, indicator, scope, value, current.Period),
            trend,
            behind.Sentence(snapshot.Coverage, scope));
    }

    private static IEnumerable<string> PlacesOf(Catalogue catalogue, Unit scope, Indicator indicator, Snapshot snapshot, ReportingPeriod period, WeekResults? previous)
    {
        var before = previous?.Period ?? new ReportingPeriod(period.First.Previous);
        if (snapshot.Rank is { } rank)
        {
            var movement = ChangeText.Movement(Ranking.Movement(previous?.Find(indicator.Code, scope.Code)?.Rank, rank));
            yield return $"{scope.RankingGroup}第{rank}位" + (movement.Length > 0 ? $"，较{WeekText.Last(period, before)}{movement}" : "");
        }
        else if (snapshot.Unranked is { } reason)
        {
            yield return $"不参与排名（{ChangeText.Reason(reason)}）";
        }

        var published = PublishedText.ProvinceRank(catalogue, indicator, scope, period, before);
        if (published.Length > 0) yield return published;
    }

    /// <summary>What the province published of the week: its value beside ours, and how far the next place is.</summary>
    private static IEnumerable<string> ProvinceOf(
        Catalogue catalogue, Unit scope, Indicator indicator, decimal value, WeekResults current, IReadOnlyList<ProvinceTable> tables)
    {
        var beside = PublishedText.BesideComputed(catalogue, indicator, scope, value, current.Period);
        if (beside.Length > 0) yield return beside;
        if (scope.Code != catalogue.City.Code || StandingText.TableOf(tables, indicator.Code, current.Period) is not { } table) yield break;
        var next = StandingText.ToNext(ProvinceStandings.Of(indicator, scope, table, before: null));
        if (next.Length > 0) yield return next;
    }
}
