using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Names as sentences need them, made of the catalogue's.</summary>
public static class Naming
{
    private const string System = "电子监察";
    private const string Counted = "数";

    /// <summary>电子监察红牌率 → 红牌率.</summary>
    public static string Brief(Indicator indicator) =>
        indicator.Name.StartsWith(System, StringComparison.Ordinal) ? indicator.Name.Substring(System.Length) : indicator.Name;

    /// <summary>What is counted: 自助服务设备数 → 自助服务设备; remarks in brackets are dropped.</summary>
    public static string Things(Indicator indicator)
    {
        var name = indicator.Name.Split('（') is [{ } head, _] && indicator.Name.EndsWith('）') ? head : indicator.Name;
        return name.EndsWith(Counted, StringComparison.Ordinal) ? name.Remove(name.Length - Counted.Length) : name;
    }

    /// <summary>甲县、乙区; a long list is cut: 甲县、乙区等8个单位.</summary>
    public static Phrase Units(IReadOnlyList<Unit> units, string? link)
    {
        var names = string.Join("、", units.Take(Thresholds.LongestList).Select(unit => unit.ShortName));
        return units.Count > Thresholds.LongestList
            ? Phrase.Of($"{names}等{new Number(FigureText.Count(units.Count), link)}个单位")
            : Phrase.Of($"{names}");
    }
}
