using MetricsDashboard.Domain.Indicators;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Situation 6 and its relatives: several values in one breath, with one comparison where they moved alike.</summary>
public static class SeveralValues
{
    /// <summary>
    /// 自助服务设备17台、可办理事项70项，均与上周持平; A占比99%，B占比71%，较上周分别提高0.10个、0.35个百分点; or each with its own change.
    /// </summary>
    public static Phrase Clause(IReadOnlyList<(Topic Topic, string Title)> several)
    {
        if (several is [_, _, ..] && several.All(one => IsPlain(one.Topic)))
        {
            var values = several.Select(one => Phrase.Of($"{one.Title}{one.Topic.Value}"));
            var changes = several.Select(one => Comparison.Comparable(one.Topic)).ToList();
            if (changes.TrueForAll(change => change is null)) return Phrase.Join("，", values);
            if (changes.TrueForAll(change => change is { IsFlat: true, IsExactlyZero: true, Whole: true }))
                return Phrase.Of($"{Phrase.Join("、", values)}，均与上周持平");
            if (changes.TrueForAll(change => change is { IsFlat: false, Whole: true }) && CommonVerb(several) is { } verb)
                return Phrase.Of($"{Phrase.Join("，", values)}，较上周分别{verb}{Phrase.Join("、", several.Select(Points))}百分点");
        }

        return Phrase.Join("；", several.Select(one => LatestValue.Clause(one.Topic, one.Title)));
    }

    private static bool IsPlain(Topic topic) => topic is { IsWhole: true, IsAllCarried: false, Bound: null } && !FirstTime.Holds(topic);

    private static string? CommonVerb(IReadOnlyList<(Topic Topic, string Title)> several) =>
        several.All(one => one.Topic.Indicator.IsPercentage)
        && several.Select(one => (one.Topic.Indicator.Direction, Verb: Verbs.Moves(one.Topic.Indicator, one.Topic.Now.Change!.Rises))).Distinct().ToList() is [var common]
            ? common.Verb
            : null;

    private static Phrase Points((Topic Topic, string Title) one) =>
        Phrase.Of($"{new Number(FigureText.PointsAlone(one.Topic.Now.Change!.Amount), one.Topic.Link)}个");
}
