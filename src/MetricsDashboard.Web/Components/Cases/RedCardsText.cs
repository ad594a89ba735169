using MetricsDashboard.Domain.Cases;
using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Storage.Stores;

namespace MetricsDashboard.Web.Components.Cases;

/// <summary>红牌成因 in sentences, from the same counts as its charts.</summary>
internal static class RedCardsText
{
    private const int Named = 2;

    /// <summary>截至9月27日24时，全市存量红牌26件，较上周减少4件；本周新增3件，消除7件；系统问题10件，占38.46%。</summary>
    public static string Headline(RedCardsScope scope, CaseFigures figures)
    {
        var (filter, period) = (scope.Query.Filter with { Flow = null }, scope.Week.Period);
        var (total, what) = (figures.Total, What(filter.Card));
        var (added, cleared) = (figures.Count(filter with { Flow = CardFlow.New }), figures.Count(filter with { Flow = CardFlow.Cleared }));
        var last = WeekText.Last(period, period);
        var change = total.CompareTo(figures.Before) switch { 0 => $"与{last}持平", > 0 => $"较{last}增加{total - figures.Before}件", _ => $"较{last}减少{figures.Before - total}件" };
        var (begin, asked) = ($"截至{scope.UpTo}，{scope.Name}", $"{(scope.IsNarrowed ? "符合所选条件的" : "")}存量{what}");
        var flow = $"{WeekText.This(period)}新增{added}件，消除{cleared}件";
        if (total == 0) return figures.Before + added + cleared == 0 ? $"{begin}没有{asked}。" : $"{begin}没有{asked}，{change}；{flow}。";
        var system = figures.Count(filter with { Cause = CardCause.System, WithoutCause = false });
        var cause = filter.Cause is not null || filter.WithoutCause ? "" : system == 0 ? "；没有系统问题" : $"；系统问题{system}件，占{CardShares.Percent(system, total)}";
        return $"{begin}{asked}{total}件，{change}；{flow}{cause}。{Most(scope, figures, filter)}";
    }

    /// <summary>红牌, or 预警和红黄牌.</summary>
    public static string What(Card? card) => card?.Name() ?? "红黄牌（含预警）";

    private static string Most(RedCardsScope scope, CaseFigures figures, CaseFilter filter)
    {
        var rows = figures.Of(filter).ToList();
        var parts = new List<string>();
        if (scope.Unit is null)
        {
            var kind = filter.Kind ?? (rows.Exists(row => row.Unit.Kind is UnitKind.Department) ? UnitKind.Department : UnitKind.County);
            parts.Add(First(kind is UnitKind.Department ? "市直部门中" : "县（市、区）中", rows.Where(row => row.Unit.Kind == kind), row => row.Unit.ShortName, row => row.Unit.Order));
        }

        if (filter.Item is null) parts.Add(First("事项中", rows, row => row.ItemName, _ => 0));
        var told = parts.Where(part => part.Length > 0).ToList();
        return told.Count == 0 ? "" : string.Join("；", told) + "。";
    }

    /// <summary>市直部门中市自然资源和规划局6件、市住房城乡建设局5件，为最多.</summary>
    private static string First(string of, IEnumerable<CardCount> rows, Func<CardCount, string> name, Func<CardCount, int> order)
    {
        var first = rows.GroupBy(name).Select(group => (group.Key, Count: group.Sum(row => row.Count), Order: order(group.First())))
            .OrderByDescending(row => row.Count).ThenBy(row => row.Order).ThenBy(row => row.Key, StringComparer.Ordinal).Take(Named).ToList();
        return first.Count == 0 ? "" : $"{of}{string.Join("、", first.Select(row => $"{row.Key}{row.Count}件"))}{(first.Count > 1 ? "，居前两位" : "，最多")}";
    }
}
