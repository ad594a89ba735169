using MetricsDashboard.Domain.Catalogue;
using MetricsDashboard.Domain.Indicators;
using MetricsDashboard.Domain.Observations;
using MetricsDashboard.Domain.Weeks;

namespace MetricsDashboard.Tests.CatalogueRules;

/// <summary>
/// A city small enough to compute by hand: four counties (A to D; X is excluded), two departments, three townships of A and one of B.
/// Its files are text, so that a test changes one line and reads them again.
/// </summary>
public sealed record SmallCatalogue
{
    public static readonly ReportingWeek Week = new(2020, 39);

    public string Units { get; init; } = """
        code,name,short_name,kind,parent,order,ranking_group,included,active,valid_from,valid_to
        CITY,甲市,全市,City,,0,,,yes,,
        CITY-M,甲市本级,市级,Municipal,CITY,1,,,yes,,
        A,甲县,甲县,County,CITY,10,县,yes,yes,,
        B,乙县,乙县,County,CITY,11,县,yes,yes,,
        C,丙县,丙县,County,CITY,12,县,yes,yes,,
        D,丁区,丁区,County,CITY,13,县,yes,yes,,
        X,戊市,戊市,County,CITY,14,县,no,yes,,
        D1,市一局,市一局,Department,CITY-M,20,部门,yes,yes,,
        D2,市二局,市二局,Department,CITY-M,21,部门,yes,yes,,
        A1,甲县一镇,甲县一镇,Township,A,30,,yes,yes,,
        A2,甲县二镇,甲县二镇,Township,A,31,,yes,yes,,
        A3,甲县三镇,甲县三镇,Township,A,32,,yes,yes,,
        B1,乙县一镇,乙县一镇,Township,B,33,,yes,yes,,
        X1,戊市一镇,戊市一镇,Township,X,34,,yes,yes,,

        """;

    public string Forms { get; init; } = """
        code,name,asked_of,supplied_by,rows,note
        items,事项表,County|Department,unit,None,
        villages,乡村表,County,unit,Township,
        county,县表,County,city,None,
        city,市表,City,city,None,

        """;

    public string Elements { get; init; } = """
        code,name,measure,nature,form,observed_at,max_element,roll_up,range,optional,when_missing,valid_from
        all,事项数,项,stock,items,County|Department,,sum,,,carry,
        done,完成数,项,stock,items,County|Department,all,sum,,,carry,
        cases,办件数,件,flow,items,County|Department,,sum,,,leave,
        good,好评数,件,flow,items,County|Department,cases,sum,,,leave,
        covered,覆盖数,个,stock,villages,Township,,sum,,,carry,
        online,网办事项数,项,stock,villages,Township,,min,,,carry,
        users,用户数,人,cumulative,county,County,,sum,,,carry,
        live,上架数,项,stock,city,City,,none,,,carry,
        expected,应报,次,flow,,System,,sum,,,leave,
        in_time,按时,次,flow,,System,expected,sum,,,leave,

        """;

    public string Indicators { get; init; } = """
        code,internal_no,name,kind,numerator,denominator,unit,decimals,text_style,direction,in_report,min_base,valid_from
        share,T1,完成率,computed,done,all,%,2,trim,higher,yes,20,
        gap,T2,未完成率,computed,all - done,all,%,2,fixed,lower,yes,20,
        count,T3,事项数,computed,all,,项,0,fixed,none,yes,,
        good-share,T4,好评率,computed,good,cases,%,2,trim,higher,yes,,
        covered,T5,覆盖数,computed,covered,,个,0,fixed,higher,yes,,
        online,T6,网办数,computed,online,,项,0,fixed,higher,yes,,
        growth,T7,增长率,computed,growth(users),,%,2,fixed,higher,yes,,
        live,T8,上架数,computed,live,,项,0,fixed,higher,yes,,
        timely,T9,按时率,computed,in_time,expected,%,2,trim,higher,yes,,
        quoted,T10,公布数,published,,,%,2,fixed,higher,yes,,

        """;

    public string Targets { get; init; } = "indicator,unit,valid_from,valid_to,target,yellow_limit,document\n";

    public string PublishedFigures { get; init; } = "indicator,unit,period_kind,period,value,bound,province_rank,rank_text,baseline,label,document\n";

    public static Domain.Catalogue.Catalogue Default { get; } = new SmallCatalogue().Build();

    public CatalogueReading Read(bool demonstration = true) => CatalogueReading.Read(
        new CatalogueTables(
            [CsvText.Table("units.csv", Units)],
            CsvText.Table("elements.csv", Elements),
            CsvText.Table("forms.csv", Forms),
            CsvText.Table("indicators.csv", Indicators),
            CsvText.Table("targets.csv", Targets),
            CsvText.Table("published-figures.csv", PublishedFigures)),
        demonstration);

    public Domain.Catalogue.Catalogue Build() => Read().Catalogue ?? throw new InvalidOperationException(string.Join('\n', Read().Faults));

    /// <summary>One value of <see cref="Week"/>, or of so many weeks before it.</summary>
    public static CountedValue Value(string element, string unit, long value, int weeksBefore = 0) => new(element, unit, Week.AddWeeks(-weeksBefore), value);

    /// <summary>Results of <see cref="Week"/> against the week before; of two values for the same key the later one stands.</summary>
    public static IReadOnlyList<Snapshot> Compute(IEnumerable<CountedValue> values, Domain.Catalogue.Catalogue? catalogue = null, bool firstWeek = false)
    {
        var all = values.GroupBy(value => (value.Element, value.Unit, value.Week)).Select(group => group.Last()).ToList();
        return WeekCalculation.Compute(catalogue ?? Default, new WeekFigures(Week, all), firstWeek ? null : new WeekFigures(Week.Previous, all));
    }

    public static Snapshot Find(IEnumerable<Snapshot> snapshots, string indicator, string unit) =>
        snapshots.Single(snapshot => snapshot.Indicator == indicator && snapshot.Unit == unit);
}
