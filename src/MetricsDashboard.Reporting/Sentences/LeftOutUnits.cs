using MetricsDashboard.Domain.Reports;

namespace MetricsDashboard.Reporting.Sentences;

/// <summary>Situation 10: units without any value that may stand in. The total says over how many units it is, and is not compared.</summary>
public static class LeftOutUnits
{
    /// <summary>戊县、己区未报送，本周全市办结量按已报送的10个单位合计为8436件，与上周不可比，不作升降比较。</summary>
    public static Phrase Sentence(Topic topic, string title) => Opening(topic, title).End();

    /// <summary>The same, open for more to follow.</summary>
    public static Phrase Opening(Topic topic, string title)
    {
        var missing = AskedUnits.Behind(topic.Facts.Catalogue, topic.Facts.Current, topic.Now).LeftOut;
        var who = missing is [] ? Phrase.Empty : Phrase.Of($"{Naming.Units(missing, topic.Link)}未报送，");
        return Phrase.Of($"{who}{topic.AsOf}{Clause(topic, title)}，不作升降比较");
    }

    /// <summary>The same inside a sentence that has named the units.</summary>
    public static Phrase Clause(Topic topic, string title) =>
        Phrase.Of($"{title}{Basis(topic)}{(topic.Indicator.IsPercentage ? "计算" : "合计")}为{topic.Value}，与上周不可比");

    /// <summary>按已报送的10个单位; with units whose earlier value stands in: 按有数据的11个单位.</summary>
    public static Phrase Basis(Topic topic) => topic.Now.Coverage.HasCarried
        ? Phrase.Of($"按有数据的{topic.Count(topic.Now.Coverage.Reported + topic.Now.Coverage.Carried)}个单位")
        : Phrase.Of($"按已报送的{topic.Count(topic.Now.Coverage.Reported)}个单位");
}
