using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Who improved most: 甲县较上周下降0.50个百分点，降幅最大。</summary>
public static class LargestChange
{
    /// <summary>Empty where nobody improved. Several units with the same change are named together.</summary>
    /// <param name="units">One topic per unit, all of the same indicator.</param>
    public static Phrase Sentence(IReadOnlyList<Topic> units)
    {
        var improved = units.Where(topic => Verbs.IsBetter(Comparison.Comparable(topic), topic.Indicator) is true).ToList();
        if (improved is not [var any, ..]) return Phrase.Empty;
        var largest = improved.Max(topic => Math.Abs(topic.Now.Change!.Amount));
        var most = improved.FindAll(topic => Math.Abs(topic.Now.Change!.Amount) == largest);
        var rises = any.Indicator.Direction is Direction.Higher;
        var both = most is [_] ? "" : "均";
        return Phrase.Of(
            $"{Naming.Units(most.ConvertAll(topic => topic.Unit), any.Link)}{any.ShortName}较上周{both}{Verbs.Moves(any.Indicator, rises)}{most.First().Difference(largest)}，{(rises ? "升" : "降")}幅最大。");
    }
}
