namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Situations 1, 3, 4, 5, 7: a value and its change against the week before.</summary>
public static class LatestValue
{
    /// <summary>截至9月27日，全市电子监察红牌率1.00%，较上周下降0.35个百分点。</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="title">Scope and name as the sentence has them.</param>
    /// <param name="reason">What the task force knows about the cause; null where it did not write any.</param>
    public static Phrase Sentence(Topic topic, string title, string? reason = null) =>
        Phrase.Join("，主要是", Opening(topic, title), reason is null ? Phrase.Empty : Phrase.Of($"{reason}")).End();

    /// <summary>The same, open for more to follow.</summary>
    public static Phrase Opening(Topic topic, string title) => topic switch
    {
        { Bound: not null } => Phrase.Of($"{topic.AsOf}{Clause(topic, title)}"),
        { IsWhole: false } => LeftOutUnits.Opening(topic, title),
        _ when FirstTime.Holds(topic) => FirstTime.Clause(topic, title),
        _ => Phrase.Of($"{topic.AsOf}{Clause(topic, title)}"),
    };

    /// <summary>The same inside a sentence that has said the time.</summary>
    public static Phrase Clause(Topic topic, string title) => topic switch
    {
        { Bound: { } bound } => PublishedBound.Clause(topic, title, bound),
        { IsWhole: false } => LeftOutUnits.Clause(topic, title),
        _ when FirstTime.Holds(topic) => FirstTime.Clause(topic, title),
        { IsAllCarried: true } => Phrase.Of($"{title}{topic.Value}（沿用上周数）"),
        _ => Phrase.Join("，", Phrase.Of($"{title}{topic.Value}"), Comparison.Clause(topic)),
    };
}
