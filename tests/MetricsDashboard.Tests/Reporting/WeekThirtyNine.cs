using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Reports;
using MetricsDashboard.Domain.Weeks;
using MetricsDashboard.Tests.CatalogueRules;

namespace MetricsDashboard.Tests.Reporting;

/// <summary>Twelve weeks of the starting catalogue whose last one meets the notice: 1.00 %, 1344 items of 46 departments, 129 townships, 2350 villages …</summary>
public sealed class WeekThirtyNine
{
    public static readonly ReportingWeek First = new(2020, 28);
    public static readonly ReportingWeek Last = new(2020, 39);
    private const string Own = "410400-M";
    private static readonly long[] RedCardsByWeek = [5100, 4200, 3300, 2500, 1900, 1300, 900, 662, 528, 386, 270, 200];
    private static readonly long[] CountyRedCards = [6, 8, 10, 11, 12, 14, 14, 16, 18, 20, 25];
    private static readonly (string County, int Townships)[] Townships =
    [
        ("410402", 13), ("410403", 12), ("410404", 4), ("410411", 10), ("410421", 13), ("410422", 18), ("410423", 24), ("410425", 15), ("410471", 2), ("410472", 4), ("410481", 14),
    ];

    private readonly Dictionary<(string Element, string Unit, ReportingWeek Week), long> values = [];
    private readonly List<UnitReporting> reporting = [];
    private readonly List<string> published = ["red-card-rate,410400,week,2020-W38,,,10,,,,,", "supervision-coverage,410400,week,2020-W38,,,8,,,,,", "yushiban-items-live,410400,week,2020-W38,,,1,,,,,"];

    public WeekThirtyNine()
    {
        Catalogue = Read();
        foreach (var week in First.To(Last)) Fill(week);
        foreach (var county in Counties) reporting.Add(new UnitReporting(county, 2, 2, 0));
    }

    public Catalogue Catalogue { get; private set; }

    public IReadOnlyList<Unit> Counties => [.. Catalogue.Units.Where(unit => unit.Kind is UnitKind.County && Catalogue.TakesPart(unit, Last))];

    public IReadOnlyList<Unit> Departments => [.. Catalogue.Units.Where(unit => unit.Kind is UnitKind.Department)];

    /// <summary>Overwrites a count.</summary>
    public WeekThirtyNine Set(string element, string unit, long value, ReportingWeek? week = null)
    {
        values[(element, unit, week ?? Last)] = value;
        return this;
    }

    /// <summary>The unit and its townships did not report the last week.</summary>
    public WeekThirtyNine Silent(string unit)
    {
        foreach (var key in values.Keys.Where(key => key.Week == Last && (key.Unit == unit || key.Unit.StartsWith(unit + "T", StringComparison.Ordinal))).ToList()) values.Remove(key);
        reporting[reporting.FindIndex(entry => entry.Unit.Code == unit)] = new UnitReporting(Catalogue.Unit(unit), 2, 0, 0);
        return this;
    }

    public WeekThirtyNine Publish(string row)
    {
        published.Add(row);
        Catalogue = Read();
        return this;
    }

    public ReportFacts Facts()
    {
        var counted = values.Select(entry => new CountedValue(entry.Key.Element, entry.Key.Unit, entry.Key.Week, entry.Value)).ToList();
        var weeks = First.To(Last).Select(week => new WeekResults(
            week,
            WeekCalculation.Compute(Catalogue, new WeekFigures(week, counted), week > First ? new WeekFigures(week.Previous, counted) : null))).ToList();
        return new ReportFacts(
            Catalogue, Last, 12, 12, new DateOnly(2020, 9, 29), First, weeks, reporting,
            new Letterhead("提升政务服务能力工作周报", "全市提升政务服务能力工作情况", "平顶山市提升网上政务服务能力优化营商环境工作专班", "市委、市政府主要领导", "市专班成员单位", "张三", "李四", "王五", 30),
            Demonstration: true);
    }

    private void Fill(ReportingWeek week)
    {
        var ago = Last.WeeksSince(week);
        Items(week, [.. Departments.Select(unit => unit.Code)], 1344, 1300, ago);
        Items(week, [.. Counties.Select(unit => unit.Code)], 9900, 9400, ago);
        Cards(week, ago);
        Rural(week, ago);
        foreach (var (element, value) in new (string, long)[]
                 {
                     ("yushiban_items_submitted", 89 - ago), ("yushiban_items_key_areas", 67 - ago), ("yushiban_items_live", 20 - 2 * Math.Min(ago, 9)),
                     ("supervision_officers_required", 11052), ("supervision_officers_registered", 11052 - 30 * ago), ("supervision_items_claimed", 1000), ("supervision_items_with_data", 689 - 7 * ago),
                 }) Set(element, "410400", value, week);
        foreach (var (element, value) in new (string, long)[] { ("kiosk_terminals", 17), ("kiosk_items", 70), ("kiosk_departments", 7) }) Set(element, Own, value, week);
        foreach (var county in Counties)
        {
            Set("task_forces_required", county.Code, 1, week);
            Set("task_forces_established", county.Code, county.ShortName == "城乡一体化示范区" ? 0 : 1, week);
            Set("yushiban_users", county.Code, 50_000 - 900 * ago + county.Order, week);
        }

        foreach (var unit in Counties.Concat(Departments))
        {
            foreach (var element in new[] { "duties_expected", "duties_on_time" }) Set(element, unit.Code, unit.Kind is UnitKind.County ? 2 : 1, week);
        }
    }

    private void Items(ReportingWeek week, IReadOnlyList<string> units, long total, long onApplication, int ago)
    {
        Spread("items_total", units, total);
        Spread("items_on_application", units, onApplication);
        Spread("items_hall_required", units, onApplication);
        Spread("items_hall_settled", units, onApplication - 4 * ago);
        Spread("items_run_once", units, onApplication * 99 / 100 - 5 * ago);
        Spread("items_no_visit", units, onApplication * 71 / 100 - 8 * ago);
        Spread("items_instant", units, onApplication * 31 / 100 - 3 * ago);
        Spread("items_online", units, onApplication * 9 / 10);
        Spread("items_with_online_address", units, 1000);
        Spread("items_single_sign_on", units, 900 - 2 * ago);
        Spread("items_elements_complete", units, total - 10 - ago);
        Spread("statutory_days", units, 40_000);
        Spread("promised_days", units, 10_000 + 60 * ago);

        void Spread(string element, IReadOnlyList<string> over, long sum)
        {
            for (var i = 0; i < over.Count; i++) Set(element, over[i], sum / over.Count + (i < sum % over.Count ? 1 : 0), week);
        }
    }

    private void Cards(ReportingWeek week, int ago)
    {
        var total = RedCardsByWeek[^(ago + 1)];
        var left = total;
        for (var i = 0; i < Counties.Count; i++)
        {
            var cards = ago == 0 ? CountyRedCards[i] : total * (i == 3 && ago == 1 ? 5 : 7) / 100;
            left -= cards;
            Put(Counties[i].Code, 1400, cards);
        }

        for (var i = 0; i < Departments.Count; i++) Put(Departments[i].Code, 100, left / 46 + (i < left % 46 ? 1 : 0));

        void Put(string unit, long monitored, long red)
        {
            Set("cases_monitored", unit, monitored, week);
            Set("red_cards", unit, red, week);
            Set("yellow_cards", unit, red + 3, week);
            Set("early_warnings", unit, red + 9, week);
        }
    }

    private void Rural(ReportingWeek week, int ago)
    {
        var codes = Townships.SelectMany(county => Enumerable.Range(1, county.Townships).Select(number => $"{county.County}T{number:00}")).ToList();
        for (var i = 0; i < codes.Count; i++)
        {
            var villages = 2350 / 129 + (i < 2350 % 129 ? 1 : 0);
            Set("townships_required", codes[i], 1, week);
            Set("townships_covered", codes[i], 1, week);
            Set("villages_required", codes[i], villages, week);
            Set("villages_covered", codes[i], villages - (i < 5 * ago ? 1 : 0), week);
            Set("village_online_items", codes[i], 18, week);
        }
    }

    private Catalogue Read()
    {
        var units = SeedFiles.Table("units.csv");
        var townships = Csv.Of(
            "townships.csv",
            "code,name,short_name,kind,parent,order,ranking_group,included,active,valid_from,valid_to",
            Townships.SelectMany(county => Enumerable.Range(1, county.Townships).Select(number => $"{county.County}T{number:00},示例乡镇,示例乡镇,Township,{county.County},{1000 + number},,,yes,,")));
        var figures = SeedFiles.Table("published-figures.csv");
        var further = Csv.Of("published-figures.csv", "indicator,unit,period_kind,period,value,bound,province_rank,rank_text,baseline,label,document,received", published);
        var reading = CatalogueReading.Read(
            new CatalogueTables(
                [units, townships],
                SeedFiles.Table("elements.csv"),
                SeedFiles.Table("forms.csv"),
                SeedFiles.Table("indicators.csv"),
                SeedFiles.Table("targets.csv"),
                figures with { Rows = [.. figures.Rows, .. further.Rows] }),
            demonstration: true);
        return reading.Catalogue ?? throw new InvalidOperationException(string.Join('\n', reading.Faults));
    }
}
