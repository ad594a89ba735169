using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Reporting.Sentences;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>乡村覆盖.</summary>
public static class RuralTheme
{
    private const string Villages = "村（社区）";

    public static Theme Compose(ReportFacts facts)
    {
        var villages = Scopes.Topic(facts, NamedCodes.VillageCoverage);
        var items = Scopes.Topic(facts, NamedCodes.VillageOnlineItems);
        var covered = villages is null
            ? Phrase.Empty
            : Phrase.Join("，", Covered(facts), Comparison.OfNumerator(villages, Villages, "个"), villages.Now.Numerator > 0 ? Rate(villages) : Phrase.Empty);
        var online = items is null ? Phrase.Empty : Online(items);
        var said = Phrase.Join("；", covered, online);
        return new Theme("乡村覆盖", [said.IsEmpty ? said : Phrase.Of($"{(villages ?? items)!.AsOf}{said}。")]);
    }

    /// <summary>全市129个乡镇（街道）的2350个村（社区）实现政务服务乡村覆盖; the opening paragraph says it too.</summary>
    public static Phrase Covered(ReportFacts facts)
    {
        if (Scopes.Topic(facts, NamedCodes.VillageCoverage) is not { Now.Numerator: { } villages } topic) return Phrase.Empty;
        var basis = topic.IsWhole ? Phrase.Empty : Phrase.Of($"{LeftOutUnits.Basis(topic)}合计，");
        var townships = Scopes.Topic(facts, NamedCodes.TownshipCoverage) is { Now.Numerator: > 0 and var count } around
            ? Phrase.Of($"{around.Count(count)}个乡镇（街道）的")
            : Phrase.Empty;
        var carried = topic.IsAllCarried ? "（沿用上周数）" : "";
        if (villages == 0) return Phrase.Of($"{basis}{topic.Scope}尚无{Villages}实现政务服务乡村覆盖{carried}");
        return Phrase.Of($"{basis}{topic.Scope}{townships}{topic.Count(villages)}个{Villages}实现政务服务乡村覆盖{carried}");
    }

    private static Phrase Rate(Topic villages)
    {
        var shortfall = Shortfall.Clause(villages, $"个{Villages}", "未覆盖");
        return shortfall.IsEmpty ? shortfall : Phrase.Of($"覆盖率{villages.Value}，{shortfall}");
    }

    private static Phrase Online(Topic items)
    {
        if (!items.IsWhole) return LatestValue.Clause(items, items.Scope + Naming.Things(items.Indicator));
        var carried = items.IsAllCarried ? "（沿用上周数）" : "";
        return Phrase.Join("，", Phrase.Of($"村级便民服务站实现{items.Count((long)items.Shown)}个事项网上可办{carried}"), Comparison.Clause(items));
    }
}
