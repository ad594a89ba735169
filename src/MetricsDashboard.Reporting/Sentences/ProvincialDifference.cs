using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Situation 36: the province publishes another value than the task force computes. Both are said, neither is changed.</summary>
public static class ProvincialDifference
{
    /// <summary>
    /// 全市红牌率省级通报为1.02%，市专班按同期数据核算为1.00%，相差0.02个百分点，已与省级系统管理员核对，本期以省级通报为准。
    /// Empty where nothing is published for the week, where the values agree, or where units are left out.
    /// </summary>
    /// <param name="topic">The computed value.</param>
    /// <param name="settled">What was settled about it, by a person; null while nothing was.</param>
    public static Phrase Sentence(Topic topic, string? settled = null)
    {
        if (!topic.IsWhole || topic.Published.ValueOf(topic.Facts.Period) is not { Value: { } published } figure || Agrees(topic.Shown, published, figure.Bound)) return Phrase.Empty;
        var both = Phrase.Of($"{topic.Scope}{topic.ShortName}省级通报为{topic.Of(published)}{PublishedBound.Word(figure)}，市专班按同期数据核算为{topic.Value}");
        var apart = figure.Bound is Bound.Exact ? Phrase.Of($"相差{topic.Difference(published - topic.Shown)}") : Phrase.Empty;
        return Phrase.Join("，", both, apart, settled is null ? Phrase.Empty : Phrase.Of($"{settled}")).End();
    }

    private static bool Agrees(decimal computed, decimal published, Bound bound) => bound switch
    {
        Bound.AtLeast => computed >= published,
        Bound.AtMost => computed <= published,
        _ => computed == published,
    };
}
