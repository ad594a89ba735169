using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>The change against the week before, as a clause: 较上周下降0.35个百分点, 与上周持平, 与上周基本持平.</summary>
public static class Comparison
{
    /// <summary>Empty where nothing can be compared: no week before, only a bound published, units left out, or the value itself an earlier one.</summary>
    public static Phrase Clause(Topic topic)
    {
        if (Comparable(topic) is not { } change) return Phrase.Empty;
        var basis = Basis(topic, change);
        if (change.IsFlat) return Phrase.Of($"{basis}{Flat(change)}");
        var rebound = topic.Indicator.Direction is Direction.Lower && change.Rises ? "，出现反弹" : "";
        return Phrase.Of($"{basis}较上周{Verbs.Moves(topic.Indicator, change.Rises)}{topic.Difference(change.Amount)}{rebound}");
    }

    /// <summary>The change of a count that stands above the line of a ratio: 较上周增加村（社区）5个.</summary>
    /// <param name="topic">The ratio.</param>
    /// <param name="things">What is counted.</param>
    /// <param name="measure">Its unit.</param>
    public static Phrase OfNumerator(Topic topic, string things, string measure)
    {
        if (topic is not { Now: { Numerator: { } now, Coverage.IsReported: true, Change.Whole: true }, Before: { Numerator: { } before, Coverage.IsReported: true } })
            return Phrase.Empty;
        if (now == before) return Phrase.Of($"与上周持平");
        return Phrase.Of($"较上周{(now > before ? "增加" : "减少")}{things}{topic.Count(Math.Abs(now - before))}{measure}");
    }

    /// <summary>The change that may be said of a topic; null where none may.</summary>
    public static Change? Comparable(Topic topic) => topic.Bound is null && topic.IsWhole && !topic.IsAllCarried ? topic.Now.Change : null;

    /// <summary>Says over which units a change was taken where these were not all: 按两周均报送的10个单位计算，.</summary>
    public static Phrase Basis(Topic topic, Change change) =>
        change.Whole ? Phrase.Empty : Phrase.Of($"按两周均报送的{topic.Count(change.Units)}个单位计算，");

    /// <summary>与上周持平, or 与上周基本持平 where the true values differ below the precision.</summary>
    public static string Flat(Change change) => change.IsExactlyZero ? "与上周持平" : "与上周基本持平";
}
