namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Situation 8: the first week of an indicator in a scope.</summary>
public static class FirstTime
{
    /// <summary>
    /// The indicator begins in this week, or no earlier week that is known has a value of it. In the very first week of all nothing can be
    /// compared, which is no property of one indicator; and a total with units left out makes no claim.
    /// </summary>
    public static bool Holds(Topic topic) =>
        topic.IsWhole
        && topic.Bound is null
        && topic.Facts.Week > topic.Facts.FirstWeek
        && (topic.Indicator.ValidFrom == topic.Facts.Week
            || (topic.Facts.Previous is not null
                && topic.Facts.Weeks.Where(week => week.Week < topic.Facts.Week).All(week => week.Find(topic.Indicator.Code, topic.Unit.Code)?.Value is null)));

    /// <summary>网上可办率自本期起纳入统计，截至9月27日为86.30%，暂无上周可比数据。</summary>
    public static Phrase Sentence(Topic topic, string title) => Clause(topic, title).End();

    /// <summary>The same, open for more to follow.</summary>
    public static Phrase Clause(Topic topic, string title) =>
        Phrase.Of($"{title}自本期起纳入统计，{topic.AsOf.TrimEnd('，')}为{topic.Value}，暂无上周可比数据");
}
