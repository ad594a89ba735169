namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Situation 26: a stock of cards that came to nothing.</summary>
public static class Cleared
{
    /// <summary>本周庚区无新增红牌办件，原有2件全部消除，首次实现红牌清零。 Empty where it was not cleared this week.</summary>
    /// <param name="stock">The standing cards of a unit.</param>
    /// <param name="things">What was standing: 红牌办件.</param>
    /// <param name="card">What came to nothing: 红牌.</param>
    /// <param name="noneAdded">Is it known that none was added in the week?</param>
    public static Phrase Sentence(Topic stock, string things, string card, bool noneAdded)
    {
        if (stock.Shown != decimal.Zero || !stock.Now.Coverage.IsReported) return Phrase.Empty;
        if (stock.Before is not { Value: { } before, Coverage.IsReported: true } || before == decimal.Zero) return Phrase.Empty;
        var first = IsFirst(stock) ? "首次" : "";
        return noneAdded
            ? Phrase.Of($"本周{stock.Scope}无新增{things}，原有{stock.Of(before)}全部消除，{first}实现{card}清零。")
            : Phrase.Of($"{stock.AsOf}{stock.Scope}原有{stock.Of(before)}{things}全部消除，{first}实现{card}清零。");
    }

    /// <summary>Every week since the first of all is known, and none had nothing.</summary>
    private static bool IsFirst(Topic stock)
    {
        var earlier = stock.Facts.Weeks.Where(week => week.Week < stock.Facts.Week).ToList();
        return earlier.Count == stock.Facts.Week.WeeksSince(stock.Facts.FirstWeek)
            && earlier.TrueForAll(week => week.Find(stock.Indicator.Code, stock.Unit.Code) is { Coverage.IsReported: true, Value: { } value } && value > decimal.Zero);
    }
}
