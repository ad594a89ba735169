using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>A value of which only a bound was published: it is copied as a bound and never subtracted from.</summary>
public static class PublishedBound
{
    /// <summary>事项要素完整率保持在99%以上; 达到 where the week before was outside the bound.</summary>
    public static Phrase Clause(Topic topic, string title, PublishedFigure bound) =>
        Phrase.Of($"{title}{(HeldBefore(topic, bound) ? "保持在" : "达到")}{topic.Of(bound.Value.GetValueOrDefault())}{Word(bound)}");

    /// <summary>以上, 以内; empty for an exact value.</summary>
    public static string Word(PublishedFigure figure) => figure.Bound switch
    {
        Bound.AtLeast => "以上",
        Bound.AtMost => "以内",
        _ => "",
    };

    private static bool HeldBefore(Topic topic, PublishedFigure bound)
    {
        var before = topic.Published.ValueOf(topic.Facts.PreviousPeriod)?.Value ?? topic.Before?.Value;
        return before is null || (bound.Bound is Bound.AtLeast ? before >= bound.Value : before <= bound.Value);
    }
}
