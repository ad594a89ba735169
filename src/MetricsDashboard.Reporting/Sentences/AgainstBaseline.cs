using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Situation 2: against a published baseline 基期. The baseline is quoted; only the two displayed values are subtracted.</summary>
public static class AgainstBaseline
{
    /// <summary>与6月相比，红牌率由36.15%降至1.00%，下降35.15个百分点；全省排名由第15位升至第9位，上升6位。 Empty without a baseline.</summary>
    public static Phrase Sentence(Topic topic)
    {
        if (topic.Published.Baseline is not { } baseline) return Phrase.Empty;
        var both = Phrase.Join("；", Value(topic, baseline), Rank(topic, baseline));
        return both.IsEmpty ? both : Phrase.Of($"与{baseline.Label}相比，{both}。");
    }

    /// <summary>较6月下降35.15个百分点, for the opening paragraph.</summary>
    public static Phrase ValueClause(Topic topic)
    {
        if (topic.Published.Baseline is not { } baseline || Compared(topic, baseline) is not { } before) return Phrase.Empty;
        var difference = topic.Shown - before;
        return difference == decimal.Zero
            ? Phrase.Of($"与{baseline.Label}持平")
            : Phrase.Of($"较{baseline.Label}{Verbs.Moves(topic.Indicator, difference > decimal.Zero)}{topic.Difference(difference)}");
    }

    /// <summary>全省排名第9位，较6月上升6位, for the opening paragraph; the rank alone without a baseline.</summary>
    public static Phrase RankClause(Topic topic)
    {
        if (topic.Published.RankOf(topic.Facts.Period) is not { } now) return Phrase.Empty;
        var rank = ProvinceStanding.Rank(topic, now);
        if (topic.Published.Baseline is not { ProvinceRank: { } before, Label: { } label }) return rank;
        return now == before
            ? Phrase.Of($"{rank}，与{label}持平")
            : Phrase.Of($"{rank}，较{label}{ProvinceStanding.Movement(topic, before, now)}");
    }

    /// <summary>下降35.15个百分点，位次上升6位, for the table's column 较6月.</summary>
    public static Phrase CellText(Topic topic)
    {
        if (topic.Published.Baseline is not { } baseline) return Phrase.Empty;
        var value = Compared(topic, baseline) is not { } before ? Phrase.Empty
            : topic.Shown == before ? Phrase.Of($"持平")
            : Phrase.Of($"{Verbs.Moves(topic.Indicator, topic.Shown > before)}{topic.Difference(topic.Shown - before)}");
        var rank = baseline.ProvinceRank is not { } then || topic.Published.RankOf(topic.Facts.Period) is not { } now ? Phrase.Empty
            : now == then ? Phrase.Of($"位次持平")
            : Phrase.Of($"位次{ProvinceStanding.Movement(topic, then, now)}");
        return Phrase.Join("，", value, rank);
    }

    private static Phrase Value(Topic topic, PublishedFigure baseline)
    {
        if (Compared(topic, baseline) is not { } before) return Phrase.Empty;
        var difference = topic.Shown - before;
        if (difference == decimal.Zero) return Phrase.Of($"{topic.ShortName}持平，均为{topic.Value}");
        var rises = difference > decimal.Zero;
        return Phrase.Of($"{topic.ShortName}由{topic.Of(before)}{Verbs.GoesTo(rises)}{topic.Value}，{Verbs.Moves(topic.Indicator, rises)}{topic.Difference(difference)}");
    }

    private static Phrase Rank(Topic topic, PublishedFigure baseline)
    {
        if (baseline.ProvinceRank is not { } before || topic.Published.RankOf(topic.Facts.Period) is not { } now) return Phrase.Empty;
        return now == before
            ? Phrase.Of($"全省排名保持{topic.Place(now)}")
            : Phrase.Of($"全省排名由{topic.Place(before)}{Verbs.GoesTo(now < before)}{topic.Place(now)}，{ProvinceStanding.Movement(topic, before, now)}");
    }

    private static decimal? Compared(Topic topic, PublishedFigure baseline) =>
        topic.IsWhole && topic.Bound is null && baseline.Bound is Bound.Exact ? baseline.Value : null;
}
