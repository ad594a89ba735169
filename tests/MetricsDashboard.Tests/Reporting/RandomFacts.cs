using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Tests.CatalogueRules;

namespace MetricsDashboard.Tests.Reporting;

/// <summary>Facts of any shape: units that never report, weeks without data, tiny and equal counts, published figures of every kind, targets met and missed.</summary>
public sealed class RandomFacts
{
    private const string UnitHeading = "code,name,short_name,kind,parent,order,ranking_group,included,active,valid_from,valid_to";
    private static readonly string[] Names = ["宝丰县", "叶县", "鲁山县", "郏县", "舞钢市", "汝州市", "新华区", "卫东区", "湛河区", "石龙区", "城乡一体化示范区", "高新区"];
    private readonly Random random;
    private readonly ReportingWeek week;
    private readonly ReportingWeek first;

    public RandomFacts(int seed)
    {
        random = new Random(seed);
        week = new ReportingWeek(2020, 28 + random.Next(25));
        first = week.AddWeeks(-random.Next(14));
    }

    public ReportFacts Facts()
    {
        var catalogue = Catalogue();
        var values = Values(catalogue);
        var start = week.AddWeeks(-random.Next(12));
        var weeks = (start < first ? first : start).To(week)
            .Where(each => each == week || random.Next(15) > 0)
            .Select(each => new WeekResults(each, WeekCalculation.Compute(catalogue, new WeekFigures(each, values), each > first ? new WeekFigures(each.Previous, values) : null)))
            .ToList();
        return new ReportFacts(
            catalogue, week, random.Next(1, 60), random.Next(1, 200), random.Next(2) == 0 ? null : week.Sunday.AddDays(2), first, weeks, Reporting(catalogue),
            new Letterhead("提升政务服务能力工作周报", "全市提升政务服务能力工作情况", "市专班", "市委、市政府主要领导", "", "", "", "", null), false);
    }

    private Catalogue Catalogue()
    {
        var counties = Names.Take(random.Next(0, Names.Length + 1)).ToList();
        var departments = random.Next(4);
        string[] units =
        [
            "410400,平顶山市,全市,City,,0,,,yes,,",
            .. random.Next(5) > 0 || departments > 0 ? new[] { "410400-M,平顶山市本级,市级,Municipal,410400,1,,,yes,," } : [],
            .. counties.Select((name, index) => $"C{index:00},{name},{name},County,410400,{10 + index},{(random.Next(6) == 0 ? "功能区" : "县（市、区）")},{(random.Next(12) == 0 ? "no" : "yes")},yes,,"),
            .. Enumerable.Range(0, departments).Select(index => $"D{index:00},市第{index}局,市某局{(char)('甲' + index)},Department,410400-M,{100 + index},市直部门,yes,yes,,"),
            .. counties.SelectMany((_, index) => Enumerable.Range(0, random.Next(3)).Select(town => $"C{index:00}T{town},示例乡镇,示例乡镇,Township,C{index:00},{1000 + town},,,yes,,")),
        ];
        var seeded = SeedFiles.Table("indicators.csv");
        var dropped = random.Next(4) == 0 ? random.Next(3, 60) : 0;
        var targets = seeded.Rows.Where(row => row["kind"] == "computed" && random.Next(8) == 0)
            .Select(row => $"{row["code"]},{Scope(units)},2019-W01,,{Value(row)},{(random.Next(2) == 0 ? "" : Value(row))},省定目标");
        var reading = CatalogueReading.Read(
            new CatalogueTables(
                [Csv.Of("units.csv", UnitHeading, units)],
                SeedFiles.Table("elements.csv"),
                SeedFiles.Table("forms.csv"),
                seeded,
                Csv.Of("targets.csv", "indicator,unit,valid_from,valid_to,target,yellow_limit,document", targets),
                Csv.Of("published-figures.csv", "indicator,unit,period_kind,period,value,bound,province_rank,rank_text,baseline,label,document,received", Published(seeded, units))),
            demonstration: true);
        var whole = reading.Catalogue ?? throw new InvalidOperationException(string.Join('\n', reading.Faults));
        return dropped == 0
            ? whole
            : new Catalogue(1, whole.Units, whole.Elements, whole.Forms, whole.Indicators.Where((indicator, index) => (index * 7 + dropped) % 5 > 1 || indicator.Code == NamedCodes.ReportingOnTimeRate), whole.Targets, whole.PublishedFigures);
    }

    private IEnumerable<string> Published(CatalogueTable indicators, string[] units)
    {
        foreach (var row in indicators.Rows.Where(_ => random.Next(5) == 0))
        {
            var month = week.Sunday.AddMonths(-1);
            var scope = Scope(units);
            yield return $"{row["code"]},{scope},month,{month.Year}-{month.Month:00},{Value(row)},=,{random.Next(1, 18)},,,,,";
            yield return $"{row["code"]},{scope},month,2020-06,{Value(row)},=,{random.Next(1, 18)},,yes,6月,,";
            if (random.Next(3) == 0) yield return $"{row["code"]},{scope},month,2020-05,,,,全省前三位,,,省某办通报（第9期）,{week}";
            for (var ago = 0; ago < 4; ago++)
            {
                if (random.Next(2) == 0) yield return $"{row["code"]},{scope},week,{week.AddWeeks(-ago)},,,{random.Next(1, 4)},,,,,";
                if (random.Next(4) == 0) yield return $"{row["code"]},{scope},week,{week.AddWeeks(-ago)},{Value(row)},{(random.Next(3) switch { 0 => "=", 1 => ">=", _ => "<=" })},,,,,,";
            }
        }
    }

    private string Scope(string[] units) => units[random.Next(Math.Min(3, units.Length))].Split(',')[0];

    private string Value(CatalogueRow indicator) => indicator["unit"] == "%" ? $"{random.Next(0, 101)}.{random.Next(0, 100):00}" : $"{random.Next(0, 300)}";

    private List<CountedValue> Values(Catalogue catalogue)
    {
        var values = new List<CountedValue>();
        var silent = catalogue.Units.Where(_ => random.Next(9) == 0).Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        var large = random.Next(3);
        foreach (var each in first.To(week))
        {
            var known = new Dictionary<(string, string), long>();
            foreach (var element in catalogue.Elements)
            {
                foreach (var unit in catalogue.ObservingUnits(element, each))
                {
                    if (silent.Contains(unit.Code) || random.Next(25) == 0) continue;
                    var limit = element.MaxElement is { } above && known.TryGetValue((above, unit.Code), out var most) ? most : element.Maximum ?? (large == 0 ? 4 : large == 1 ? 300 : 300_000);
                    var value = random.Next(4) switch { 0 => limit, 1 => Math.Max(0, limit - 1), _ => (long)(random.NextDouble() * (limit + 1)) };
                    known[(element.Code, unit.Code)] = value;
                    values.Add(new CountedValue(element.Code, unit.Code, each, value));
                }
            }
        }

        return values;
    }

    private List<UnitReporting> Reporting(Catalogue catalogue) =>
    [
        .. catalogue.Units.Where(unit => unit.Kind is UnitKind.County && catalogue.TakesPart(unit, week)).Select(unit =>
        {
            var state = random.Next(9);
            return new UnitReporting(
                unit, random.Next(20) == 0 ? 0 : 2, state == 0 ? 0 : state == 1 ? 1 : 2, state == 1 && random.Next(2) == 0 ? 1 : 0,
                random.Next(2) == 0 ? random.Next(1, 4) : null, random.Next(3) == 0 ? week.Sunday.AddDays(3) : null);
        }),
    ];
}
