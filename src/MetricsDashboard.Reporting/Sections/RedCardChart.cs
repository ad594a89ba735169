using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Reporting.Documents;
using MetricsDashboard.Reporting.Sentences;

namespace MetricsDashboard.Reporting.Sections;

/// <summary>The one chart: the red-card rate of the last weeks with its target. A week without a whole value is a gap.</summary>
public static class RedCardChart
{
    /// <summary>Null where there is nothing to draw.</summary>
    public static Chart? Compose(ReportFacts facts)
    {
        if (facts.Catalogue.FindIndicator(NamedCodes.RedCardRate) is not { } indicator) return null;
        var city = facts.Catalogue.City;
        var first = facts.Week.AddWeeks(1 - Thresholds.ChartWeeks);
        var weeks = (first < facts.FirstWeek ? facts.FirstWeek : first).To(facts.Week).Where(week => !facts.Weeks.Any(results => results.Week != week && results.Period.Contains(week))).ToList();
        var values = weeks.ConvertAll(week => Value(facts, indicator, week));
        if (values.TrueForAll(value => value is null)) return null;
        var targets = weeks.ConvertAll(week => facts.Catalogue.TargetOf(indicator.Code, city.Code, week)?.Value);
        var measured = new ChartSeries($"{city.ShortName}{Naming.Brief(indicator)}", values);
        return new Chart(
            $"{city.ShortName}{indicator.Name}走势图",
            weeks.ConvertAll(week => WeekText.Day(Results(facts, week)?.Period.Sunday ?? week.Sunday)),
            targets.TrueForAll(target => target is null) ? [measured] : [measured, new ChartSeries("目标值", targets, LineStyle.Dashed)],
            indicator.Unit,
            indicator.Decimals,
            "数据来源：省政务服务电子监察系统");
    }

    private static decimal? Value(ReportFacts facts, Indicator indicator, ReportingWeek week) =>
        Results(facts, week)?.Find(indicator.Code, facts.Catalogue.City.Code) is { Coverage.IsWhole: true, Value: { } value }
            ? value
            : null;

    private static WeekResults? Results(ReportFacts facts, ReportingWeek week) => facts.Weeks.FirstOrDefault(results => results.Week == week);
}
