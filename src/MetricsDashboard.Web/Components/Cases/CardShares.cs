using System.Globalization;
using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Components.Cases;

/// <summary>One bar.</summary>
/// <param name="Text">Which unit, item or cause.</param>
/// <param name="Count">How many.</param>
/// <param name="Share">Of all in the same chart: 38.46%.</param>
/// <param name="Length">Of the longest, from 0 to 100.</param>
/// <param name="Address">Sets the filter to it, or takes it back.</param>
/// <param name="IsChosen">Is the filter set to it?</param>
public sealed record CardShare(string Text, int Count, string Share, decimal Length, string Address, bool IsChosen);

/// <summary>Counts broken down, largest first. Each chart shows what there is besides its own choice in the filter.</summary>
internal static class CardShares
{
    public static IReadOnlyList<CardShare> ByUnit(CaseFigures figures, RedCardsQuery query, UnitKind kind) => Of(
        figures, query, query.Filter with { Unit = null, Kind = kind }, row => row.Unit, unit => unit.ShortName, unit => query.Filter.Unit == unit.Code,
        (unit, chosen) => query.Filter with { Unit = chosen ? null : unit.Code, Kind = null }, unit => unit.Order);

    /// <summary>Where items of several codes have the same name, each bar says whose it is.</summary>
    public static IReadOnlyList<CardShare> ByItem(CaseFigures figures, RedCardsQuery query)
    {
        var filter = query.Filter with { Item = null };
        var codes = figures.Of(filter).GroupBy(row => (Code: row.ItemCode, Name: row.ItemName)).ToDictionary(group => group.Key, group => string.Join('、', group.Select(row => row.Unit.ShortName).Distinct(StringComparer.Ordinal)));
        var shared = codes.Keys.GroupBy(item => item.Name, StringComparer.Ordinal).Where(items => items.Count() > 1).Select(items => items.Key).ToHashSet(StringComparer.Ordinal);
        return Of(
            figures, query, filter, row => (Code: row.ItemCode, Name: row.ItemName), item => shared.Contains(item.Name) ? $"{item.Name}（{codes[item]}）" : item.Name,
            item => query.Filter.Item == item.Code, (item, chosen) => query.Filter with { Item = chosen ? null : item.Code }, _ => 0);
    }

    public static IReadOnlyList<CardShare> ByCause(CaseFigures figures, RedCardsQuery query) => Of(
        figures, query, query.Filter with { Cause = null, WithoutCause = false }, row => row.Cause, Cause, cause => cause is null ? query.Filter.WithoutCause : query.Filter.Cause == cause,
        (cause, chosen) => query.Filter with { Cause = chosen ? null : cause, WithoutCause = cause is null && !chosen }, cause => cause is { } known ? (int)known : int.MaxValue);

    /// <summary>All classes in their order, the empty ones too.</summary>
    public static IReadOnlyList<CardShare> ByAge(CaseFigures figures, RedCardsQuery query)
    {
        var counts = Enum.GetValues<CardAge>().Select(age => (Age: age, Count: figures.Count(query.Filter with { Age = age }))).ToList();
        var (total, most) = (counts.Sum(row => row.Count), counts.Max(row => row.Count));
        return [.. counts.Select(row => Bar(row.Age.Name(), row.Count, total, most, query, query.Filter with { Age = query.Filter.Age == row.Age ? null : row.Age }, query.Filter.Age == row.Age))];
    }

    /// <summary>系统问题, or 未注明 where nobody gives a cause.</summary>
    public static string Cause(CardCause? cause) => cause?.Name() ?? "未注明";

    /// <summary>38.46%.</summary>
    public static string Percent(int part, int whole) => new Ratio(part, whole).Percent(2) is { } percent ? percent.ToString("F2", CultureInfo.InvariantCulture) + "%" : "—";

    private static IReadOnlyList<CardShare> Of<T>(
        CaseFigures figures, RedCardsQuery query, CaseFilter filter, Func<CardCount, T> key, Func<T, string> text, Func<T, bool> isChosen, Func<T, bool, CaseFilter> narrow, Func<T, int> order)
    {
        var counts = figures.Of(filter).GroupBy(key).Select(group => (Key: group.Key, Count: group.Sum(row => row.Count)))
            .OrderByDescending(row => row.Count).ThenBy(row => order(row.Key)).ThenBy(row => text(row.Key), StringComparer.Ordinal).ToList();
        if (counts.Count == 0) return [];
        var (total, most) = (counts.Sum(row => row.Count), counts[0].Count);
        return [.. counts.Select(row => Bar(text(row.Key), row.Count, total, most, query, narrow(row.Key, isChosen(row.Key)), isChosen(row.Key)))];
    }

    private static CardShare Bar(string text, int count, int total, int most, RedCardsQuery query, CaseFilter filter, bool chosen) =>
        new(text, count, Percent(count, total), most == 0 ? 0 : Math.Round(100m * count / most, 1), query.With(filter).Address, chosen);
}
