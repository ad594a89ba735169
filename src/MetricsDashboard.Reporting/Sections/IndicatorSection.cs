using MetricsDashboard.Domain.Reports;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>主要指标情况: one theme after the other. A theme is added here.</summary>
public static class IndicatorSection
{
    public static Section Compose(ReportFacts facts) => new(
        "主要指标情况",
        [
            RedCardTheme.Compose(facts),
            ConvenienceTheme.Compose(facts),
            RuralTheme.Compose(facts),
            MobileTheme.Compose(facts),
            SupervisionTheme.Compose(facts),
            QuotedTheme.Compose(facts),
        ]);
}
