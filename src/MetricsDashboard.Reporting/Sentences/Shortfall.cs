namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Situation 31: nearly all is not all. What is still missing is counted.</summary>
public static class Shortfall
{
    /// <summary>截至9月27日，全市村（社区）覆盖率99.96%，尚有1个村（社区）未覆盖。</summary>
    /// <param name="topic">A share.</param>
    /// <param name="title">Scope and name.</param>
    /// <param name="things">With the measure in front: 个村（社区）.</param>
    /// <param name="not">What they are not: 未覆盖.</param>
    public static Phrase Sentence(Topic topic, string title, string things, string not)
    {
        var clause = Clause(topic, things, not);
        return clause.IsEmpty ? clause : Phrase.Of($"{topic.AsOf}{title}{topic.Value}，{clause}。");
    }

    /// <summary>尚有1个村（社区）未覆盖; empty where all are.</summary>
    public static Phrase Clause(Topic topic, string things, string not) =>
        topic.Now is { Numerator: { } above, Denominator: { } below } && above < below
            ? Phrase.Of($"尚有{topic.Count(below - above)}{things}{not}")
            : Phrase.Empty;
}
