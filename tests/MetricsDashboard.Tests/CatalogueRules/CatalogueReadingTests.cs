using MetricsDashboard.Domain.Catalogue;
using Xunit;

namespace MetricsDashboard.Tests.CatalogueRules;

/// <summary>A whole catalogue, or every fault with its file and line.</summary>
public sealed class CatalogueReadingTests
{
    private static readonly SmallCatalogue Small = new();

    public static TheoryData<string, string, int, string> Faults => new()
    {
        // file, row added at its end, line, part of the message
        { "units", "B2,乙县二镇,乙县二镇,Township,NOWHERE,40,,yes,yes,,", 16, "上级“NOWHERE”不存在" },
        { "units", "A,重复,重复,County,CITY,40,,yes,yes,,", 16, "units.csv 第4行重复" },
        { "units", "B2,乙县二镇,乙县二镇,Township,D1,40,,yes,yes,,", 16, "不能在“D1”（Department）之下" },
        { "units", "B2,乙县二镇,乙县二镇,Township,,40,,yes,yes,,", 16, "没有上级" },
        { "units", "B2,乙县二镇,乙县二镇,Township,B2,40,,yes,yes,,", 16, "成环" },
        { "units", "CITY2,乙市,乙市,City,,40,,yes,yes,,", 16, "只能有一个 City" },
        { "units", "B2,乙县二镇,乙县二镇,Village,B,40,,yes,yes,,", 16, "kind 列“Village”应为" },
        { "units", "B2,乙县二镇,乙县二镇,Township,B,四十,,yes,yes,,", 16, "order 列“四十”不是整数" },
        { "units", "B2,乙县二镇,乙县二镇,Township,B,40,,maybe,yes,,", 16, "included 列“maybe”应为 yes 或 no" },
        { "units", "B2,乙县二镇,乙县二镇,Township,B,40,,yes,yes,2021-W53,", 16, "不是统计周" },
        { "units", ",乙县二镇,乙县二镇,Township,B,40,,yes,yes,,", 16, "code 列不能为空" },
        { "units", "B 2,乙县二镇,乙县二镇,Township,B,40,,yes,yes,,", 16, "只能用字母、数字" },
        { "forms", "items,又一张,County,unit,None,", 6, "重复" },
        { "forms", "more,又一张,Parish,unit,None,", 6, "asked_of 列“Parish”应为" },
        { "forms", "more,又一张,County,nobody,None,", 6, "supplied_by 列“nobody”应为" },
        { "elements", "more,多,项,stock,nowhere,County,,sum,,,carry,", 12, "报表“nowhere”不存在" },
        { "elements", "more,多,项,stock,items,Township,,sum,,,carry,", 12, "填报单位不一致" },
        { "elements", "more,多,项,stock,items,County|Department,nothing,sum,,,carry,", 12, "上限填报项“nothing”不存在" },
        { "elements", "more,多,项,stock,items,County|Department,users,sum,,,carry,", 12, "不是在同一类单位上填报的" },
        { "elements", "more,多,项,stock,items,County|Department,,sum,1..0,,carry,", 12, "range 列“1..0”应写作" },
        { "elements", "more,多,项,stock,,County,,sum,,,carry,", 12, "observed_at 应为 System" },
        { "elements", "more,多,项,always,items,County|Department,,sum,,,carry,", 12, "nature 列“always”应为" },
        { "elements", "more,多,文字,text,items,County|Department,,sum,,,,", 12, "roll_up 列应为空：文字填报项没有这一项" },
        { "elements", "more,多,文字,text,items,County|Department,all,,,,,", 12, "max_element 列应为空" },
        { "elements", "more,多,文字,text,items,County|Department,,,0..1,,,", 12, "range 列应为空" },
        { "elements", "more,多,文字,text,,System,,,,,,", 12, "是文字，系统不能计算" },
        { "indicators", "more,T,多,computed,nothing,,项,0,fixed,none,yes,,", 12, "公式用到不存在的填报项“nothing”" },
        { "indicators", "more,T,多,computed,(all),,项,0,fixed,none,yes,,", 12, "不能有括号" },
        { "indicators", "more,T,多,computed,all,covered,%,2,fixed,none,yes,,", 12, "不在同一类单位上填报" },
        { "indicators", "more,T,多,computed,online,covered,%,2,fixed,none,yes,,", 12, "汇总方式不同" },
        { "indicators", "more,T,多,published,all,,项,0,fixed,none,yes,,", 12, "不能有公式" },
        { "indicators", "more,T,多,guessed,all,,项,0,fixed,none,yes,,", 12, "应为 computed 或 published" },
        { "indicators", "more,T,多,computed,done,all,项,2,fixed,none,yes,,", 12, "单位须为 %" },
        { "indicators", "more,T,多,computed,done,all,%,3,fixed,none,yes,,", 12, "应为 0、1 或 2" },
        { "indicators", "share,T,多,computed,done,all,%,2,fixed,none,yes,,", 12, "重复" },
        { "targets", "nothing,CITY,2020-W01,,1,2,文件", 2, "指标“nothing”不存在" },
        { "targets", "share,NOWHERE,2020-W01,,1,2,文件", 2, "单位“NOWHERE”不存在" },
        { "targets", "share,CITY,,,1,2,文件", 2, "valid_from 列不能为空" },
        { "targets", "share,CITY,2020-W01,,,2,文件", 2, "target 列不能为空" },
        { "targets", "share,CITY,2020-W01,,1,2,", 2, "document 列不能为空" },
        { "published", "share,CITY,week,2020-39,1,=,,,,,", 2, "不是统计周" },
        { "published", "share,CITY,month,2020-13,1,=,,,,,", 2, "不是年月" },
        { "published", "share,CITY,date,2020-02-30,1,=,,,,,", 2, "不是日期" },
        { "published", "share,CITY,week,2020-W39,1,~,,,,,", 2, "bound 列“~”应为" },
        { "published", "share,CITY,week,2020-W39,,,,,,,", 2, "至少填一项" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Read_OneWrongRow_IsOneFaultWithItsLine(string file, string row, int line, string message)
    {
        var reading = With(file, row).Read();

        Assert.Null(reading.Catalogue);
        var fault = Assert.Single(reading.Faults);
        Assert.Equal(line, fault.Line);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0,", "change_percent 列“0”应大于0")]
    [InlineData("many,", "change_percent 列“many”不是数字")]
    [InlineData(",-1", "change_floor 列“-1”不能小于0")]
    [InlineData("-,5", "change_percent 列为 - 时，change_floor 列应为空")]
    public void Read_WrongThreshold_IsAFault(string columns, string message)
    {
        var elements = "code,name,measure,nature,form,observed_at,max_element,roll_up,range,optional,when_missing,valid_from,change_percent,change_floor\n"
            + string.Concat(Small.Elements.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line + (line.StartsWith("all,", StringComparison.Ordinal) ? "," + columns : ",,") + "\n"));

        Assert.Contains(message, (Small with { Elements = elements }).Read().Faults[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("more,T,多,computed,words,,项,0,fixed,none,yes,,")]
    [InlineData("more,T,多,computed,done,all + words,%,2,fixed,none,yes,,")]
    public void Read_FormulaOverAText_IsAFault(string indicator)
    {
        var catalogue = With("indicators", indicator) with { Elements = Small.Elements + "words,文字,文字,text,items,County|Department,,,,,,\n" };

        Assert.Contains("公式用到文字填报项“words”，文字不能计算", Assert.Single(catalogue.Read().Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BoundOfATextElement_IsAFault()
    {
        var catalogue = Small with { Elements = Small.Elements + "words,文字,文字,text,items,County|Department,,,,,,\nmore,多,项,stock,items,County|Department,words,sum,,,carry,\n" };

        Assert.Contains("的上限“words”是文字", Assert.Single(catalogue.Read().Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FaultsInSeveralFiles_ListsThemAllByFileAndLine()
    {
        var wrong = Small with
        {
            Units = Small.Units + "B2,乙县二镇,乙县二镇,Township,NOWHERE,40,,yes,yes,,\nA,重复,重复,County,CITY,41,,yes,yes,,\n",
            Elements = Small.Elements + "more,多,项,stock,nowhere,County,,sum,,,carry,\n",
            Indicators = Small.Indicators + "more,T,多,computed,nothing,,项,0,fixed,none,yes,,\n",
        };

        var places = wrong.Read().Faults.Select(fault => (fault.File, fault.Line));

        Assert.Equal([("elements.csv", 12), ("indicators.csv", 12), ("units.csv", 16), ("units.csv", 17)], places);
    }

    [Fact]
    public void Read_PublishedWeekInLowerCase_IsOfThatWeek()
    {
        var catalogue = With("published", "share,CITY,week,2020-w39,1,=,,,,,").Build();

        Assert.True(catalogue.PublishedFigures[0].IsOf(SmallCatalogue.Week));
    }

    [Fact]
    public void Read_LongCycle_IsAFaultOfEveryUnitInIt()
    {
        var wrong = Small with
        {
            Units = Small.Units.Replace("A,甲县,甲县,County,CITY", "A,甲县,甲县,County,A1", StringComparison.Ordinal),
        };

        var faults = wrong.Read().Faults;

        Assert.Contains(faults, fault => fault.Line == 4 && fault.Message.Contains("成环", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Line == 11 && fault.Message.Contains("成环", StringComparison.Ordinal));
    }

    [Fact]
    public void Fault_AsText_NamesFileAndLine() => Assert.Equal("units.csv 第4行：坏", new CatalogueFault("units.csv", 4, "坏").ToString());

    [Fact]
    public void Read_SmallCatalogue_HasNoFault() => Assert.Empty(Small.Read().Faults);

    [Fact]
    public void Read_SeedFiles_HaveNoFaultInEitherMode()
    {
        Assert.Empty(CatalogueReading.Read(SeedFiles.Tables(SeedFiles.Table("demo-townships.csv")), demonstration: true).Faults);
        Assert.Empty(CatalogueReading.Read(SeedFiles.Tables(), demonstration: false).Faults);
    }

    [Fact]
    public void Read_WithoutDemonstration_HasNoTownshipsTargetsFiguresOrActiveDepartments()
    {
        var catalogue = SeedFiles.Build(SeedFiles.Tables(), demonstration: false);

        Assert.DoesNotContain(catalogue.Units, unit => unit.Kind is UnitKind.Township || (unit.Kind is UnitKind.Department && unit.Active));
        Assert.Empty(catalogue.Targets);
        Assert.Empty(catalogue.PublishedFigures);
    }

    private static SmallCatalogue With(string file, string row) => file switch
    {
        "units" => Small with { Units = $"{Small.Units}{row}\n" },
        "forms" => Small with { Forms = $"{Small.Forms}{row}\n" },
        "elements" => Small with { Elements = $"{Small.Elements}{row}\n" },
        "indicators" => Small with { Indicators = $"{Small.Indicators}{row}\n" },
        "targets" => Small with { Targets = $"{Small.Targets}{row}\n" },
        _ => Small with { PublishedFigures = $"{Small.PublishedFigures}{row}\n" },
    };
}
