using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Situation 25: a holiday merged several weeks into one issue.</summary>
public static class MergedWeeks
{
    /// <summary>因国庆节、中秋节放假，第13期合并反映9月28日—10月11日两周情况，“较上期”指与第12期（9月21日—9月27日）相比。 Empty for an ordinary week.</summary>
    public static Phrase Sentence(ReportFacts facts)
    {
        if (!facts.Period.IsMerged) return Phrase.Empty;
        var why = facts.Holidays is "" ? "" : $"因{facts.Holidays}放假，";
        var merged = Phrase.Of($"{why}第{FigureText.Count(facts.Issue)}期合并反映{WeekText.Period(facts.Period)}{ChineseNumerals.Counting(facts.Period.Weeks)}周情况");
        if (facts.Previous is not { } previous) return merged.End();
        var earlier = WeekText.Issue(facts.PreviousIssue, previous.Period);
        return Phrase.Join("，", merged, Phrase.Of($"“较上期”指与{earlier}相比")).End();
    }
}
