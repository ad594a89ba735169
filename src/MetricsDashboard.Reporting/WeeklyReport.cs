using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Reporting.Documents;
using MetricsDashboard.Reporting.Sections;

namespace MetricsDashboard.Reporting;

/// <summary>
/// 《提升政务服务能力工作周报》 from its facts. This is the order of the report; a section or annex is added here, and its number follows
/// from what really stands before it. The same facts give the same document.
/// </summary>
public static class WeeklyReport
{
    /// <summary>After the opening paragraph, in this order.</summary>
    private static readonly IReadOnlyList<Func<ReportFacts, Section>> Sections =
    [
        IndicatorSection.Compose,
        CountySection.Compose,
    ];

    /// <summary>附表, in this order, each given its label; null where there is no row.</summary>
    private static readonly IReadOnlyList<Func<ReportFacts, string, Annex?>> Annexes =
    [
        CityAnnex.Compose,
        CountyAnnex.Compose,
    ];

    public static ReportDocument Compose(ReportFacts facts) => PeriodWording.Apply(facts, new ReportDocument(
        MastheadSection.Compose(facts),
        facts.Letterhead.Subject,
        $"（{WeekText.FullPeriod(facts.Period)}）",
        ThreePages.Fit(LeadSection.Compose(facts), Sections.Select(compose => compose(facts))),
        Numbered(facts),
        RedCardChart.Compose(facts),
        MastheadSection.Colophon(facts),
        facts.Demonstration,
        MastheadSection.Properties(facts)));

    private static List<Annex> Numbered(ReportFacts facts)
    {
        var annexes = new List<Annex>();
        foreach (var compose in Annexes)
        {
            if (compose(facts, $"附表{annexes.Count + 1}") is { } annex) annexes.Add(annex);
        }

        return annexes;
    }
}
