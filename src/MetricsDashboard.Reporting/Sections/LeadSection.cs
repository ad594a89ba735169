using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Reporting.Documents;
using MetricsDashboard.Reporting.Sentences;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>导语: period, judgement, the few figures that matter most. A leader may read only this.</summary>
public static class LeadSection
{
    public static Paragraph Compose(ReportFacts facts) =>
        new Theme(null, [MergedWeeks.Sentence(facts), Judgement(facts), Figures(facts), WhoIsMissing(facts), Phrase.Of($"现将有关情况报告如下。")]).Paragraph();

    private static Phrase Judgement(ReportFacts facts)
    {
        string[] focus =
        [
            .. Focus(facts, NamedCodes.RedCardRate, "消除红牌"),
            .. Focus(facts, NamedCodes.ItemsTotal, "优化事项"),
            .. Focus(facts, NamedCodes.VillageCoverage, "乡村覆盖"),
            .. Focus(facts, NamedCodes.YushibanItemsLive, "“豫事办”推广应用"),
        ];
        var named = focus is [.. var first, var last] && first.Length > 0 ? $"{string.Join("、", first)}和{last}" : string.Concat(focus);
        var work = named.Length > 0 ? Phrase.Of($"以{named}为重点，持续提升网上政务服务能力") : Phrase.Of($"持续提升网上政务服务能力");
        return Phrase.Join("，", Phrase.Of($"本周"), Phrase.Of($"市专班{work}"), Phrase.Of($"{Trend(facts)}")).End();
    }

    private static string[] Focus(ReportFacts facts, string indicator, string words) => Scopes.Topic(facts, indicator) is null ? [] : [words];

    /// <summary>Of the judged figures of the city's table, more moved for the better or for the worse; the first figure of all weighs on its own.</summary>
    private static string Trend(ReportFacts facts)
    {
        var moves = CityRow.All(facts).Where(row => row.Topic is not null)
            .Select(row => Verbs.IsBetter(Comparison.Comparable(row.Topic!), row.Indicator)).ToList();
        var better = moves.Count(move => move is true);
        var worse = moves.Count(move => move is false);
        if (moves.TrueForAll(move => move is null)) return "";
        var first = Scopes.Topic(facts, NamedCodes.RedCardRate) is { } red ? Verbs.IsBetter(Comparison.Comparable(red), red.Indicator) : null;
        if (better > worse) return first is false ? "主要指标总体平稳，红牌率有所上升" : "主要指标总体向好";
        return better == worse && first is not false ? "主要指标总体平稳" : "部分指标有所回落";
    }

    private static Phrase Figures(ReportFacts facts)
    {
        var said = Phrase.Join("；", RedCards(facts), Convenience(facts), RuralTheme.Covered(facts));
        return said.IsEmpty ? said : Phrase.Of($"截至{WeekText.Day(facts.Period.Sunday)}，{said}。");
    }

    private static Phrase RedCards(ReportFacts facts)
    {
        if (Scopes.Topic(facts, NamedCodes.RedCardRate) is not { } red) return Phrase.Empty;
        var since = AgainstBaseline.ValueClause(red);
        var value = since.IsEmpty ? LatestValue.Clause(red, red.Title) : Phrase.Of($"{red.Title}{red.Value}，{since}");
        return Phrase.Join("；", value, AgainstBaseline.RankClause(red));
    }

    private static Phrase Convenience(ReportFacts facts)
    {
        var topics = new[] { NamedCodes.RunOnceShare, NamedCodes.TimeLimitCompression }
            .Select(code => Scopes.Topic(facts, code)).OfType<Topic>().Where(topic => topic.IsWhole && topic.Bound is null).ToList();
        return Phrase.Join("，", topics.Select((topic, place) => Phrase.Of($"{(place == 0 ? topic.Title : topic.Name)}{topic.Value}")));
    }

    private static Phrase WhoIsMissing(ReportFacts facts)
    {
        var not = NotReporting.Of(facts);
        return not.Missing.Count == 0
            ? Phrase.Empty
            : Phrase.Join("，", Phrase.Of($"本周{Naming.Units(not.Missing, NotReporting.ReportingLink(facts))}未完成报送"), not.Consequence(facts, ranking: false)).End();
    }
}
