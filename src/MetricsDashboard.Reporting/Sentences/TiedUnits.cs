namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Situations 11 and 13: equal values.</summary>
public static class TiedUnits
{
    /// <summary>丙县、丁区红牌率均为0.85%，并列第3位。</summary>
    public static Phrase Sentence(IReadOnlyList<Topic> tied) => tied is [{ Now.Rank: { } rank } first, _, ..]
        ? Phrase.Of($"{Naming.Units([.. tied.Select(topic => topic.Unit)], first.Link)}{first.ShortName}均为{first.Value}，并列{first.Place(rank)}。")
        : Phrase.Empty;

    /// <summary>各县（市、区）村级便民服务站网上可办事项均为18项，不作排名。</summary>
    /// <param name="all">One topic per unit that is ranked.</param>
    /// <param name="who">What the units are called together.</param>
    /// <param name="what">What is equal.</param>
    public static Phrase AllEqual(IReadOnlyList<Topic> all, string who, string what) =>
        all is [var first, _, ..] && all.Select(topic => topic.Shown).Distinct().ToList() is [_]
            ? Phrase.Of($"{who}{what}均为{first.Value}，不作排名。")
            : Phrase.Empty;
}
