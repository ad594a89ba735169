using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Reporting.Sentences;
using MetricsDashboard.Tests.CatalogueRules;

namespace MetricsDashboard.Tests.Reporting;

/// <summary>
/// A small city with the starting catalogue's indicators and counties of the test's own: values are reported as counts, and the results
/// are computed by the product's own calculation.
/// </summary>
public sealed class Scenario
{
    public const string City = "410400";
    public const string Own = "410400-M";
    public const string RedCards = "red_cards";
    public const string Monitored = "cases_monitored";
    private const string UnitHeading = "code,name,short_name,kind,parent,order,ranking_group,included,active,valid_from,valid_to";
    private const string PublishedHeading = "indicator,unit,period_kind,period,value,bound,province_rank,rank_text,baseline,label,document,received";
    private readonly Dictionary<(string Element, string Unit, ReportingWeek Week), long> values = [];
    private readonly List<string> units = ["410400,平顶山市,全市,City,,0,,,yes,,", "410400-M,平顶山市本级,市级,Municipal,410400,1,,,yes,,"];
    private readonly List<string> targets = [];
    private readonly List<string> published = [];
    private readonly Dictionary<string, UnitReporting> reporting = [];
    private readonly List<string> counties;

    public Scenario(params string[] counties)
    {
        this.counties = [.. counties];
        units.AddRange(counties.Select((name, index) => $"{Code(index)},{name},{name},County,{City},{10 + index},县（市、区）,yes,yes,,"));
    }

    public ReportingWeek Week { get; init; } = new(2020, 39);

    public ReportingWeek FirstWeek { get; init; } = new(2020, 28);

    public Func<CatalogueRow, CatalogueRow> Indicators { get; init; } = row => row;

    public string CodeOf(string county) => Code(counties.IndexOf(county) is >= 0 and var index ? index : throw new ArgumentException(county));

    public Scenario Unit(string row)
    {
        units.Add(row);
        return this;
    }

    /// <summary>Reports a count for a county, the city or 市级, in a week so many weeks ago.</summary>
    public Scenario Set(string unit, string element, long value, int weeksAgo = 0)
    {
        values[(element, counties.Contains(unit) ? CodeOf(unit) : unit, Week.AddWeeks(-weeksAgo))] = value;
        return this;
    }

    /// <summary>Reports numerator and denominator so that the share is this percentage, one per week, the last for the week reported on.</summary>
    public Scenario Share(string unit, string above, string below, params decimal?[] percentages)
    {
        for (var i = 0; i < percentages.Length; i++)
        {
            if (percentages[i] is not { } percentage) continue;
            Set(unit, below, 100_000, percentages.Length - 1 - i);
            Set(unit, above, (long)(percentage * 1000), percentages.Length - 1 - i);
        }

        return this;
    }

    public Scenario RedCard(string unit, params decimal?[] percentages) => Share(unit, RedCards, Monitored, percentages);

    public Scenario Target(string row)
    {
        targets.Add(row);
        return this;
    }

    public Scenario Publish(string row)
    {
        published.Add(row);
        return this;
    }

    public Scenario Reporting(string county, int expected, int onTime, int late, int? daysLate = null, DateOnly? extendedTo = null)
    {
        reporting[county] = new UnitReporting(Catalogue().Unit(CodeOf(county)), expected, onTime, late, daysLate, extendedTo);
        return this;
    }

    public Catalogue Catalogue()
    {
        var indicators = SeedFiles.Table("indicators.csv");
        var reading = CatalogueReading.Read(
            new CatalogueTables(
                [Csv.Of("units.csv", UnitHeading, units)],
                SeedFiles.Table("elements.csv"),
                SeedFiles.Table("forms.csv"),
                indicators with { Rows = [.. indicators.Rows.Select(Indicators)] },
                Csv.Of("targets.csv", "indicator,unit,valid_from,valid_to,target,yellow_limit,document", targets),
                Csv.Of("published-figures.csv", PublishedHeading, published)),
            demonstration: true);
        return reading.Catalogue ?? throw new InvalidOperationException(string.Join('\n', reading.Faults));
    }

    public ReportFacts Facts()
    {
        var catalogue = Catalogue();
        var counted = values.Select(entry => new CountedValue(entry.Key.Element, entry.Key.Unit, entry.Key.Week, entry.Value)).ToList();
        var first = counted.Select(value => value.Week).Append(Week).Min();
        var weeks = first.To(Week)
            .Select(week => new WeekResults(
                week,
                WeekCalculation.Compute(
                    catalogue,
                    new WeekFigures(week, counted),
                    week > first && week > FirstWeek ? new WeekFigures(week.Previous, counted) : null)))
            .ToList();
        return new ReportFacts(
            catalogue, Week, 12, 12, new DateOnly(2020, 9, 29), FirstWeek, weeks,
            [.. counties.Select(county => reporting.GetValueOrDefault(county) ?? new UnitReporting(catalogue.Unit(CodeOf(county)), 2, 2, 0))],
            new Letterhead("提升政务服务能力工作周报", "全市提升政务服务能力工作情况", "平顶山市提升网上政务服务能力优化营商环境工作专班", "市委、市政府主要领导", "市专班成员单位", "", "", "", null),
            Demonstration: true);
    }

    public Topic Topic(string indicator, string unit = City) => TopicOf(Facts(), indicator, unit);

    public IReadOnlyList<Topic> Ranked(string indicator)
    {
        var facts = Facts();
        return [.. RankedUnit.In(facts.Catalogue, facts.Current, indicator, "县（市、区）").Select(ranked => MetricsDashboard.Reporting.Sentences.Topic.Find(facts, indicator, ranked.Unit)!)];
    }

    private Topic TopicOf(ReportFacts facts, string indicator, string unit) =>
        MetricsDashboard.Reporting.Sentences.Topic.Find(facts, indicator, facts.Catalogue.Unit(counties.Contains(unit) ? CodeOf(unit) : unit))
        ?? throw new InvalidOperationException($"{indicator} of {unit} has no value.");

    private static string Code(int index) => $"C{index + 1:00}";
}
