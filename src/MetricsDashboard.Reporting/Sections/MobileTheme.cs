using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Reporting.Sentences;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>移动端和自助端.</summary>
public static class MobileTheme
{
    /// <summary>The hall's proper name.</summary>
    private const string Hall = "市24小时自助政务服务大厅";

    public static Theme Compose(ReportFacts facts)
    {
        var portal = Portal(facts);
        var kiosks = Kiosks(facts);
        var asOf = (Scopes.Topic(facts, NamedCodes.KioskTerminals) ?? Scopes.Topic(facts, NamedCodes.KioskItems))?.AsOf;
        return new Theme(
            "移动端和自助端",
            [
                portal,
                .. QuotedTheme.Of(facts, NamedCodes.YushibanMonthlyGrowth),
                (portal.IsEmpty && !kiosks.IsEmpty ? Phrase.Of($"{asOf}{kiosks}") : kiosks).IfRoom(),
            ]);
    }

    /// <summary>“豫事办”平顶山分厅累计提交审核事项89项，其中重点领域67项；完成上架20项，较上周增加2项，排名全省第一。</summary>
    private static Phrase Portal(ReportFacts facts)
    {
        var submitted = Scopes.Topic(facts, NamedCodes.YushibanItemsSubmitted);
        var keyAreas = Scopes.Topic(facts, NamedCodes.YushibanKeyAreas);
        var live = Scopes.Topic(facts, NamedCodes.YushibanItemsLive);
        if ((submitted ?? live) is not { } any) return Phrase.Empty;
        var branch = $"“豫事办”{facts.Catalogue.City.Name.TrimEnd('市')}分厅";
        var sent = submitted is null
            ? Phrase.Empty
            : Phrase.Join("，", Phrase.Of($"{branch}累计提交审核事项{submitted.Value}{Carried(submitted)}"), keyAreas is null ? Phrase.Empty : Phrase.Of($"其中重点领域{keyAreas.Value}"));
        var online = live is null
            ? Phrase.Empty
            : Phrase.Join("，", LatestValue.Clause(live, $"{(submitted is null ? branch : "")}完成上架"), AgainstTarget.Clause(live), ProvinceStanding.Clause(live));
        return Phrase.Of($"{any.AsOf}{Phrase.Join("；", sent, online)}。");
    }

    /// <summary>市24小时自助政务服务大厅引入7个单位17台自助服务设备，可办理70项高频政务服务事项。</summary>
    private static Phrase Kiosks(ReportFacts facts)
    {
        var terminals = Scopes.Topic(facts, NamedCodes.KioskTerminals);
        var items = Scopes.Topic(facts, NamedCodes.KioskItems);
        if (Scopes.Topic(facts, NamedCodes.KioskDepartments) is not { } departments || terminals is null || items is null)
        {
            var some = new[] { terminals, items }.OfType<Topic>().Select(topic => (topic, Naming.Things(topic.Indicator))).ToList();
            return some.Count == 0 ? Phrase.Empty : Phrase.Of($"{Hall}{SeveralValues.Clause(some)}。");
        }

        var changes = new[] { Comparison.Comparable(terminals), Comparison.Comparable(items) };
        var compared = Array.TrueForAll(changes, change => change is { IsFlat: true, Whole: true })
            ? Phrase.Of($"均与上周持平")
            : Phrase.Join("，", Moved(terminals), Moved(items));
        return Phrase.Join(
            "，",
            Phrase.Of($"{Hall}引入{departments.Value}单位{terminals.Value}自助服务设备{Carried(terminals)}"),
            Phrase.Of($"可办理{items.Value}高频政务服务事项{Carried(items)}"),
            compared).End();
    }

    private static Phrase Moved(Topic topic) => Comparison.Comparable(topic) is { IsFlat: false }
        ? Phrase.Of($"{Naming.Things(topic.Indicator)}{Comparison.Clause(topic)}")
        : Phrase.Empty;

    private static string Carried(Topic topic) => topic.IsAllCarried ? "（沿用上周数）" : "";
}
