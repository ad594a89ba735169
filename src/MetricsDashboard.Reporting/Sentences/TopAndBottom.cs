using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Situation 12: who stands first and last, with ties, also across the border of the first or last three.</summary>
public static class TopAndBottom
{
    /// <summary>红牌率由低到高，甲县、乙区位居第1位、第2位，丙县、丁区并列第3位；庚县、辛区、壬县位居后三位。</summary>
    /// <param name="ranked">Topics of the ranked units, best first.</param>
    public static Phrase Sentence(IReadOnlyList<Topic> ranked)
    {
        if (ranked is not [var first, _, ..]) return Phrase.Empty;
        var order = first.Indicator.Direction is Direction.Higher ? "由高到低" : "由低到高";
        var top = ranked.Where(topic => topic.Now.Rank <= Thresholds.Places).ToList();
        var border = ranked.TakeLast(Thresholds.Places).Min(topic => topic.Now.Rank);
        var bottom = ranked.Where(topic => topic.Now.Rank >= border).ToList();
        if (top.Count + bottom.Count > ranked.Count && IsWithoutTies(ranked))
            return Phrase.Of($"{first.ShortName}{order}依次为{Naming.Units([.. ranked.Select(topic => topic.Unit)], first.Link)}。");
        var places = top.Count + bottom.Count > ranked.Count
            ? Enumerated(ranked)
            : Phrase.Join("；", Placed(top, "前"), Placed(bottom, "后"));
        return Phrase.Of($"{first.ShortName}{order}，{places}。");
    }

    private static Phrase Placed(List<Topic> some, string end) =>
        some.Count == Thresholds.Places && IsWithoutTies(some)
            ? Phrase.Of($"{Names(some)}位居{end}{ChineseNumerals.Text(some.Count)}位")
            : Enumerated(some);

    private static bool IsWithoutTies(IReadOnlyList<Topic> some) => some.Select(topic => topic.Now.Rank).Distinct().Count() == some.Count;

    /// <summary>Ties are named as ties; neighbours without ties share a verb.</summary>
    private static Phrase Enumerated(IReadOnlyList<Topic> some)
    {
        var parts = new List<Phrase>();
        var alone = new List<Topic>();
        foreach (var group in some.GroupBy(topic => topic.Now.Rank).Select(group => group.ToList()))
        {
            if (group is [var single])
            {
                alone.Add(single);
                continue;
            }

            parts.Add(Alone(alone));
            alone = [];
            parts.Add(Phrase.Of($"{Names(group)}并列{Place(group.First())}"));
        }

        return Phrase.Join("，", [.. parts, Alone(alone)]);
    }

    private static Phrase Alone(List<Topic> some) => some is []
        ? Phrase.Empty
        : Phrase.Of($"{Names(some)}位居{Phrase.Join("、", some.Select(topic => Phrase.Of($"{Place(topic)}")))}");

    private static Number Place(Topic topic) => topic.Place(topic.Now.Rank.GetValueOrDefault());

    private static Phrase Names(List<Topic> some) => Naming.Units(some.ConvertAll(topic => topic.Unit), some.First().Link);
}
