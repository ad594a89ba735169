using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Reporting.Sentences;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>事项便利度.</summary>
public static class ConvenienceTheme
{
    public static Theme Compose(ReportFacts facts)
    {
        var items = Scopes.Topic(facts, NamedCodes.ItemsTotal);
        var compression = Scopes.Topic(facts, NamedCodes.TimeLimitCompression);
        var shares = Topics(facts, NamedCodes.RunOnceShare, NamedCodes.NoVisitShare, NamedCodes.InstantShare);
        var others = Topics(facts, NamedCodes.SingleSignOnShare, NamedCodes.ElementCompleteness);
        Topic[] all = [.. compression is null ? [] : new[] { compression }, .. shares, .. others];
        var first = all.FirstOrDefault();
        var titled = Array.ConvertAll(all, topic => (topic, Title(topic)));
        var ratios = SeveralValues.CommonBasis(titled) is not null ? SeveralValues.Clause(titled).End() : Phrase.Join(
            "；",
            [
                compression is null ? Phrase.Empty : Phrase.Join("，", LatestValue.Clause(compression, Title(compression)), AgainstTarget.Clause(compression)),
                SeveralValues.Clause([.. shares.Select(topic => (topic, Title(topic)))]),
                .. others.Select(topic => LatestValue.Clause(topic, Title(topic))),
            ]).End();
        var head = Head(facts, items);
        return new Theme(
            "事项便利度",
            [
                head,
                head.IsEmpty && !ratios.IsEmpty ? Phrase.Of($"{first!.AsOf}{ratios}") : ratios,
                .. all.Select(topic => ProvincialDifference.Sentence(topic)),
                .. all.Select(topic => AgainstBaseline.Sentence(topic).IfRoom()),
                Missing(facts, items ?? first),
            ]);

        string Title(Topic topic) => topic == first || topic.Unit != first!.Unit ? topic.Title : topic.Name;
    }

    /// <summary>截至9月27日，市级46家单位的1344个政务服务事项，除因场地要求等特殊原因外，全部进驻实体大厅。</summary>
    private static Phrase Head(ReportFacts facts, Topic? items)
    {
        if (items is null) return Phrase.Empty;
        var units = items.Now.Coverage.Reported + items.Now.Coverage.Carried;
        var reported = items.IsWhole ? "" : items.Now.Coverage.HasCarried ? "有数据的" : "已报送的";
        var who = Phrase.Of($"{items.AsOf}{items.Scope}{reported}{items.Count(units)}家单位");
        var settled = Settled(items, Topic.Find(facts, NamedCodes.HallSettledRate, items.Unit));
        return settled.IsEmpty
            ? Phrase.Of($"{who}共有政务服务事项{items.Count((long)items.Shown)}个。")
            : Phrase.Of($"{who}的{items.Count((long)items.Shown)}个政务服务事项，{settled}。");
    }

    private static Phrase Settled(Topic items, Topic? hall)
    {
        if (hall is not { IsWhole: true, Now: { Numerator: { } settled, Denominator: { } required } }) return Phrase.Empty;
        if (settled < required) return Phrase.Of($"应进驻实体大厅{hall.Count(required)}个，已进驻{hall.Count(settled)}个，{Shortfall.Clause(hall, "个", "未进驻")}");
        return required < (long)items.Shown ? Phrase.Of($"除因场地要求等特殊原因外，全部进驻实体大厅") : Phrase.Of($"全部进驻实体大厅");
    }

    /// <summary>Departments whose earlier figures stand in, or that are left out; the counties have their own section.</summary>
    private static Phrase Missing(ReportFacts facts, Topic? topic)
    {
        if (topic is null || topic.Unit == facts.Catalogue.City || topic.Now.Coverage.IsReported) return Phrase.Empty;
        var behind = AskedUnits.Behind(facts.Catalogue, facts.Current, topic.Now);
        var left = behind.LeftOut.Count == 0 ? Phrase.Empty : Phrase.Of($"{topic.Scope}合计数不含{Naming.Units(behind.LeftOut, topic.Link)}");
        return Phrase.Join("；", CarriedUnits.Clause(topic.Unit, behind.Carried, null, topic.Link), left).End();
    }

    private static List<Topic> Topics(ReportFacts facts, params string[] codes) =>
        [.. codes.Select(code => Scopes.Topic(facts, code)).OfType<Topic>()];
}
