using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Reporting.Sentences;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>各县（市、区）情况: who stands where, who slipped, who reported.</summary>
public static class CountySection
{
    private const string Who = "各县（市、区）";

    public static Section Compose(ReportFacts facts) => new(
        $"{Who}情况",
        [new Theme(null, [.. Standing(facts), .. Progress(facts), .. Reporting(facts)])]);

    private static IEnumerable<Phrase> Standing(ReportFacts facts)
    {
        var groups = Scopes.Counties(facts).Select(unit => unit.RankingGroup).OfType<string>().Distinct().ToList();
        var ranked = groups.SelectMany(group => Ranked(facts, NamedCodes.RedCardRate, group)).ToList();
        return [.. groups.SelectMany(group => Group(facts, group, groups.Count > 1)), LargestChange.Sentence(ranked).IfRoom(), .. Slipped(facts)];
    }

    private static IEnumerable<Phrase> Group(ReportFacts facts, string group, bool named)
    {
        var ranked = Ranked(facts, NamedCodes.RedCardRate, group);
        var equal = TiedUnits.AllEqual(ranked, named ? group : Who, ranked is [var any, ..] ? any.ShortName : "");
        if (!equal.IsEmpty) return [equal];
        var places = TopAndBottom.Sentence(ranked);
        return
        [
            named && !places.IsEmpty ? Phrase.Of($"{group}中，{places}") : places,
            .. Between(ranked).Select(tie => tie.IfRoom()),
        ];
    }

    /// <summary>Ties in the middle, which the first and last three do not name.</summary>
    private static IEnumerable<Phrase> Between(List<Topic> ranked)
    {
        if (ranked.Count <= 2 * Thresholds.Places) return [];
        var border = ranked.TakeLast(Thresholds.Places).Min(topic => topic.Now.Rank);
        return ranked.Where(topic => topic.Now.Rank > Thresholds.Places && topic.Now.Rank < border)
            .GroupBy(topic => topic.Now.Rank).Where(group => group.Count() > 1)
            .Take(1).Select(group => TiedUnits.Sentence([.. group]));
    }

    /// <summary>Units whose rate has risen for weeks, then those that rose this week, worst first; the annex has the others.</summary>
    private static IEnumerable<Phrase> Slipped(ReportFacts facts)
    {
        var worse = Scopes.Counties(facts).Select(unit => Topic.Find(facts, NamedCodes.RedCardRate, unit)).OfType<Topic>()
            .Where(topic => Verbs.IsBetter(Comparison.Comparable(topic), topic.Indicator) is false)
            .Select(topic => (Topic: topic, Streak: Streaks.Of(facts.Weeks, topic.Indicator.Code, topic.Unit.Code)))
            .ToList();
        var lasting = worse.Where(entry => entry.Streak is { Weeks: >= Thresholds.StreakWeeks }).OrderByDescending(entry => entry.Streak!.Weeks).Take(Thresholds.UnitsTold).ToList();
        var rebounds = worse.Except(lasting).OrderByDescending(entry => Math.Abs(entry.Topic.Now.Change!.Amount)).Take(Thresholds.UnitsTold - lasting.Count).ToList();
        return
        [
            .. lasting.Take(1).Select(entry => LastingMove.WithLastPlace(entry.Topic)),
            .. lasting.Skip(1).Select(entry => LastingMove.WithLastPlace(entry.Topic).IfRoom()),
            .. rebounds is [var first, ..] ? [Phrase.Of($"{first.Topic.AsOf}{Rise(first.Topic)}。")] : Array.Empty<Phrase>(),
            .. rebounds.Skip(1).Select(entry => Rise(entry.Topic).End().IfRoom()),
        ];

        static Phrase Rise(Topic topic) => LatestValue.Clause(topic, topic.Scope + topic.ShortName);
    }

    private static IEnumerable<Phrase> Progress(ReportFacts facts)
    {
        var cleared = Scopes.Counties(facts).Select(unit => Topic.Find(facts, NamedCodes.RedCardsOutstanding, unit)).OfType<Topic>()
            .Select(stock => Cleared.Sentence(stock, "红牌办件", "红牌", noneAdded: false)).Where(sentence => !sentence.IsEmpty)
            .Take(Thresholds.UnitsTold);
        var groups = Scopes.Counties(facts).Select(unit => unit.RankingGroup).OfType<string>().Distinct();
        var village = groups.Select(group => Ranked(facts, NamedCodes.VillageOnlineItems, group)).FirstOrDefault(ranked => ranked.Count == Scopes.Counties(facts).Count);
        return
        [
            .. cleared.Select(sentence => sentence.IfRoom()),
            TaskForces(facts),
            village is null ? Phrase.Empty : TiedUnits.AllEqual(village, Who, $"村级便民服务站{Naming.Things(village[0].Indicator).Replace("村级", "", StringComparison.Ordinal)}").IfRoom(),
        ];
    }

    /// <summary>截至9月27日，已成立专班的县（市、区）10个，城乡一体化示范区尚未成立专班。</summary>
    private static Phrase TaskForces(ReportFacts facts)
    {
        if (Topic.Find(facts, NamedCodes.TaskForcesEstablished, facts.Catalogue.City) is not { IsWhole: true } established) return Phrase.Empty;
        var not = Scopes.Counties(facts).Where(unit => facts.Current.Find(established.Indicator.Code, unit.Code) is { Value: 0 }).ToList();
        return not.Count == 0
            ? Phrase.Empty
            : Phrase.Of($"{established.AsOf}已成立专班的县（市、区）{established.Value}，{Naming.Units(not, established.Link)}尚未成立专班。");
    }

    private static IEnumerable<Phrase> Reporting(ReportFacts facts)
    {
        var counties = facts.Reporting.Where(reporting => reporting.Unit.Kind is UnitKind.County).ToList();
        var link = NotReporting.ReportingLink(facts);
        var discipline = ReportingDiscipline.Clause(counties, Who, WeeksOnTime(facts), link);
        return [Phrase.Join("；", discipline, NotReporting.Of(facts).Consequence(facts)).End(), WithoutBase(facts)];
    }

    /// <summary>This week from the duties themselves, the weeks before from their published share.</summary>
    private static int WeeksOnTime(ReportFacts facts) => facts.Previous is null
        ? 1
        : 1 + Streaks.Count(
            [.. facts.Weeks.SkipLast(1)],
            week => Shares(facts, week) is { Count: > 0 } shares && shares.TrueForAll(share => share is { Numerator: { } inTime, Denominator: { } due } && inTime == due));

    private static List<Snapshot> Shares(ReportFacts facts, WeekResults week) =>
        [.. Scopes.Counties(facts).Select(unit => week.Find(NamedCodes.ReportingOnTimeRate, unit.Code)).OfType<Snapshot>()];

    private static Phrase WithoutBase(ReportFacts facts)
    {
        if (facts.Catalogue.FindIndicator(NamedCodes.RedCardRate) is not { Formula.Denominator: [var below] } rate) return Phrase.Empty;
        var units = Scopes.Counties(facts).Where(unit => facts.Current.Find(rate.Code, unit.Code)?.Unranked is Unranked.NoValue).ToList();
        return ZeroBase.Sentence(units, $"{facts.Catalogue.Element(below.Element).Name}为零", Naming.Brief(rate), NotReporting.ReportingLink(facts));
    }

    private static List<Topic> Ranked(ReportFacts facts, string indicator, string group) =>
        [.. RankedUnit.In(facts.Catalogue, facts.Current, indicator, group).Select(ranked => Topic.Find(facts, indicator, ranked.Unit)).OfType<Topic>()];
}
