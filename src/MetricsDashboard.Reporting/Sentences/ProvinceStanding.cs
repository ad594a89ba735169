using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Situations 18 to 21: the published rank in the province. Words such as 全省前三位 never come here.</summary>
public static class ProvinceStanding
{
    /// <summary>全省排名第6位，较上周上升2位; 继续排名全省第一，已连续3周保持首位. Empty where no rank is published for the week.</summary>
    public static Phrase Clause(Topic topic)
    {
        if (topic.Published.RankOf(topic.Facts.Period) is not { } now) return Phrase.Empty;
        var rank = Rank(topic, now);
        if (topic.Published.RankOf(topic.Facts.PreviousPeriod) is not { } before || topic.Facts.Week == topic.Facts.FirstWeek) return rank;
        if (now == before) return IsFirst(now) ? Staying(topic, rank) : Phrase.Of($"{rank}，与上周持平");
        var smaller = now > before && Verbs.IsBetter(Comparison.Comparable(topic), topic.Indicator) is true ? "，改善幅度小于其他省辖市" : "";
        return Phrase.Of($"{rank}，较上周{Movement(topic, before, now)}{smaller}");
    }

    /// <summary>截至编发时，省级尚未公布本周排名，最近一次（9月20日）全省排名第9位。 Empty where the week's rank is known, or none ever was.</summary>
    public static Phrase NotYetPublished(Topic topic)
    {
        if (topic.Published.RankOf(topic.Facts.Period) is not null) return Phrase.Empty;
        return topic.Published.LastRankBefore(topic.Facts.Week, topic.Facts.FirstWeek) is { } last
            ? Phrase.Of($"截至编发时，省级尚未公布本周排名，最近一次（{WeekText.Day(last.AsOf)}）{Rank(topic, last.Rank)}。")
            : Phrase.Empty;
    }

    /// <summary>全省排名第9位; the first place in words: 排名全省第一.</summary>
    public static Phrase Rank(Topic topic, int rank) => IsFirst(rank)
        ? Phrase.Of($"排名全省{new Number($"第{ChineseNumerals.Text(rank)}", topic.Link)}")
        : Phrase.Of($"全省排名{topic.Place(rank)}");

    /// <summary>上升6位, 下降2位: a smaller rank is better.</summary>
    public static Phrase Movement(Topic topic, int before, int now) =>
        Phrase.Of($"{(now < before ? "上升" : "下降")}{topic.Count(Math.Abs(Ranking.Movement(before, now).GetValueOrDefault()))}位");

    private static Phrase Staying(Topic topic, Phrase rank)
    {
        var weeks = topic.Published.TimesFirst([.. topic.Facts.Weeks.Select(week => week.Period)], topic.Facts.FirstWeek);
        return weeks >= Thresholds.LastingWeeks
            ? Phrase.Of($"继续{rank}，已连续{topic.Count(weeks)}周保持首位")
            : Phrase.Of($"继续{rank}");
    }

    private static bool IsFirst(int rank) => rank == Ranking.First;
}
