using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Situations 14 to 17 and 32: the displayed value against its target. Without a target, or with units left out, nothing is said.</summary>
public static class AgainstTarget
{
    /// <summary>甲县法定办结时限压缩比72.40%，高于年度目标（70%）2.40个百分点，完成目标任务。</summary>
    public static Phrase Sentence(Topic topic, string title)
    {
        var clause = Clause(topic);
        return clause.IsEmpty ? clause : Phrase.Of($"{title}{topic.Value}，{clause}。");
    }

    /// <summary>The judgement alone, to follow a value.</summary>
    public static Phrase Clause(Topic topic)
    {
        if (topic.Now.Light is null || topic.Bound is not null) return Phrase.Empty;
        if (topic.Facts.Catalogue.TargetOf(topic.Indicator.Code, topic.Unit.Code, topic.Facts.Week) is not { } target) return Phrase.Empty;
        var higher = topic.Indicator.Direction is Direction.Higher;
        var goal = Phrase.Of($"{(higher ? "年度目标" : "控制目标")}（{topic.Of(target.Value)}）");
        var gap = topic.Shown - target.Value;
        if (gap == decimal.Zero) return Phrase.Of($"达到{goal}");
        var distance = topic.Difference(gap);
        return (higher, Above: gap > decimal.Zero) switch
        {
            (higher: true, Above: true) => Phrase.Of($"高于{goal}{distance}，完成目标任务"),
            (higher: true, Above: false) => Phrase.Of($"距{goal}还差{distance}"),
            (higher: false, Above: false) => Phrase.Of($"低于{goal}{distance}，达到目标要求"),
            (higher: false, Above: true) => Phrase.Of($"高于{goal}{distance}，未达到目标要求"),
        };
    }
}
