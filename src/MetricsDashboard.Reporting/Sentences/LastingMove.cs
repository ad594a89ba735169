using MetricsDashboard.Domain.Reports;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Situations 22 and 23: a value that moves the same way week after week, and a unit that stays last.</summary>
public static class LastingMove
{
    /// <summary>全市红牌率连续4周下降，由3.31%降至1.00%，累计下降2.31个百分点。 Empty for a streak too short to mention.</summary>
    public static Phrase Sentence(Topic topic) => Clause(topic).End();

    /// <summary>…；连续2周位居全市末位，已列入台账（2020-ZB-0037）。</summary>
    /// <param name="topic">The topic of a ranked unit.</param>
    /// <param name="problem">Number in the ledger; null where it is not in it.</param>
    public static Phrase WithLastPlace(Topic topic, string? problem = null)
    {
        var weeks = Streaks.LastPlace(topic.Facts.Catalogue, topic.Facts.Weeks, topic.Indicator.Code, topic.Unit.Code);
        var last = weeks >= Thresholds.LastingWeeks
            ? Phrase.Of($"连续{topic.Count(weeks)}周位居{topic.Facts.Catalogue.City.ShortName}末位")
            : Phrase.Empty;
        var listed = problem is null ? Phrase.Empty : Phrase.Of($"已列入台账（{problem}）");
        return Phrase.Join("，", Phrase.Join("；", Clause(topic), last), listed).End();
    }

    private static Phrase Clause(Topic topic)
    {
        if (Streaks.Of(topic.Facts.Weeks, topic.Indicator.Code, topic.Unit.Code) is not { Weeks: >= Thresholds.StreakWeeks } streak) return Phrase.Empty;
        var verb = Verbs.Moves(topic.Indicator, streak.Rises);
        return Phrase.Of(
            $"{topic.Scope}{topic.ShortName}连续{topic.Count(streak.Weeks)}周{verb}，由{topic.Of(streak.From)}{Verbs.GoesTo(streak.Rises)}{topic.Of(streak.To)}，累计{verb}{topic.Difference(streak.Total)}");
    }
}
