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
        var values = several.Select(one => Phrase.Of($"{one.Title}{one.Topic.Value}"));
        if (CommonBasis(several) is { } basis) return Phrase.Of($"{basis}计算，{Phrase.Join("，", values)}，均与上周不可比");
        if (several is [_, _, ..] && several.All(one => IsPlain(one.Topic)))
        {
            var changes = several.Select(one => Comparison.Comparable(one.Topic)).ToList();
            if (changes.TrueForAll(one => one is null)) return Phrase.Join("，", values);
            if (changes.Select(one => (one?.Whole, one?.Units)).Distinct().ToList() is [_])
            {
                var over = changes is [{ } change, ..] ? Comparison.Basis(several.Select(one => one.Topic).First(), change) : Phrase.Empty;
                if (changes.TrueForAll(one => one is { IsFlat: true, IsExactlyZero: true }))
                    return Phrase.Of($"{Phrase.Join("、", values)}，{over}均与上周持平");
                if (changes.TrueForAll(one => one is { IsFlat: false }) && CommonVerb(several) is { } verb)
                    return Phrase.Of($"{Phrase.Join("，", values)}，{over}较上周分别{verb}{Phrase.Join("、", several.Select(Points))}百分点");
            }
        }

        return Phrase.Join("；", several.Select(one => LatestValue.Clause(one.Topic, one.Title)));
    }

    /// <summary>What the values were summed over, where units are left out of all of them alike; null otherwise.</summary>
    public static Phrase? CommonBasis(IReadOnlyList<(Topic Topic, string Title)> several) =>
        several is [_, _, ..]
        && several.All(one => one.Topic is { IsWhole: false, Bound: null } && one.Topic.Indicator.IsPercentage)
        && several.Select(one => LeftOutUnits.Basis(one.Topic)).DistinctBy(basis => basis.Text).ToList() is [var basis]
            ? basis
            : null;

    private static bool IsPlain(Topic topic) => topic is { IsWhole: true, IsAllCarried: false, Bound: null } && !FirstTime.Holds(topic);

    private static string? CommonVerb(IReadOnlyList<(Topic Topic, string Title)> several) =>
        several.All(one => one.Topic.Indicator.IsPercentage)
        && several.Select(one => (one.Topic.Indicator.Direction, Verb: Verbs.Moves(one.Topic.Indicator, one.Topic.Now.Change!.Rises))).Distinct().ToList() is [var common]
            ? common.Verb
            : null;

    private static Phrase Points((Topic Topic, string Title) one) =>
        Phrase.Of($"{new Number(FigureText.PointsAlone(one.Topic.Now.Change!.Amount), one.Topic.Link)}个");
}
