using MetricsDashboard.Domain.Catalogue;

namespace MetricsDashboard.Storage.Tests.Worlds;

internal static class TestCatalogues
{
    /// <summary>The root of the repository, wherever the tests run from.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The catalogue that the product ships with, the demonstration's units included.</summary>
    public static Catalogue Seed { get; } = Read(new CatalogueTables(
        [File("units.csv"), File("demo-townships.csv")], File("elements.csv"), File("forms.csv"), File("indicators.csv"), File("targets.csv"), File("published-figures.csv")));

    /// <summary>Three counties, one of them with two townships, and one department; an element of every kind.</summary>
    public static Catalogue Small { get; } = Read(new CatalogueTables(
        [
            CsvRows.Table("units.csv", """
                code,name,short_name,kind,parent,order,ranking_group,included,active
                city,试验市,全市,City,,0,,,yes
                hall,试验市本级,市级,Municipal,city,1,,,yes
                dept,试验市某局,某局,Department,hall,2,市直部门,,yes
                east,东县,东县,County,city,10,县,yes,yes
                west,西县,西县,County,city,11,县,yes,yes
                north,北县,北县,County,city,12,县,yes,yes
                e1,东一乡,东一乡,Township,east,100,,,yes
                e2,东二乡,东二乡,Township,east,101,,,yes
                w1,西一乡,西一乡,Township,west,102,,,yes
                n1,北一乡,北一乡,Township,north,103,,,yes
                """),
        ],
        CsvRows.Table("elements.csv", """
            code,name,measure,nature,form,observed_at,max_element,roll_up,range,optional,when_missing
            total,总数,项,stock,items,County|Department,,sum,,,carry
            done,已办数,项,stock,items,County|Department,total,sum,,,carry
            seen,来访数,人次,flow,items,County|Department,,sum,,yes,leave
            users,用户数,人,cumulative,users,County,,sum,,,carry
            villages,村数,个,stock,rural,Township,,sum,,,carry
            covered,已覆盖村数,个,stock,rural,Township,villages,sum,,,carry
            expected,应报,次,flow,,System,,sum,,,leave
            duties_expected,应报送次数,次,flow,,System,,sum,,,leave
            duties_on_time,按时报送次数,次,flow,,System,duties_expected,sum,,,leave
            """),
        CsvRows.Table("forms.csv", """
            code,name,asked_of,supplied_by,rows,note
            items,事项表,County|Department,unit,None,
            users,用户表,County,city,None,
            rural,乡村表,County,unit,Township,
            words,文字表,County,unit,None,没有数字
            """),
        CsvRows.Table("indicators.csv", """
            code,internal_no,name,kind,numerator,denominator,unit,decimals,text_style,direction,in_report,min_base,valid_from
            done-rate,A1,办结率,computed,done,total,%,2,trim,higher,yes,,
            open-items,A2,未办数,computed,total - done,,项,0,fixed,lower,yes,,
            visits,A3,来访数,computed,seen,,人次,0,fixed,none,yes,,
            user-growth,A4,用户增长率,computed,growth(users),,%,2,fixed,higher,yes,,
            coverage,A5,覆盖率,computed,covered,villages,%,2,trim,higher,yes,,
            on-time,A6,按时报送率,computed,duties_on_time,duties_expected,%,2,trim,higher,yes,,
            told,A7,公布数,published,,,%,2,fixed,higher,yes,,
            """),
        CsvRows.Table("targets.csv", """
            indicator,unit,valid_from,valid_to,target,yellow_limit,document
            done-rate,city,2020-W30,,90.00,80.00,试验目标
            """),
        CsvRows.Table("published-figures.csv", """
            indicator,unit,period_kind,period,value,bound,province_rank,rank_text,baseline,label,document
            told,city,month,2020-06,36.15,=,15,,yes,6月,
            """)));

    private static CatalogueTable File(string name) => CsvRows.Table(name, System.IO.File.ReadAllText(Path.Combine(Root, "db", "seed", name)));

    private static Catalogue Read(CatalogueTables tables)
    {
        var reading = CatalogueReading.Read(tables, demonstration: true);
        return reading.Catalogue ?? throw new InvalidDataException(string.Join('\n', reading.Faults));
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(folder, "MetricsDashboard.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The solution is not above the tests.");
        return folder;
    }
}
